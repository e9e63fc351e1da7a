import { allSamples } from '../support/providers';
import { deploy, post } from './n8n';

const samples = allSamples.find(({ provider }) => provider.id === 'trusthub');
if (!samples) throw new Error('No provider');
const secrets = samples.newSecrets();
const [sample] = samples.samples;

const whenFinished = { options: { responseMode: 'lastNode' } };
const fails = { type: 'n8n-nodes-base.stopAndError', typeVersion: 1, parameters: { errorMessage: 'hush-hush' } };
const waits = { type: 'n8n-nodes-base.wait', typeVersion: 1.1, parameters: { resume: 'webhook' } };

const sealed = async (sealedWith = secrets) => samples.seal(sample?.create({}) ?? {}, sealedWith, Date.now());

async function raw(url: string, { contentType, headers, body }: Awaited<ReturnType<typeof sealed>>) {
	const response = await fetch(url, { method: 'POST', headers: { 'content-type': contentType, ...headers }, body });
	return { status: response.status, text: await response.text() };
}

describe('Respond: When Last Node Finishes', () => {
	it('answers 200 without anything of the workflow, and takes the event for known from then on', async () => {
		const { url, events } = await deploy(samples.provider, secrets, whenFinished);
		const delivery = await sealed();
		expect(await raw(url, delivery)).toEqual({ status: 200, text: '' });
		expect(await post(url, delivery)).toEqual({ status: 200, body: { result: 'duplicate' } });
		const [[, approved]] = (await events(1)) as [[unknown, unknown[]]];
		expect(approved).toHaveLength(1);
	});

	it('answers 500 when the workflow has failed, and takes the event again', async () => {
		const { url, executionCount } = await deploy(samples.provider, secrets, whenFinished, { end: fails });
		const delivery = await sealed();
		for (let attempt = 0; attempt < 2; attempt++) {
			const { status, text } = await raw(url, delivery);
			expect([status, text]).toEqual([500, expect.not.stringContaining('hush')]);
		}
		expect(await executionCount()).toBe(2);
	});

	it('answers when the workflow begins to wait', async () => {
		const { url } = await deploy(samples.provider, secrets, whenFinished, { end: waits });
		const { status } = await raw(url, await sealed());
		expect(status).toBe(200);
	});

	it('refuses at once, whatever the workflow would do', async () => {
		const { url, executionCount } = await deploy(samples.provider, secrets, whenFinished, { end: fails });
		const { status, body } = await post(url, await sealed(samples.newSecrets()));
		expect([status, body.code]).toEqual([401, 'signature_mismatch']);
		expect(await executionCount()).toBe(0);
	});
});

describe('Respond: Immediately', () => {
	it('is the default: a workflow that fails was accepted, and its event is known', async () => {
		const { url, events, executionCount } = await deploy(samples.provider, secrets, {}, { end: fails });
		const delivery = await sealed();
		expect((await post(url, delivery)).body.result).toBe('accepted');
		expect((await post(url, delivery)).body.result).toBe('duplicate');
		await events(1);
		expect(await executionCount()).toBe(1);
	});
});
