import type { KycEvent } from '../../../webhook/event';
import { LatestEvents } from '../../../webhook/latestEvents';
import { passbase } from '../../../nodes/Passbase/passbase';
import { describeContradictions } from '../../support/describeContradictions';
import { acceptedEvent, deliver } from '../../support/reception';
import { carry, credential, eventOf, sample, sealedQuickly, send } from './sender';

const AUTOMATIC = 'automatic';
const KEY = 'b76e244e-26a3-49ef-9c72-3e599bf0b5f2';

describe('an event', () => {
	test.each([
		['VERIFICATION_COMPLETED', 'approved', 'approved', null, AUTOMATIC],
		['VERIFICATION_COMPLETED', 'declined', 'rejected', 'declined', AUTOMATIC],
		['VERIFICATION_COMPLETED', 'pending', 'pending', 'in_review', null],
		['VERIFICATION_REVIEWED', 'approved', 'approved', null, null],
		['VERIFICATION_REVIEWED', 'declined', 'rejected', 'declined', null],
		['VERIFICATION_REVIEWED', 'pending', 'pending', 'in_review', null],
		['DATAPOINT_UPDATED', 'approved', 'other', 'notification', null],
		['DATAPOINT_UPDATED', 'declined', 'other', 'notification', null],
		['DATAPOINT_UPDATED', 'pending', 'other', 'notification', null],
		['WATCHLIST_MONITORING', 'approved', 'other', 'notification', null],
		['WATCHLIST_MONITORING', 'declined', 'other', 'notification', null],
		['WATCHLIST_MONITORING', 'pending', 'other', 'notification', null],
		['IDENTITY_AUTHENTICATED', 'approved', 'other', 'notification', null],
		['IDENTITY_AUTHENTICATED', 'declined', 'other', 'notification', null],
		['IDENTITY_AUTHENTICATED', 'pending', 'other', 'notification', null],
	])('%s with the status %s is %s, %s, decided %s', async (event, word, status, reason, decidedBy) => {
		const payload = { ...sample, event, status: word };
		expect(await eventOf(payload)).toStrictEqual({
			provider: 'passbase',
			status,
			reason,
			decidedBy,
			environment: null,
			check: null,
			eventId: `passbase:${KEY}:${event}:${word}:1582628999`,
			eventType: event,
			providerStatus: word,
			verificationId: KEY,
			externalId: null,
			subject: { id: null, type: null, email: null, phone: null, name: null },
			occurredAt: '2020-02-25T11:09:59.000Z',
			receivedAt: '2026-03-04T05:06:07.089Z',
			payload,
		});
	});

	test.each([
		[0, '1970-01-01T00:00:00.000Z'],
		[-1, '1969-12-31T23:59:59.000Z'],
		[-62135596800, '0001-01-01T00:00:00.000Z'],
		[1582628999000, null],
		[999999999999999, null],
	])('has a time that is a day of our calendar, or none: %j is %j', async (updated, occurredAt) => {
		expect((await eventOf({ ...sample, updated })).occurredAt).toBe(occurredAt);
	});
});

/** What is read from a payload of another shape, which no delivery can have. */
describe('a payload that was never sent', () => {
	const read = (changes: object) => {
		const context = { parameters: {}, signedId: null, fingerprint: () => 'FINGERPRINT' };
		const [event] = passbase.read({ ...sample, status: 'approved', ...changes }, context);
		return event;
	};

	test.each(['constructor', '__proto__', 'toString', 'APPROVED', 'not_approved', '', 0, true, null, ['approved'], {}])(
		'approves nobody with %j in it',
		(odd) => {
			for (const event of ['VERIFICATION_COMPLETED', 'VERIFICATION_REVIEWED']) {
				expect(read({ event, status: odd })).toMatchObject({ status: 'other', reason: 'unknown' });
			}
			expect(read({ event: odd })).toMatchObject({ status: 'other', reason: 'unknown', decidedBy: null });
		},
	);

	test('has an event id all the same', () => {
		expect(read({ updated: null })?.eventId).toBe(`passbase:${KEY}:VERIFICATION_COMPLETED:approved:FINGERPRINT`);
	});
});

describeContradictions({
	eventOf: async (payload) => {
		const result = await deliver(passbase, credential, carry(sealedQuickly(JSON.stringify(payload))));
		// What is not in the documented form is refused, and approves nobody either.
		return result.ok ? acceptedEvent(result) : ({ status: 'other' } as KycEvent);
	},
	approving: { ...sample, event: 'VERIFICATION_REVIEWED', status: 'approved' },
	deciding: [
		{ path: ['event'], agreeing: ['VERIFICATION_REVIEWED', 'VERIFICATION_COMPLETED'] },
		{ path: ['status'], agreeing: ['approved'] },
	],
	refusing: ['declined', 'pending', 'DATAPOINT_UPDATED', 'WATCHLIST_MONITORING', 'IDENTITY_AUTHENTICATED', 'APPROVED'],
});

test('two verifications, and two events or statuses or times of one, have different event ids', async () => {
	const changes = [
		{},
		{ key: KEY.replace('b', 'c') },
		{ event: 'VERIFICATION_REVIEWED' },
		{ status: 'approved' },
		{ updated: 1 },
	];
	const ids = new Set<string>();
	for (const change of changes) ids.add((await eventOf({ ...sample, ...change })).eventId);
	expect(ids.size).toBe(changes.length);
});

test('one event has one id, whatever else is told of it', async () => {
	const { eventId } = await eventOf(sample);
	for (const change of [{ created: 1 }, { processed: 0 }]) {
		expect((await eventOf({ ...sample, ...change })).eventId).toBe(eventId);
	}
});

test('an event that is older than one of the same verification undoes nothing', async () => {
	const latestEvents = new LatestEvents({ perScope: 10, total: 10 });
	const told = async (changes: object) => {
		const result = await deliver(passbase, credential, send({ ...sample, ...changes }), { latestEvents });
		return acceptedEvent(result);
	};
	await told({ event: 'VERIFICATION_REVIEWED', status: 'declined', updated: 20 });
	expect(await told({ status: 'approved', updated: 10 })).toMatchObject({ status: 'other', reason: 'outdated' });
	expect(await told({ status: 'approved', updated: 20 })).toMatchObject({ status: 'approved' });
});
