import { humanos } from '../../../nodes/Humanos/humanos';
import { SeenEvents } from '../../../webhook/duplicates';
import { LatestEvents } from '../../../webhook/latestEvents';
import type { JsonObject } from '../../../webhook/json';
import { deliver } from '../../support/reception';
import { withValue } from '../../support/payloads';
import { credential, eventOfPayload, sendPayload, SIGNED_AT, timestamp } from './sender';

const LATER = String(Number(timestamp) + 100_000);
const user = { contact: 'grantor@example.com', id: 'usr_1' };
const decided: JsonObject = {
	eventType: 'credential',
	requestId: 'r',
	user,
	credential: { id: 'c', status: 'PENDING', resourceType: 'DOCUMENT' },
	decision: { action: 'accept', date: '2026-06-01T12:00:00.000Z' },
};
const identity: JsonObject = {
	eventType: 'identity',
	requestId: 'r',
	user,
	decision: { success: true, isFraud: false, outcome: 'VERIFIED', date: '2026-06-01T12:00:00.000Z' },
};
const filled: JsonObject = {
	event: 'process.form.filled',
	processId: 'p',
	userId: 'u',
	completedAt: '2025-09-15T21:54:36.637Z',
	metadata: { items: [{ itemId: 'i', formId: 'f', submittedFields: [] }] },
};
const failed: JsonObject = { eventType: 'otp.failed', requestId: 'r', user, otp: { error: { code: 'UNDELIVERABLE' } } };
const idOf = async (payload: JsonObject, time?: string) => (await eventOfPayload(payload, time)).eventId;

describe('two events', () => {
	test.each([
		['of two types', decided, ['eventType'], 'otp.failed'],
		['of two requests', decided, ['requestId'], 'r2'],
		['about two credentials', decided, ['credential', 'id'], 'c2'],
		['of two persons', decided, ['user', 'id'], 'usr_2'],
		['of two persons without an id', withValue(decided, ['user'], { contact: '+1' }), ['user', 'contact'], '+2'],
		['at two times', decided, ['decision', 'date'], '2026-06-01T12:00:01.000Z'],
		['with two words of the person', decided, ['decision', 'action'], 'reject'],
		['with two statuses', decided, ['credential', 'status'], 'APPROVED'],
		['with two answers of another person', decided, ['credential', 'decisions'], [{ accepted: false }]],
		['of which one is no success', identity, ['decision', 'success'], false],
		['of which one is fraud', identity, ['decision', 'isFraud'], true],
		['with two outcomes', identity, ['decision', 'outcome'], 'REJECTED'],
		['about two forms', filled, ['metadata', 'items', 0, 'itemId'], 'i2'],
		['of which one rejects', filled, ['metadata', 'items', 0, 'rejected'], true],
		['of two days in 2025', filled, ['completedAt'], '2025-09-16T21:54:36.637Z'],
		['of two persons in 2025', filled, ['userId'], 'u2'],
	] as const)('%s have two ids', async (_, payload, path, value) => {
		expect(await idOf(withValue(payload, path, value))).not.toBe(await idOf(payload));
	});
});

describe('one event', () => {
	test.each([
		['a risk score', identity, ['decision', 'riskScore'], 7],
		['a message', identity, ['decision', 'message'], 'ok'],
		['the data of the identity', identity, ['identity'], { fullName: 'José' }],
		['a reference', decided, ['internalId'], 'mine'],
		['another contact', decided, ['user', 'contact'], '+1234567890'],
		['proofs', decided, ['credential', 'proofs'], [{ type: 'DataIntegrityProof' }]],
		['a name', decided, ['credential', 'name'], 'Terms'],
		['fields of a form', filled, ['metadata', 'items', 0, 'submittedFields'], [{ question: '?' }]],
		['a message of the carrier', failed, ['otp', 'error', 'message'], 'The number does not exist'],
	] as const)('has one id when it comes again with %s', async (_, payload, path, value) => {
		expect(await idOf(withValue(payload, path, value))).toBe(await idOf(payload));
	});

	test('has one id when it is signed anew', async () => {
		for (const payload of [decided, identity, filled]) expect(await idOf(payload, LATER)).toBe(await idOf(payload));
	});
});

