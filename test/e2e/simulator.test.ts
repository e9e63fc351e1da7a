import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { samples as humanos } from '../../nodes/Humanos/samples';
import { samples as truora } from '../../nodes/Truora/samples';
import { recipeSamples } from '../../nodes/KycWebhook/samples';
import { CREDENTIAL_TYPE } from '../../recipe/provider';
import { faultsOf } from '../../simulator/faults';
import type { Samples } from '../../webhook/samples';
import { itemsByOutput, waitForExecutions } from '../host/executions.mjs';
import { until } from '../host/poll.mjs';
import { takesPosts } from '../host/probe.mjs';
import { allSamples } from '../support/providers';
import { deploy, type Deployed, n8n, post, rest } from './n8n';

const MANUAL = 'Manual';

/** What the simulator puts out. */
interface Item {
	readonly asExpected: boolean;
	readonly sent: { url: string; headers: Record<string, string>; contentType: string; body: string };
	readonly answer: { status: number; body: { result?: string; code?: string; events?: number } };
	readonly expected: object;
	readonly error?: string;
}

/** Runs a workflow with one simulator for each of the cases, and reads back what n8n recorded of it. */
async function simulate({ provider }: Samples, trigger: Deployed, cases: Record<string, object>): Promise<Item[]> {
	const { nodes: triggerNodes } = await rest('GET', `/rest/workflows/${trigger.id}`);
	const [{ credentials }] = triggerNodes;
	const simulators = Object.entries(cases).map(([name, parameters], index) => ({
		id: randomUUID(),
		name,
		type: 'n8n-nodes-kyc.kycSimulator',
		typeVersion: 1,
		position: [300, index * 150],
		parameters: { provider: provider.id, ...parameters },
		credentials,
		onError: 'continueRegularOutput',
	}));
	const manual = { id: randomUUID(), name: MANUAL, type: 'n8n-nodes-base.manualTrigger', typeVersion: 1 };
	const { id } = await n8n.api('POST', '/api/v1/workflows', {
		name: `Simulate ${provider.displayName}`,
		nodes: [{ ...manual, position: [0, 0], parameters: {} }, ...simulators],
		connections: { [MANUAL]: { main: [simulators.map(({ name }) => ({ node: name, type: 'main', index: 0 }))] } },
		settings: { executionOrder: 'v1' },
	});
	await n8n.execute(id, MANUAL);
	const [execution] = await waitForExecutions(n8n, id, 1);
	expect(execution.status).toBe('success');
	return simulators.flatMap(({ name }) => itemsByOutput(execution, name).flat());
}

/** A credential that the simulator may sign with. */
const allowed = (secrets: Readonly<Record<string, string>>) => ({ ...secrets, allowKycSimulator: true });

const inNewWorkflow = async (samples: Samples, options = {}) => {
	const secrets = samples.newSecrets();
	const isRecipe = samples.provider.credential.type === CREDENTIAL_TYPE;
	const parameters = isRecipe ? { provider: samples.provider.id } : {};
	return { secrets, trigger: await deploy(samples.provider, allowed(secrets), parameters, options) };
};

describe.each([...allSamples, ...recipeSamples].map((samples) => [samples.provider.displayName, samples] as const))(
	'the simulator as %s',
	(_, samples) => {
		const [sample] = samples.samples;

		it('starts the workflow of a published trigger', async () => {
			const { secrets, trigger } = await inNewWorkflow(samples);
			const chosen = { event: sample?.name, status: sample?.status };
			const items = await simulate(samples, trigger, { Simulator: { url: trigger.url, ...chosen } });
			expect(items).toEqual([
				{
					asExpected: true,
					sent: {
						url: trigger.url,
						headers: expect.anything(),
						contentType: expect.anything(),
						body: expect.anything(),
					},
					answer: { status: 200, body: { result: 'accepted', events: 1 } },
					expected: { result: 'accepted', statuses: [sample?.status] },
				},
			]);
			const [outputs] = await trigger.events(1);
			expect(outputs?.flat()).toMatchObject([{ provider: samples.provider.id, status: sample?.status }]);
			const [secret] = samples.provider.credential.fields.flatMap(({ name, isChoice }) =>
				isChoice ? [] : secrets[name] || [],
			);
			expect(secret).toBeTruthy();
			expect(JSON.stringify(items)).not.toContain(secret);
		});
	},
);

