import { allSamples } from '../support/providers';
import { deploy, post } from './n8n';

const [samples] = allSamples;
if (!samples) throw new Error('No provider');

describe('the output Refused', () => {
	const forged = { contentType: 'application/json', headers: { 'X-Made-Up': 'value' }, body: '{"personal":"data"}' };

	it.each([
		['perStatus', 5],
		['single', 2],
	])('comes last with outputs: %s, and a flood starts one execution per code and minute', async (outputs, count) => {
		const trigger = await deploy(samples.provider, samples.newSecrets(), { outputs, options: { refusedOutput: true } });
		for (let sent = 0; sent < 30; sent++) {
			expect(await post(trigger.url, forged)).toMatchObject({ status: 401, body: { result: 'refused' } });
		}
		const [recorded] = await trigger.events(1);
		expect(recorded).toHaveLength(count);
		expect(recorded?.slice(0, -1).flat()).toEqual([]);
		expect(recorded?.at(-1)).toEqual([
			{
				provider: samples.provider.id,
				code: expect.any(String),
				hint: expect.stringMatching(/\.$/),
				count: 1,
				receivedAt: expect.stringMatching(/Z$/),
				senderAddress: expect.stringContaining('127.0.0.1'),
				headerNames: expect.arrayContaining(['x-made-up', 'content-type']),
			},
		]);
		expect(JSON.stringify(recorded)).not.toContain('personal');
		expect(await trigger.executionCount()).toBe(1);
	});

	it('is not there unless the user wants it', async () => {
		const trigger = await deploy(samples.provider, samples.newSecrets());
		expect((await post(trigger.url, forged)).status).toBe(401);
		expect(await trigger.executionCount()).toBe(0);
	});
});
