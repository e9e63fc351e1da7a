import { LatestEvents } from '../../webhook/latestEvents';
import { approvalAndEarlier } from '../support/late';
import { allSamples } from '../support/providers';
import { acceptedEvent, deliver, NOW } from '../support/reception';

describe.each(allSamples.map((samples) => [samples.provider.displayName, samples] as const))(
	'an event of %s that comes late',
	(_, samples) => {
		const { provider } = samples;
		const secrets = samples.newSecrets();

		it(provider.tellsTime ? 'is outdated' : 'cannot be told, since no time is', async () => {
			const latestEvents = new LatestEvents({ perScope: 10, total: 10 });
			const events = await approvalAndEarlier(samples, secrets, NOW);
			expect(events !== null).toBe(provider.tellsTime ?? false);
			if (events === null) return;
			const { approval, earlier } = events;
			const read = async (sent: typeof approval) =>
				acceptedEvent(await deliver(provider, secrets, sent, { latestEvents }));
			const [first, second] = [await read(approval), await read(earlier)];
			expect(first).toMatchObject({ status: 'approved', reason: null });
			expect(second).toMatchObject({ status: 'other', reason: 'outdated', verificationId: first.verificationId });
			expect(first.verificationId).toEqual(expect.any(String));
			expect(second.eventId).not.toBe(first.eventId);
			const asItIs = acceptedEvent(await deliver(provider, secrets, earlier));
			expect(['rejected', 'pending']).toContain(asItIs.status);
			expect(second.providerStatus).toBe(asItIs.providerStatus);
		});
	},
);
