import { trustSwiftly } from '../../../nodes/TrustSwiftly/trustSwiftly';
import { LatestEvents } from '../../../webhook/latestEvents';
import { acceptedEvent, deliver } from '../../support/reception';
import { strangers, variants, voids, withValue, without, type Path } from '../../support/payloads';
import { credential, eventOf, flat, sample, send, withChecks, withWords } from './sender';

describe('the check', () => {
	test.each([
		['verification.completed', 2, 'approved'],
		['verification.completed', 3, 'rejected'],
		['verification.completed', 4, 'pending'],
		['verification.completed', 0, 'pending'],
		['verification.rejected', 3, 'rejected'],
		['verification.rejected', 2, 'approved'],
		['verification.pending', 0, 'pending'],
		['verification.in-process', 1, 'pending'],
		['verification.in-process', 5, 'pending'],
		['verification.in-process', 99, 'pending'],
		['verification.something', 2, 'approved'],
		['verification.completed', [2], 'other'],
	])('of %s in state %j is %s, whatever the others are', async (type, state, status) => {
		for (const other of [0, 2, 3]) {
			expect((await eventOf(withChecks(type, state, other))).check).toEqual({ name: 'Email verification', status });
		}
	});

	test.each([
		['verification.completed', 'Complete', 'approved'],
		['verification.completed', 'Rejected', 'rejected'],
		['verification.in-process', 'Processing', 'pending'],
		['verification.in-process', 'Approved', 'pending'],
	])('of %s with the word %s is %s', async (type, word, status) => {
		expect((await eventOf(withWords(type, word, 'Assigned'))).check).toEqual({ name: 'Check 0', status });
	});

	test.each([
		['verification.completed', 'approved'],
		['verification.rejected', 'rejected'],
		['verification.pending', 'pending'],
		['verification.in-process', 'pending'],
		['verification.something', 'pending'],
	])('of %s follows the event when the list does not tell: %s', async (type, status) => {
		const data = { ...sample.data, verification_id: 7 };
		expect((await eventOf({ ...sample, type, data })).check).toEqual({ name: 'Email verification', status });
	});
});

describe('the person', () => {
	test.each([
		[{ user_id: 172, user_uuid: 'u-1' }, 9, 'u-1'],
		[{ user_id: 172 }, 9, '172'],
		[{ user_id: 172, user_uuid: null }, 9, '172'],
		[{ user_id: null, user_uuid: '' }, 9, '9'],
		[{}, 9, '9'],
		[null, '9', '9'],
		[undefined, undefined, null],
	])('of relationships %j and trust id %j is %j', async (relationships, trust_id, id) => {
		const event = await eventOf({ ...sample, relationships, trust_id });
		expect([event.subject.id, event.verificationId]).toEqual([id, id]);
	});
});

describe('the reference', () => {
	test.each([
		['r-1', '1043', 'r-1'],
		[null, '1043', '1043'],
		['', 1043, '1043'],
		[null, null, null],
		[['r-1'], '1043', '1043'],
	])('of reference_id %j and order_id %j is %j', async (reference_id, order_id, externalId) => {
		const references = { reference_id, order_id };
		expect((await eventOf({ ...sample, data: { ...sample.data, ...references } })).externalId).toBe(externalId);
		expect((await eventOf({ ...flat, ...references })).externalId).toBe(externalId);
	});
});

test.each([
	['+15550100', '+15550100'],
	[15550100, '15550100'],
	['', null],
	[null, null],
])('the phone number %j is %j', async (phone_number, phone) => {
	expect((await eventOf({ ...sample, data: { ...sample.data, phone_number } })).subject.phone).toBe(phone);
	expect((await eventOf({ ...flat, phone_number })).subject.phone).toBe(phone);
});

test('two persons with the same check have each an id of their own', async () => {
	const other = { ...sample, relationships: { user_id: 173, user_uuid: 'another' } };
	expect((await eventOf(other)).verificationId).not.toBe((await eventOf(sample)).verificationId);
});

describe('the time', () => {
	test.each([
		['2025-10-08T23:55:09+00:00', '2025-10-08T23:55:09.000Z'],
		['2025-10-08T23:55:09+02:00', '2025-10-08T21:55:09.000Z'],
		['2025-10-08T23:55:09.123456Z', '2025-10-08T23:55:09.123Z'],
		['2025-10-08 23:55:09', '2025-10-08T23:55:09.000Z'],
		['yesterday', null],
		['2025-13-08T23:55:09Z', null],
		['0000-00-00 00:00:00', null],
		['9999-12-31T23:59:59-05:00', null],
		[1759967709, null],
		[null, null],
	])('%j is %j', async (occurred_at, occurredAt) => {
		expect((await eventOf({ ...sample, occurred_at })).occurredAt).toBe(occurredAt);
	});
});

