import { statuses } from '../../webhook/event';
import { approvalAndEarlier } from '../support/late';
import { TRIGGER } from '../host/workflow.mjs';
import { allSamples } from '../support/providers';
import { deploy, n8n, post } from './n8n';

describe.each(allSamples.map((samples) => [samples.provider.displayName, samples] as const))('%s', (_, samples) => {
	const { provider } = samples;
	const secrets = samples.newSecrets();
	const seal = (index: number, sealedWith = secrets) =>
		samples.seal(samples.samples[index]?.create({}) ?? {}, sealedWith, Date.now());

	it('puts each status out on its output', async () => {
		const trigger = await deploy(provider, secrets);
		for (const index of samples.samples.keys()) {
			const answer = await post(trigger.url, await seal(index));
			expect(answer).toEqual({ status: 200, body: { result: 'accepted', events: 1 } });
		}
		const executions = await trigger.events(samples.samples.length);
		const outputs = executions.map((events) => events.findIndex((output) => output.length > 0));
		expect(outputs.map((output) => statuses[output])).toEqual(samples.samples.map(({ status }) => status));
	});

	it('puts a late event out on Other, unless the user wants it as it is', async () => {
		const events = await approvalAndEarlier(samples, secrets, Date.now());
		// Who tells no time is named in the unit test of the same name.
		if (events === null) return;
		for (const [options, output] of [
			[{}, 'other'],
			[{ lateEvents: 'keep' }, null],
		] as const) {
			const trigger = await deploy(provider, secrets, { options });
			for (const sent of [events.approval, events.earlier]) {
				expect((await post(trigger.url, sent)).body.result).toBe('accepted');
			}
			const [first, second] = (await trigger.events(2)).map((outputs) => outputs.flat()[0]);
			expect(first?.status).toBe('approved');
			expect(second?.reason === 'outdated' ? second.status : null).toBe(output);
		}
	});

	it('puts all out on one output when the user wants one, without the payload when the user wants none', async () => {
		const trigger = await deploy(provider, secrets, { outputs: 'single', options: { includePayload: false } });
		for (const index of samples.samples.keys()) await post(trigger.url, await seal(index));
		const executions = await trigger.events(samples.samples.length);
		expect(executions.map((outputs) => outputs.length)).toEqual(samples.samples.map(() => 1));
		expect(executions.flat(2).map(({ status }) => status)).toEqual(samples.samples.map(({ status }) => status));
		expect(executions.flat(2).some((event) => 'payload' in event)).toBe(false);
	});

	it('refuses what is signed with another secret, and leaves no execution behind', async () => {
		const trigger = await deploy(provider, secrets);
		for (const index of samples.samples.keys()) {
			const { status, body } = await post(trigger.url, await seal(index, samples.newSecrets()));
			expect({ status, result: body.result }).toEqual({ status: 401, result: 'refused' });
		}
		await post(trigger.url, await seal(0));
		await trigger.events(1);
		expect(await trigger.executionCount()).toBe(1);
	});

	it('takes the previous secret beside the current one', async () => {
		const current = samples.newSecrets();
		const previous = Object.fromEntries(
			Object.entries(secrets)
				.filter(([name]) => !name.startsWith('previous'))
				.map(([name, secret]) => [`previous${name[0]?.toUpperCase()}${name.slice(1)}`, secret]),
		);
		const known = new Set<string>(provider.credential.fields.map(({ name }) => name));
		const rotating = {
			...current,
			...Object.fromEntries(Object.entries(previous).filter(([name]) => known.has(name))),
		};
		const trigger = await deploy(provider, rotating);
		expect((await post(trigger.url, await seal(0, secrets))).body.result).toBe('accepted');
		expect((await post(trigger.url, await seal(1, current))).body.result).toBe('accepted');
		expect((await post(trigger.url, await seal(2, samples.newSecrets()))).body.result).toBe('refused');
	});

	it('drops what it has seen, unless the user wants it again', async () => {
		const delivery = await seal(0);
		const trigger = await deploy(provider, secrets);
		const results = [];
		for (let sent = 0; sent < 2; sent++) results.push((await post(trigger.url, delivery)).body.result);
		expect(results).toEqual(['accepted', 'duplicate']);
		const eager = await deploy(provider, secrets, { options: { ignoreDuplicates: false } });
		for (let sent = 0; sent < 2; sent++) await post(eager.url, delivery);
		expect(await eager.events(2)).toHaveLength(2);
	});

	it('ignores the events that are not selected', async () => {
		const trigger = await deploy(provider, secrets, { events: ['no such event'] });
		expect(await post(trigger.url, await seal(0))).toEqual({ status: 200, body: { result: 'ignored' } });
		expect(await trigger.executionCount()).toBe(0);
	});

	it('is listened to by the editor: a refused delivery is shown once, a true one each time', async () => {
		const trigger = await deploy(provider, secrets, {}, { publish: false });
		await n8n.execute(trigger.id, TRIGGER);
		expect((await post(trigger.testUrl, await seal(0, samples.newSecrets()))).status).toBe(401);
		await trigger.events(1);
		for (let round = 0; round < 2; round++) {
			await n8n.execute(trigger.id, TRIGGER);
			// No stranger can keep the editor from listening: further ones leave it alone for a minute.
			for (let sent = 0; sent < 3; sent++) {
				expect((await post(trigger.testUrl, await seal(0, samples.newSecrets()))).status).toBe(401);
			}
			expect(await post(trigger.testUrl, await seal(0))).toMatchObject({ status: 200, body: { result: 'accepted' } });
			await trigger.events(2 + round);
		}
		const items = (await trigger.events(3)).map((outputs) => outputs.flat().length);
		expect(items).toEqual([0, 1, 1]);
		expect(await trigger.executionCount()).toBe(3);
	});
});
