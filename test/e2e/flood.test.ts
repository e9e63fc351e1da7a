import { createInstance } from '../host/n8n.mjs';
import { hostAt } from '../host/installSteps.mjs';
import { freePort } from '../host/ports.mjs';
import { workflow } from '../host/workflow.mjs';
import { allSamples } from '../support/providers';
import { heapAfterGc } from './inspector';
import { post } from './n8n';

const FORGED = 5000;
const AT_ONCE = 10;
/** One honest delivery among so many forged ones. */
const HONEST_EVERY = 250;
const MB = 1024 * 1024;

describe(`a flood of ${FORGED} forged deliveries`, () => {
	it('stores nothing, leaves no memory behind, and keeps no honest delivery from being accepted', async () => {
		const samples = allSamples.find(({ provider }) => provider.id === 'trusthub');
		if (!samples) throw new Error('No provider');
		const secrets = samples.newSecrets();
		const inspector = await freePort();
		const n8n = await createInstance({
			host: hostAt(String(process.env.KYC_HOST_DIR)),
			packageDir: String(process.env.KYC_PACKAGE_DIR),
			env: { NODE_OPTIONS: `--inspect=127.0.0.1:${inspector}`, N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true' },
		});
		try {
			const { type } = samples.provider.credential;
			const credential = { id: 'flooded', name: 'Flooded', type };
			await n8n.load({
				credentials: [{ ...credential, data: secrets }],
				workflows: [
					workflow({
						id: 'flooded',
						name: 'Flooded',
						triggerType: `n8n-nodes-kyc.${type.replace(/WebhookApi$/, 'Trigger')}`,
						credential,
						webhookId: 'flooded',
					}),
				],
				publish: ['flooded'],
			});
			await n8n.start();
			await n8n.setupOwner();
			const url = n8n.webhookUrl('flooded', 'webhook');
			await n8n.waitForWebhook(url);
			const payload = samples.samples[0]?.create({}) ?? {};
			const send = async (index: number, sealedWith = secrets) =>
				(await post(url, await samples.seal({ ...payload, sessionId: `${index}` }, sealedWith, Date.now()))).status;

			const other = samples.newSecrets();
			const flood = async (count: number) => {
				const statuses = { forged: new Set<number>(), honest: [] as number[] };
				let next = 0;
				const sender = async () => {
					for (let index = next++; index < count; index = next++) {
						statuses.forged.add(await send(index, other));
						if (index % HONEST_EVERY === 0) statuses.honest.push(await send(index));
					}
				};
				await Promise.all(Array.from({ length: AT_ONCE }, sender));
				return statuses;
			};

			// The first deliveries load and compile what n8n needs for all that follow.
			await flood(HONEST_EVERY * 2);
			const before = await heapAfterGc(inspector);
			const started = Date.now();
			const { forged, honest } = await flood(FORGED);
			const seconds = (Date.now() - started) / 1000;
			const after = await heapAfterGc(inspector);

			expect(forged).toEqual(new Set([401]));
			expect(honest).toEqual(Array.from({ length: FORGED / HONEST_EVERY }, () => 200));
			const executions = await n8n.executions('flooded');
			const acceptedSessions = new Set(executions.map(({ id }: { id: string }) => id)).size;
			// Those of the warm-up are duplicates in the flood.
			expect(acceptedSessions).toBe(FORGED / HONEST_EVERY);
			process.stdout.write(
				`${FORGED} forged deliveries: ${Math.round(FORGED / seconds)} refused per second, heap ${((after - before) / MB).toFixed(1)} MB more than before\n`,
			);
			expect(Math.abs(after - before)).toBeLessThan(10 * MB);
		} finally {
			await n8n.stop();
			await n8n.remove();
		}
	}, 600_000);
});