describe('the event id', () => {
	const nameless = without(sample, 'id');

	test('is derived when the provider gives none', async () => {
		const expected =
			'trust-swiftly:verification.completed:0199c63f-a1d4-7400-bc22-8cdfaad82084:1:2025-10-08T23:55:09+00:00';
		for (const id of [undefined, null, '', [], {}, true]) {
			expect((await eventOf({ ...nameless, id })).eventId).toBe(expected);
		}
		expect((await eventOf({ ...without(flat, 'id'), verification_id: 4 })).eventId).toBe(
			'trust-swiftly:verification.completed:9:4:2023-01-02 03:04:05',
		);
	});

	test('is that of the provider, whatever else changes', async () => {
		const again = { ...sample, data: { ...sample.data, ip: '192.0.2.9', last_activity: '2026-01-01T00:00:00Z' } };
		expect((await eventOf(again)).eventId).toBe(sample.id);
	});

	test('tells two checks of one person and moment apart', async () => {
		const other = { ...nameless, data: { ...sample.data, verification_id: 3 } };
		expect((await eventOf(other)).eventId).not.toBe((await eventOf(nameless)).eventId);
	});

	test('is one of its own when it cannot be derived, the same each time', async () => {
		const paths: Path[] = [['type'], ['occurred_at'], ['relationships'], ['data', 'verification_id'], ['data']];
		const other = { ...nameless, resource_id: 2 };
		const payloads = [{}, ...[nameless, other].flatMap((base) => variants(base, paths, voids).map(([, odd]) => odd))];
		const ids = new Set<string>();
		for (const payload of payloads) {
			const { eventId } = await eventOf(payload);
			expect((await eventOf(payload)).eventId).toBe(eventId);
			ids.add(eventId);
		}
		expect(ids.size).toBe(payloads.length);
	});
});

describe('a payload of another shape', () => {
	const approved = withChecks('verification.completed', 2, 2);
	const all = { ...voids, ...strangers };
	const somewhere: Path[] = [
		['id'],
		['occurred_at'],
		['relationships'],
		['relationships', 'user_uuid'],
		['data', 'verification_id'],
		['data', 'verification_name'],
		['data', 'email'],
		['data', 'reference_id'],
	];

	test.each(variants(approved, somewhere, all))('is passed on: %s', async (_, payload) => {
		expect(await eventOf(payload)).toMatchObject({ status: 'approved', reason: null, payload });
	});

	const { absent, null: nothing, ...wrong } = all;
	const decisive: Path[] = [
		['data', 'verifications', 1],
		['data', 'verifications', 1, 'status'],
		['data', 'verifications', 1, 'status', 'value'],
	];

	test.each([
		...variants(approved, [['type']], all),
		...variants(approved, [['data', 'verifications']], wrong),
		...variants(approved, decisive, { ...wrong, null: nothing }),
		...variants(approved, decisive.slice(1), { absent }),
	])('approves nobody: %s', async (_, payload) => {
		const event = await eventOf(payload);
		expect(event.payload).toStrictEqual(payload);
		expect(['pending', 'other']).toContain(event.status);
	});

	test('approves nobody when what should hold the checks is no object', async () => {
		for (const data of ['', ' ', 'data', 5, true, [], [{ verifications: [] }]]) {
			const { status } = await eventOf({ ...approved, data });
			expect({ data, status }).toEqual({ data, status: expect.stringMatching(/^(pending|other)$/) });
		}
	});

	test('is passed on when all of it is of another type', async () => {
		for (const type of [5, null, [], {}, true]) {
			const payload = withValue({ ...sample, relationships: 5, data: 'none', occurred_at: {} }, ['type'], type);
			expect(await eventOf(payload)).toMatchObject({ status: 'other', reason: 'unknown', check: null, payload });
		}
	});
});

test('an approval that is replayed undoes no rejection', async () => {
	const latestEvents = new LatestEvents({ perScope: 10, total: 10 });
	const receive = async (user_status: string, occurred_at: string) => {
		const payload = { ...sample, type: 'user.status.changed', occurred_at, data: { ...sample.data, user_status } };
		return acceptedEvent(await deliver(trustSwiftly, credential, send(payload), { latestEvents }));
	};
	expect(await receive('Verified', '2025-10-08T10:00:00+00:00')).toMatchObject({ status: 'approved' });
	expect(await receive('Banned', '2025-10-09T10:00:00+00:00')).toMatchObject({ status: 'rejected' });
	expect(await receive('Verified', '2025-10-08T10:00:00+00:00')).toMatchObject({ status: 'other', reason: 'outdated' });
});