it('shows an event to an editor that listens for a test event', async () => {
	const { trigger } = await inNewWorkflow(truora, { publish: false });
	await n8n.execute(trigger.id, 'Trigger');
	const details = { externalId: 'order-5122' };
	const [item] = await simulate(truora, trigger, { Simulator: { url: trigger.testUrl, status: 'pending', details } });
	expect(item?.answer).toMatchObject({ status: 200, body: { result: 'accepted' } });
	const [outputs] = await trigger.events(1);
	expect(outputs?.[3]).toMatchObject([{ status: 'pending', externalId: 'order-5122' }]);
});

it('sends several events in one delivery', async () => {
	const { trigger } = await inNewWorkflow(truora);
	const furtherEvents = ['identity_process:rejected', 'identity_process:other'];
	const [item] = await simulate(truora, trigger, {
		Simulator: { url: trigger.url, status: 'approved', furtherEvents },
	});
	expect(item?.answer.body.events).toBe(3);
	expect(item?.expected).toEqual({ result: 'accepted', statuses: ['approved', 'rejected', 'other'] });
	const [outputs] = await trigger.events(1);
	expect(outputs?.slice(0, 4).map(({ length }) => length)).toEqual([1, 1, 1, 0]);
});

it.each([
	['Truora', truora],
	['Humanos', humanos],
])('makes every fault of %s, and each is refused', async (_, samples) => {
	const secrets = samples.newSecrets();
	const trigger = await deploy(samples.provider, allowed(secrets), { options: { tolerance: 300 } });
	const faults = faultsOf(samples);
	const cases = faults.map(({ name }) => [name, { url: trigger.url, fault: name }]);
	const items = await simulate(samples, trigger, Object.fromEntries(cases));
	const told = items.map(({ answer }) => [answer.status, answer.body.code]);
	expect(told).toEqual(faults.map(({ code }) => [401, code]));
	expect(items.map(({ expected }) => expected)).toEqual(
		faults.map(({ code }) => expect.objectContaining({ result: 'refused', code })),
	);
});

it('says what is wrong, and goes on where the user wants that', async () => {
	const { trigger } = await inNewWorkflow(truora);
	const items = await simulate(truora, trigger, {
		'No address': { url: 'webhook/x' },
		'No such status': { url: trigger.url, status: 'maybe' },
		'Nobody there': { url: 'http://127.0.0.1:9/webhook' },
		'No such webhook': { url: `${trigger.url}/x` },
	});
	expect(items.map(({ error }) => error)).toEqual([
		expect.stringContaining('Test URL'),
		expect.stringContaining('Truora has no event with that name and status'),
		expect.any(String),
		expect.stringContaining('Not accepted: the answer is 404'),
	]);
});

describe('a simulator that must not sign', () => {
	/** A workflow of a published trigger with a simulator behind it, which sends to the trigger of another workflow. */
	async function behindTrigger(secrets: Readonly<Record<string, unknown>>) {
		const target = await deploy(truora.provider, secrets);
		const end = {
			type: 'n8n-nodes-kyc.kycSimulator',
			typeVersion: 1,
			parameters: { provider: 'truora', url: target.url },
		};
		const first = await deploy(truora.provider, secrets, {}, { publish: false, end });
		return { first, target };
	}

	it('sends nothing behind a published trigger: only a person who executes it makes it send', async () => {
		const secrets = truora.newSecrets();
		const { first, target } = await behindTrigger(allowed(secrets));
		await publishWithCredential(first);
		const delivery = await truora.seal(truora.samples[0]?.create({}) ?? {}, secrets, Date.now());
		expect((await post(first.url, delivery)).body.result).toBe('accepted');
		const [execution] = await waitForExecutions(n8n, first.id, 1);
		expect(execution.status).toBe('error');
		expect(execution.data.resultData.error.message).toContain('only when a person executes it');
		expect(await target.executionCount()).toBe(0);
	});

	it('sends nothing with a credential in which it is not allowed', async () => {
		const secrets = truora.newSecrets();
		const trigger = await deploy(truora.provider, secrets);
		const [item] = await simulate(truora, trigger, { Simulator: { url: trigger.url } });
		expect(item?.error).toContain('Allow KYC Simulator');
		expect(await trigger.executionCount()).toBe(0);
	});
});

