import { humanos } from '../../../nodes/Humanos/humanos';
import type { JsonObject } from '../../../webhook/json';
import { eventOf, shapes } from './sender';

const DID = 'did:via:user-xyz789';

const shapesOf = (name: string) => Object.entries(shapes[name] ?? {});

describe('a payload of another shape', () => {
	test.each(shapesOf('passed on'))('is passed on: %s', async (plaintext, body) => {
		expect(await eventOf(body)).toMatchObject({ status: 'approved', reason: null, payload: JSON.parse(plaintext) });
	});

	test.each(shapesOf('approving nobody'))('approves nobody: %s', async (plaintext, body) => {
		const event = await eventOf(body);
		expect(event).toMatchObject({ payload: JSON.parse(plaintext) });
		expect(['rejected', 'other']).toContain(event.status);
		if (event.status === 'rejected') expect(event.reason).toMatch(/^(fraud|declined)$/);
	});

	test('approves nobody when its items cannot be read', async () => {
		const approved = [];
		for (const [plaintext, body] of shapesOf('approving nobody by its items')) {
			if ((await eventOf(body)).status === 'approved') approved.push(JSON.parse(plaintext).metadata);
		}
		expect(approved).toEqual([]);
	});

	test('has an event id of its own when it tells too little, the same each time', async () => {
		const payloads = shapesOf('telling nothing apart');
		const ids = new Set<string>();
		for (const [, body] of payloads) {
			const { eventId } = await eventOf(body);
			expect((await eventOf(body)).eventId).toBe(eventId);
			ids.add(eventId);
		}
		expect(payloads.length).toBeGreaterThan(50);
		expect(ids.size).toBe(payloads.length);
	});
});

/** What is read from a payload, without the way of a delivery. */
function read(payload: JsonObject) {
	const [event, ...more] = humanos.read(payload, { parameters: {}, signedId: null, fingerprint: () => 'FINGERPRINT' });
	expect(more).toEqual([]);
	return event;
}

describe('the fields', () => {
	test.each([
		[
			{ contact: '+1234567890', did: DID, id: 'user-1' },
			{ id: DID, phone: '+1234567890', email: null },
		],
		[
			{ contact: 'jane@example.com', id: 'user-1' },
			{ id: 'user-1', email: 'jane@example.com', phone: null },
		],
		[
			{ contact: 'jane@example.com', did: '' },
			{ id: null, email: 'jane@example.com', phone: null },
		],
		[
			{ id: 'usr_1', contact: '+1234567890' },
			{ id: 'usr_1', email: null, phone: '+1234567890' },
		],
		[{ contact: 1234567890 }, { id: null, email: null, phone: '1234567890' }],
		[{}, { id: null, email: null, phone: null }],
	])('tell the person: %j', (user, subject) => {
		expect(read({ eventType: 'identity', user })?.subject).toEqual({ ...subject, type: null, name: null });
	});

	test.each([
		[{ internalId: 'a', user: { internalId: 'b' } }, 'a'],
		[{ user: { internalId: 'b' } }, 'b'],
		[{ internalId: '', user: { internalId: 'b' } }, 'b'],
		[{ user: {} }, null],
	])('tell the reference of the customer: %j', (payload, externalId) => {
		expect(read(payload)?.externalId).toBe(externalId);
	});

	test.each([
		[
			{ decisionDate: '2024-01-15T18:30:00.000Z', decision: { date: '2023-01-01T00:00:00Z' } },
			'2024-01-15T18:30:00.000Z',
		],
		[{ decision: { date: '2023-01-01T02:00:00+02:00' } }, '2023-01-01T00:00:00.000Z'],
		[{ completedAt: '2025-10-01T10:00:00.000Z' }, '2025-10-01T10:00:00.000Z'],
		[{ rejectedAt: '2025-09-15T22:10:12.421Z' }, '2025-09-15T22:10:12.421Z'],
		[{ decisionDate: '2024-01-15T18:30:00.000Z', completedAt: '2025-10-01T10:00:00.000Z' }, '2024-01-15T18:30:00.000Z'],
		[{ decisionDate: 'yesterday' }, null],
		[{}, null],
	])('tell the time: %j', (payload, occurredAt) => {
		expect(read(payload)?.occurredAt).toBe(occurredAt);
	});

	test.each([
		[{ eventType: 'credential', event: 'identity' }, 'credential'],
		[{ event: 'process.completed' }, 'process.completed'],
		[{}, 'unknown'],
	])('tell the type: %j', (payload, eventType) => {
		expect(read(payload)).toMatchObject({ eventType, selector: eventType });
	});

	test.each([
		[
			{ resourceType: 'CONSENT', name: 'Terms', status: 'ACCEPTED' },
			{ name: 'CONSENT', status: 'approved' },
		],
		[
			{ name: 'Terms', status: 'REJECTED' },
			{ name: 'Terms', status: 'rejected' },
		],
		[{ status: 'PENDING' }, { name: null, status: 'pending' }],
		[
			{ status: 'ARCHIVED', resourceType: 'FORM' },
			{ name: 'FORM', status: 'other' },
		],
		[undefined, { name: null, status: 'other' }],
	])('tell the check of a credential: %j', (credential, check) => {
		expect(read({ eventType: 'credential', credential })?.check).toEqual(check);
	});

	test.each([
		[{ userId: 'u-77' }, { id: 'u-77', name: null }],
		[
			{ userId: 'u-77', user: { id: 'usr_1' } },
			{ id: 'usr_1', name: null },
		],
		[
			{ professionalId: 'p-1', professionalName: 'Ann' },
			{ id: 'p-1', name: 'Ann' },
		],
		[{ metadata: { identityData: { fullName: 'Jane' } } }, { id: null, name: 'Jane' }],
		[
			{ identity: { fullName: 'José' }, metadata: { identityData: { fullName: 'Jane' } } },
			{ id: null, name: 'José' },
		],
	])('tell the person of before 2026: %j', (payload, person) => {
		expect(read(payload)?.subject).toEqual({ type: null, email: null, phone: null, ...person });
	});
});
