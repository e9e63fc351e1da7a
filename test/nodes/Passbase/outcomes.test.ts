import { strangers, variants, voids } from '../../support/payloads';
import { eventOf, sample } from './sender';

const AUTOMATIC = 'automatic';

describe('a verification', () => {
	test.each([
		['VERIFICATION_COMPLETED', 'approved', 'approved', null, AUTOMATIC],
		['VERIFICATION_COMPLETED', 'declined', 'rejected', 'declined', AUTOMATIC],
		['VERIFICATION_COMPLETED', 'pending', 'pending', 'in_review', null],
		['VERIFICATION_REVIEWED', 'approved', 'approved', null, null],
		['VERIFICATION_REVIEWED', 'declined', 'rejected', 'declined', null],
		['VERIFICATION_REVIEWED', 'pending', 'pending', 'in_review', null],
		['DATAPOINT_UPDATED', 'approved', 'other', 'notification', null],
		['DATAPOINT_UPDATED', 'declined', 'other', 'notification', null],
		['DATAPOINT_UPDATED', 'new', 'other', 'notification', null],
		['WATCHLIST_MONITORING', 'approved', 'other', 'notification', null],
		['WATCHLIST_MONITORING', 'declined', 'other', 'notification', null],
		['WATCHLIST_MONITORING', 'new', 'other', 'notification', null],
		['IDENTITY_AUTHENTICATED', 'approved', 'other', 'notification', null],
		['IDENTITY_AUTHENTICATED', 'declined', 'other', 'notification', null],
		['IDENTITY_AUTHENTICATED', 'new', 'other', 'notification', null],
		['VERIFICATION_COMPLETED', 'new', 'other', 'unknown', null],
		['VERIFICATION_REVIEWED', 'new', 'other', 'unknown', null],
		['VERIFICATION_DELETED', 'approved', 'other', 'unknown', null],
	])('%s with the status %s is %s, %s, decided %s', async (event, word, status, reason, decidedBy) => {
		const payload = { ...sample, event, status: word };
		expect(await eventOf(payload)).toStrictEqual({
			provider: 'passbase',
			status,
			reason,
			decidedBy,
			check: null,
			eventId: `passbase:b76e244e-26a3-49ef-9c72-3e599bf0b5f2:${event}:${word}:1582628999`,
			eventType: event,
			providerStatus: word,
			verificationId: 'b76e244e-26a3-49ef-9c72-3e599bf0b5f2',
			externalId: null,
			subject: { id: null, email: null, phone: null, name: null },
			occurredAt: '2020-02-25T11:09:59.000Z',
			receivedAt: '2026-03-04T05:06:07.089Z',
			payload,
		});
	});

	test.each(['constructor', '__proto__', 'toString', 'APPROVED', 'Approved', 'not_approved', 'approved-', '0'])(
		'with the word %s is never approved, as status or as event',
		async (word) => {
			for (const event of ['VERIFICATION_COMPLETED', 'VERIFICATION_REVIEWED']) {
				expect(await eventOf({ ...sample, event, status: word })).toMatchObject({ status: 'other', reason: 'unknown' });
			}
			expect(await eventOf({ ...sample, event: word, status: 'approved' })).toMatchObject({
				status: 'other',
				reason: 'unknown',
				decidedBy: null,
				eventType: word,
				providerStatus: 'approved',
			});
		},
	);
});

describe('a payload of another shape', () => {
	const paths = [['created'], ['updated'], ['processed']];

	test.each(variants(sample, paths, { ...voids, ...strangers }))('is passed on: %s', async (_, payload) => {
		expect(await eventOf(payload)).toMatchObject({ status: 'pending', reason: 'in_review', payload });
	});

	test('has an event id of its own when it has no time, the same each time', async () => {
		const payloads = [sample, { ...sample, created: 1 }].flatMap((base) =>
			variants(base, [['updated']], voids).map(([, odd]) => odd),
		);
		const ids = new Set<string>();
		for (const payload of payloads) {
			const { eventId, occurredAt } = await eventOf(payload);
			expect(occurredAt).toBeNull();
			expect((await eventOf(payload)).eventId).toBe(eventId);
			ids.add(eventId);
		}
		expect(ids.size).toBe(payloads.length);
	});

	test.each([
		[0, '1970-01-01T00:00:00.000Z'],
		[1582628999.5, '2020-02-25T11:09:59.500Z'],
		[-1, '1969-12-31T23:59:59.000Z'],
		[1582628999000, null],
		[-1e12, null],
		[1e300, null],
		['1582628999', null],
	])('has a time that is a day of our calendar, or none: %j is %j', async (updated, occurredAt) => {
		expect((await eventOf({ ...sample, updated })).occurredAt).toBe(occurredAt);
	});
});

test('the bytes of the plaintext may be spelled as JSON allows', async () => {
	const fields =
		'"key":"k","created":1.0,"updated":1582628999,"n":12345678901234567890,"link":"a\\/b","name":"Jos\\u00e9 é"';
	expect(await eventOf(` {\n"status" : "approved", "event":"VERIFICATION_REVIEWED",${fields} }\n`)).toMatchObject({
		status: 'approved',
		eventId: 'passbase:k:VERIFICATION_REVIEWED:approved:1582628999',
		payload: { link: 'a/b', name: 'José é' },
	});
});

test('two verifications, and two events or statuses or times of one, have different event ids', async () => {
	const changes = [{}, { key: 'a' }, { event: 'VERIFICATION_REVIEWED' }, { status: 'approved' }, { updated: 1 }];
	const ids = new Set<string>();
	for (const change of changes) ids.add((await eventOf({ ...sample, ...change })).eventId);
	expect(ids.size).toBe(changes.length);
});