/** Gives every node of a workflow the credential of its trigger, and publishes it. */
async function publishWithCredential({ id, url }: Deployed): Promise<void> {
	const { name, nodes, connections, settings } = await rest('GET', `/rest/workflows/${id}`);
	const [{ credentials }] = nodes;
	const filled = nodes.map((node: object) => ({ ...node, credentials }));
	await rest('PATCH', `/rest/workflows/${id}`, { name, nodes: filled, connections, settings });
	await n8n.api('POST', `/api/v1/workflows/${id}/activate`);
	await until(() => takesPosts(url), { otherwise: () => `${name} did not come up` });
}

describe('the command', () => {
	const cli = join(String(process.env.KYC_PACKAGE_DIR), 'dist', 'cli.mjs');
	const command = (args: string[], env: Record<string, string | undefined> = {}) =>
		new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
			const child = execFile(process.execPath, [cli, ...args], { env }, (error, stdout, stderr) =>
				resolve({ code: error ? Number(error.code) : 0, stdout, stderr }),
			);
			child.stdin?.end();
		});

	it('sends what the node sends, with the secret from the environment, and ends with 0 when it is taken', async () => {
		const { secrets, trigger } = await inNewWorkflow(truora);
		const send = ['send', 'truora', '--status', 'rejected', '--url', trigger.url];
		const further = ['--also', 'identity_process:approved', '--external-id', 'order-5122'];
		const { code, stdout } = await command([...send, ...further], { N8N_KYC_SIGNING_KEY: secrets.signingKey });
		expect(stdout).toContain("Expected: accepted (by the trigger's default settings on rejected, approved)");
		expect(stdout).toContain('As expected: yes');
		expect(stdout).toMatch(/Answered: 200 \{"result":"accepted"/);
		expect(code).toBe(0);
		expect(stdout).not.toContain(String(secrets.signingKey));
		const [outputs] = await trigger.events(1);
		expect(outputs?.flat().map(({ status, externalId }) => `${status} ${externalId}`)).toEqual([
			'approved order-5122',
			'rejected order-5122',
		]);
	});

	it('ends with 0 when a fault is refused as it should be, and with 1 when there is no answer', async () => {
		const { secrets, trigger } = await inNewWorkflow(truora);
		const send = ['send', 'truora', '--status', 'approved', '--url'];
		const env = { N8N_KYC_SIGNING_KEY: secrets.signingKey };
		const forged = await command([...send, trigger.url, '--fault', 'algNone'], env);
		expect(forged).toMatchObject({ code: 0, stdout: expect.stringContaining('token_algorithm_not_allowed') });
		const alone = await command([...send, 'http://127.0.0.1:9'], env);
		expect(alone).toMatchObject({ code: 1, stderr: expect.stringContaining('There is no answer') });
		expect(await trigger.executionCount()).toBe(0);
		const nobody = await command([...send, `${trigger.url}/x`], env);
		expect(nobody).toMatchObject({ code: 1, stdout: expect.stringContaining('the workflow is not published') });
	});

	it.each([
		[[], /n8n-nodes-kyc send/],
		[['send'], /Name a provider\. To see all of them: n8n-nodes-kyc list/],
		[['send', 'nobody'], /There is no provider "nobody"/],
		[['send', 'truora', '--url', 'http://127.0.0.1:9'], /--status is missing/],
		[['send', 'truora', '--status', 'approved'], /--url is missing/],
		[['send', 'truora', '--status', 'approved', '--url', 'ftp://127.0.0.1'], /--url must begin with/],
		[['send', 'truora', '--status', 'approved', '--url', 'http://127.0.0.1:9'], /Set N8N_KYC_SIGNING_KEY, or/],
		[['send', 'truora', '--signing-key', 'x'], /Unknown option '--signing-key'/],
	])('ends with 2 when it cannot be done: %j', async (args, sentence) => {
		const { code, stdout, stderr } = await command(args);
		expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
		expect(stderr).toMatch(sentence);
	});

	it('helps, and lists what there is to send', async () => {
		expect(await command(['--help'])).toMatchObject({ code: 0, stdout: expect.stringContaining('--fault') });
		const { stdout: providers } = await command(['list']);
		for (const { provider } of allSamples) expect(providers).toContain(`${provider.id} `);
		const { code, stdout } = await command(['list', 'humanos']);
		expect(code).toBe(0);
		for (const text of ['identity:approved', 'missingSignature', 'N8N_KYC_ENCRYPTION_SALT']) {
			expect(stdout).toContain(text);
		}
	});
});