describe('an event without a date', () => {
	const trial = { ...failed, eventType: 'test' };

	test.each([
		['otp.failed', failed],
		['test', trial],
	])('is another one when it is signed at another time: %s', async (type, payload) => {
		const ids = [await idOf(payload), await idOf(payload), await idOf(payload, LATER)];
		expect(ids[1]).toBe(ids[0]);
		expect(ids[2]).not.toBe(ids[0]);
		expect(ids.map((id) => id.split(':').at(-1))).toEqual([timestamp, timestamp, LATER]);
		expect(ids[0]).toMatch(new RegExp(`^humanos:${type}:r:[0-9a-f]{32}:`));
	});

	test('is a duplicate when the same delivery comes again, and none when it fails again', async () => {
		const seenEvents = new SeenEvents({ perScope: 10, total: 10 });
		const results = [];
		for (const time of [timestamp, timestamp, LATER]) {
			const result = await deliver(humanos, credential, sendPayload(failed, time), { now: Number(time), seenEvents });
			if (result.ok && result.result === 'accepted') result.settle(true);
			results.push(result.ok && result.result);
		}
		expect(results).toEqual(['accepted', 'duplicate', 'accepted']);
	});

	test('has the date of its body where it has one', async () => {
		const dated = { ...failed, decisionDate: '2024-01-15T22:45:00.000Z' };
		expect(await idOf(dated, LATER)).toBe(await idOf(dated));
		expect(await idOf(dated)).toMatch(/:2024-01-15T22:45:00\.000Z$/);
	});

	test('of another type is told apart by all that it says', async () => {
		const { decisionDate: _, ...identityWithout } = { ...identity, decision: { success: true }, decisionDate: null };
		expect(await idOf(identityWithout, LATER)).toBe(await idOf(identityWithout));
		expect(await idOf({ ...identityWithout, message: 'x' })).not.toBe(await idOf(identityWithout));
	});
});

test('nobody is named in an event id', async () => {
	const persons = ['grantor@example.com', '+1234567890', 'Jane Doe', 'did:web:humanos:contact:grantor@example.com'];
	const users = [
		...persons.map((contact) => ({ contact })),
		...persons.map((id) => ({ id })),
		...persons.map((did) => ({ did, contact: '+1234567890' })),
	];
	for (const payload of [decided, identity, failed, filled, { ...failed, eventType: 'test' }]) {
		for (const person of users) {
			const id = await idOf({ ...payload, user: person, identity: { fullName: 'Jane Doe' }, userId: null });
			for (const name of [...persons, 'grantor', '1234567890', 'Jane']) expect(id).not.toContain(name);
		}
	}
});

describe('an event that comes late', () => {
	const at = (date: string) => withValue(decided, ['decision', 'date'], date);
	const accepted = withValue(at('2020-06-01T12:00:00.000Z'), ['credential', 'status'], 'APPROVED');
	const early = at('2020-06-01T11:00:00.000Z');
	const lateReason = async (payload: JsonObject) => {
		const latestEvents = new LatestEvents({ perScope: 10, total: 10 });
		await deliver(humanos, credential, sendPayload(accepted), { latestEvents, now: SIGNED_AT });
		const result = await deliver(humanos, credential, sendPayload(payload), { latestEvents, now: SIGNED_AT });
		return result.ok && result.result === 'accepted' ? result.events[0]?.reason : null;
	};

	test('is outdated when it is about the same person and credential of a request', async () => {
		expect(await lateReason(early)).toBe('outdated');
	});

	test.each([
		['another person', ['user', 'id'], 'usr_2'],
		['another credential', ['credential', 'id'], 'c2'],
	])('is as it is when it is about %s', async (_, path, value) => {
		expect(await lateReason(withValue(early, path, value))).toBe('partial');
	});
});
