import { footprint } from '../../../nodes/Footprint/footprint';
import { samples } from '../../../nodes/Footprint/samples';
import { SeenEvents } from '../../../webhook/duplicates';
import { strangers, variants, voids } from '../../support/payloads';
import { acceptedEvent, deliver, NOW } from '../../support/reception';
import { credential, eventOf, sample, send, time } from './sender';

describe('a completed onboarding', () => {
	test.each([
		['pass', false, 'approved', null],
		['fail', false, 'rejected', 'declined'],
		['pending', false, 'pending', 'started'],
		['incomplete', false, 'pending', 'started'],
		['none', false, 'other', 'notification'],
		['something_new', false, 'other', 'unknown'],
		['pass', true, 'pending', 'in_review'],
		['fail', true, 'pending', 'in_review'],
		['none', true, 'pending', 'in_review'],
		['something_new', true, 'pending', 'in_review'],
	])('with status %s, review %j, is %s, %s', async (word, review, status, reason) => {
		const payload = { ...sample, status: word, requires_manual_review: review };
		expect(await eventOf(payload)).toStrictEqual({
			provider: 'footprint',
			receivedAt: '2026-03-04T05:06:07.089Z',
			status,
			reason,
			decidedBy: null,
			environment: 'live',
			check: null,
			eventId: 'msg_1',
			eventType: 'footprint.onboarding.completed',
			providerStatus: word,
			verificationId: 'ob_SRFT2a1mN7DAWJ0VPXkiqK',
			externalId: 'Zo\u00eb/7',
			subject: { id: 'fp_id_xyz', type: null, email: null, phone: null, name: null },
			occurredAt: '2025-05-05T18:40:46.240Z',
			payload,
		});
	});

	test.each(['PASS', 'Pass', 'pass ', ' pass', 'passed', 'constructor', '__proto__'])(
		'with status %j is not known',
		async (status) => {
			expect(await eventOf({ ...sample, status })).toMatchObject({ status: 'other', reason: 'unknown' });
		},
	);

	test('needs no review when it does not tell of one', async () => {
		for (const review of [undefined, null, false]) {
			expect(await eventOf({ ...sample, requires_manual_review: review })).toMatchObject({ status: 'approved' });
		}
	});

	test.each(['true', 'false', 1, 0, '', [], {}, 'constructor'])(
		'is not known when the review is %j',
		async (review) => {
			const payload = { ...sample, requires_manual_review: review };
			expect(await eventOf(payload)).toMatchObject({ status: 'other', reason: 'unknown' });
		},
	);

	test('without an onboarding is known by the user', async () => {
		const payload = { ...sample, onboarding_id: undefined, external_id: undefined };
		expect(await eventOf(payload)).toMatchObject({ verificationId: 'fp_id_xyz', externalId: null });
		const older = { ...payload, fp_id: undefined, footprint_user_id: 'fp_id_old' };
		expect(await eventOf(older)).toMatchObject({ verificationId: 'fp_id_old', subject: { id: 'fp_id_old' } });
	});
});

describe('an event of another kind', () => {
	test.each([
		'footprint.user.bank_link_updated',
		'footprint.user.info_requested',
		'footprint.user.manual_review',
		'footprint.vault.updated',
		'footprint.watchlist_check.completed',
		'footprint.something.new',
		'footprint.onboarding.completed ',
		'Footprint.Onboarding.Completed',
		...variants(sample, [['event_kind']], strangers).map(([, { event_kind: kind }]) => String(kind)),
	])('is a notification: %j', async (kind) => {
		const event = await eventOf({ ...sample, event_kind: kind });
		expect(event).toMatchObject({ status: 'other', reason: 'notification', eventType: kind });
	});

	test.each(variants(sample, [['event_kind']], voids))(
		'is not known when it does not tell which: %s',
		async (_, payload) => {
			expect(await eventOf(payload)).toMatchObject({ status: 'other', reason: 'unknown', eventType: 'unknown' });
		},
	);
});

describe('a payload of another shape', () => {
	test.each(variants(sample, [['status']], { ...voids, ...strangers }))('is never approved: %s', async (_, payload) => {
		expect(await eventOf(payload)).toMatchObject({ status: 'other', reason: 'unknown', payload });
	});

	test('is passed on when everything is missing or of another type', async () => {
		for (const payload of [{}, { a: 1 }, { fp_id: [], external_id: {}, onboarding_id: true, timestamp: 'noon' }]) {
			expect(await eventOf(payload)).toMatchObject({
				status: 'other',
				reason: 'unknown',
				eventId: 'msg_1',
				providerStatus: null,
				verificationId: null,
				externalId: null,
				subject: { id: null, type: null, email: null, phone: null, name: null },
				occurredAt: null,
				payload,
			});
		}
	});

	test.each([
		['2025-05-05T18:40:47.004738311', '2025-05-05T18:40:47.004Z'],
		['2025-05-05T18:40:47Z', '2025-05-05T18:40:47.000Z'],
		[1746470447, null],
		[null, null],
	])('tells as time %j that it was %j', async (timestamp, occurredAt) => {
		expect((await eventOf({ ...sample, timestamp })).occurredAt).toBe(occurredAt);
	});
});

describe('the event id', () => {
	const receive = (id: string, at: number, seenEvents: SeenEvents) =>
		deliver(footprint, credential, send(sample, { id, at: String(at) }), { seenEvents });

	test('is the same for each attempt, at another time, and another for the same payload again', async () => {
		const seenEvents = new SeenEvents({ perScope: 10, total: 10 });
		const first = await receive('msg_a', time - 60, seenEvents);
		expect(acceptedEvent(first).eventId).toBe('msg_a');
		if (first.ok && first.result === 'accepted') first.settle(true);
		expect(await receive('msg_a', time, seenEvents)).toEqual({ ok: true, result: 'duplicate' });
		expect(acceptedEvent(await receive('msg_b', time, seenEvents)).eventId).toBe('msg_b');
	});

	test('is made of the payload for one that was not delivered', () => {
		const context = { parameters: {}, signedId: null, fingerprint: () => 'f' };
		expect(footprint.read(sample, context)).toMatchObject([
			{ eventId: `footprint:${sample.event_kind}:${sample.onboarding_id}:pass:${sample.timestamp}` },
		]);
		expect(footprint.read({}, context)).toMatchObject([{ eventId: 'footprint:f' }]);
	});
});

test.each(samples.samples.map((each) => [`${each.name}: ${each.status}`, each] as const))(
	'the sample of %s',
	async (_, { name, status, create }) => {
		const payload = create({});
		const secrets = samples.newSecrets();
		const sealed = await samples.seal(payload, secrets, NOW);
		expect(acceptedEvent(await deliver(footprint, secrets, sealed))).toMatchObject({
			status,
			eventType: name,
			payload,
		});
	},
);
