import { LatestEvents } from '../../../webhook/latestEvents';
import { complyCube } from '../../../nodes/ComplyCube/complyCube';
import { strangers, variants, voids, withValue } from '../../support/payloads';
import { acceptedEvent, deliver } from '../../support/reception';
import { credential, eventOf, sample, send, session, withSession } from './sender';

describe('a client', () => {
	const client = {
		id: '3eefd37bd9a48c900d64aa6c',
		type: 'client.created',
		resourceType: 'client',
		payload: {
			id: '5eb04fcd0f3e360008035eb1',
			type: 'person',
			entityName: 'Zoë Müller',
			email: 'zoe@example.com',
			mobile: '+4915112345678',
			externalId: 'crm-42',
		},
		createdAt: '2025-01-13T11:39:30.124Z',
	};
	const withClient = (changed: object) => ({ ...client, payload: { ...client.payload, ...changed } });

	test('is told with all that is known', async () => {
		expect(await eventOf(client)).toMatchObject({
			status: 'other',
			reason: 'notification',
			verificationId: '5eb04fcd0f3e360008035eb1',
			externalId: 'crm-42',
			subject: {
				id: '5eb04fcd0f3e360008035eb1',
				type: 'person',
				email: 'zoe@example.com',
				phone: '+4915112345678',
				name: 'Zoë Müller',
			},
		});
	});

	test.each([
		[{ type: 'company', entityName: null, companyDetails: { name: 'Müller GmbH' } }, 'company', 'Müller GmbH'],
		[{ entityName: '', personDetails: { firstName: 'Zoë', lastName: 'Müller' } }, 'person', 'Zoë Müller'],
		[{ entityName: null, personDetails: { firstName: 'A', middleName: 'B', lastName: 'C' } }, 'person', 'A B C'],
		[{ entityName: null, personDetails: 'none' }, 'person', null],
		[{ type: 'robot' }, null, 'Zoë Müller'],
		[{ type: ['person'] }, null, 'Zoë Müller'],
		[{ type: null }, null, 'Zoë Müller'],
	])('%j is a %s named %j', async (changed, type, name) => {
		expect((await eventOf(withClient(changed))).subject).toMatchObject({ type, name });
	});

	test('has the telephone where there is no mobile', async () => {
		const event = await eventOf(withClient({ mobile: null, telephone: '+4930123456' }));
		expect(event.subject.phone).toBe('+4930123456');
	});
});

test('what a session or a check says of its client is read there, too', async () => {
	for (const payload of [session, sample]) {
		const known = { ...payload.payload, externalId: 'crm-42', email: 'zoe@example.com', mobile: '+4915112345678' };
		expect(await eventOf({ ...payload, payload: known })).toMatchObject({
			externalId: 'crm-42',
			subject: { type: null, email: 'zoe@example.com', phone: '+4915112345678', name: 'Zoë Müller' },
		});
	}
});

describe('a payload of another shape', () => {
	const values = { ...voids, ...strangers };
	test.each(variants(session, [['payload'], ['payload', 'outcome']], values))(
		'is never approved: %s',
		async (_, payload) => {
			expect(await eventOf(payload)).toMatchObject({ status: 'other', reason: 'unknown', payload });
		},
	);

	const elsewhere = [['id'], ['resourceType'], ['createdAt'], ['payload', 'id'], ['payload', 'clientId']];
	test.each(variants(session, [...elsewhere, ['payload', 'type']], values))('is passed on: %s', async (_, payload) => {
		expect(await eventOf(payload)).toMatchObject({ status: 'approved', payload });
	});
});

describe('the event id', () => {
	test('is that of the provider, whatever else changes', async () => {
		const again = withValue(session, ['payload', 'updatedAt'], '2026-01-01T00:00:00.000Z');
		expect((await eventOf(again)).eventId).toBe(session.id);
	});

	test('is derived when the provider gives none', async () => {
		for (const [, payload] of variants(sample, [['id']], voids)) {
			expect((await eventOf(payload)).eventId).toBe(
				'complycube:check.completed:5eb2b61e02df0a0008f1cf2a:2024-10-11T00:00:00.123Z',
			);
		}
	});

	test('is one of its own when it cannot be derived, the same each time', async () => {
		const { id: _, ...nameless } = sample;
		const payloads = [
			{},
			...variants(nameless, [['type'], ['createdAt'], ['payload']], voids).map(([, payload]) => payload),
		];
		const ids = new Set<string>();
		for (const payload of payloads) {
			const { eventId } = await eventOf(payload);
			expect((await eventOf(payload)).eventId).toBe(eventId);
			ids.add(eventId);
		}
		expect(ids.size).toBe(payloads.length);
	});
});

test.each([
	['2024-10-11T02:00:00+02:00', '2024-10-11T00:00:00.000Z'],
	['yesterday', null],
	[1728604800, null],
	[null, null],
])('an event created at %j occurred at %j', async (createdAt, occurredAt) => {
	expect((await eventOf(withValue(sample, ['createdAt'], createdAt))).occurredAt).toBe(occurredAt);
});

test('a session that is told late undoes no decision', async () => {
	const latestEvents = new LatestEvents({ perScope: 10, total: 10 });
	const receive = async (payload: object) =>
		acceptedEvent(await deliver(complyCube, credential, send({ ...payload }), { latestEvents }));
	const late = { ...withSession('processing', 'processing'), id: 'late', createdAt: '2025-01-13T11:39:29.000Z' };
	expect(await receive(session)).toMatchObject({ status: 'approved' });
	expect(await receive(late)).toMatchObject({ status: 'other', reason: 'outdated', providerStatus: 'processing' });
});
