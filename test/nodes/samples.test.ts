import { allSamples } from '../support/providers';
import { acceptedEvent, deliver, NOW } from '../support/reception';

describe.each(allSamples.map((samples) => [samples.provider.displayName, samples] as const))(
	'the samples of %s',
	(_, { provider, samples, seal, newSecrets }) => {
		const secrets = newSecrets();
		const subject = { email: 'zoe.q@example.com', phone: '+4915112345678', name: 'Zoe Quartz' };
		const read = async (index: number, circumstances = {}) =>
			acceptedEvent(
				await deliver(
					provider,
					secrets,
					await seal(samples[index]?.create({ subject }) ?? {}, secrets, NOW),
					circumstances,
				),
			);
		const indexes = [...samples.keys()];

		it('have no personal data in their event ids', async () => {
			for (const index of indexes) {
				const { eventId } = await read(index);
				for (const text of Object.values(subject)) expect(eventId).not.toContain(text);
			}
		});

		it(`${provider.tellsEnvironment ? 'hold' : 'hold no'} test deliveries, which come out on Other`, async () => {
			const events = await Promise.all(indexes.map((index) => read(index)));
			const tests = indexes.filter((index) => events[index]?.environment === 'test');
			expect(tests.length > 0).toBe(provider.tellsEnvironment ?? false);
			for (const index of tests) {
				expect(events[index]).toMatchObject({ status: 'other', reason: 'test', decidedBy: null });
				const live = await read(index, { testsAreLive: true });
				expect(live.reason).not.toBe('test');
				expect(live.environment).toBe('test');
			}
			for (const event of events) if (event.environment !== 'test') expect(event.reason).not.toBe('test');
		});
	},
);
