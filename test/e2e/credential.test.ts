import { randomUUID } from 'node:crypto';
import type { Samples } from '../../webhook/samples';
import { refusedActivation } from '../host/activation.mjs';
import { allSamples } from '../support/providers';
import { deploy, n8n, post, rest } from './n8n';

function brokenSecrets(samples: Samples): Record<string, string> {
	const [field] = samples.provider.credential.fields;
	return { ...samples.newSecrets(), [field?.name ?? '']: ' with white space around ' };
}

describe.each(allSamples.map((samples) => [samples.provider.displayName, samples] as const))(
	'the credential of %s',
	(_, samples) => {
		const { provider } = samples;
		const [field] = provider.credential.fields;
		const broken = brokenSecrets(samples);

		it('is tested by its button, offline', async () => {
			const { type } = provider.credential;
			const test = async (data: Readonly<Record<string, string>>) => {
				const { id, name } = await rest('POST', '/rest/credentials', { name: randomUUID(), type, data });
				return rest('POST', '/rest/credentials/test', { credentials: { id, name, type, data } });
			};
			expect(await test(samples.newSecrets())).toMatchObject({ status: 'OK' });
			expect(await test(broken)).toMatchObject({
				status: 'Error',
				message: expect.stringContaining(`${field?.label}`),
			});
		});

		it('that was broken after the activation makes the trigger answer 503 until it is mended', async () => {
			const secrets = samples.newSecrets();
			const trigger = await deploy(provider, secrets);
			const delivery = await samples.seal(samples.samples[0]?.create({}) ?? {}, secrets, Date.now());
			const { nodes } = await rest('GET', `/rest/workflows/${trigger.id}`);
			const { id, name } = nodes[0].credentials[provider.credential.type];
			const store = (data: Record<string, unknown>) =>
				rest('PATCH', `/rest/credentials/${id}`, { id, name, type: provider.credential.type, data });
			await store({ ...secrets, [field?.name ?? '']: '' });
			expect(await post(trigger.url, delivery)).toMatchObject({
				status: 503,
				body: {
					result: 'refused',
					code: 'credential_invalid',
					hint: expect.not.stringContaining(`${field?.label}`),
				},
			});
			expect(await trigger.executionCount()).toBe(0);
			await store(secrets);
			expect((await post(trigger.url, delivery)).body.result).toBe('accepted');
		});
	},
);

describe('a credential that cannot work', () => {
	it('stops the activation with a sentence that says what to do', async () => {
		const errors = await Promise.all(
			allSamples.map(async (samples) => {
				const { id } = await deploy(samples.provider, brokenSecrets(samples), {}, { publish: false });
				return (await refusedActivation(n8n, id)).message;
			}),
		);
		for (const [index, { provider }] of allSamples.entries()) {
			const [field] = provider.credential.fields;
			const problem = `${field?.label} begins or ends with a space or a line break: remove it.`;
			expect(errors[index]).toContain(`The ${provider.displayName} credential cannot work: ${problem}`);
		}
	});
});
