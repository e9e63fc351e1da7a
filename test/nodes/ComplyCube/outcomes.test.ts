import { strangers, variants, voids, withValue } from '../../support/payloads';
import { eventOf, sample, withOutcome } from './sender';

test('a completed check tells all that is known', async () => {
	expect(await eventOf(sample)).toStrictEqual({
		provider: 'complycube',
		status: 'approved',
		reason: null,
		decidedBy: null,
		check: { name: 'document_check', status: 'approved' },
		eventId: '5eb2b61e02df0a0008f1cf2b',
		eventType: 'check.completed',
		providerStatus: 'clear',
		verificationId: '5eb2b61e02df0a0008f1cf2a',
		externalId: null,
		subject: { id: '5eb1276d96be4a0008713af5', email: null, phone: null, name: null },
		occurredAt: '2024-10-11T00:00:00.123Z',
		receivedAt: '2026-03-04T05:06:07.089Z',
		payload: sample,
	});
});

/** One event for all outcomes, one for each, and the same in the older word. */
const completed = [
	'check.completed',
	'check.completed.clear',
	'check.completed.attention',
	'check.completed.rejected',
	'check.completed.match_confirmed',
	'check.completed.something_new',
	'check.complete',
	'check.complete.clear',
	'check.complete.attention',
];

describe.each(completed)('%s', (type) => {
	test.each([
		['clear', 'approved', null],
		['attention', 'pending', 'in_review'],
		['rejected', 'rejected', 'declined'],
		['match_confirmed', 'rejected', 'fraud'],
		['not_processed', 'other', 'unknown'],
		['Clear', 'other', 'unknown'],
		['clear ', 'other', 'unknown'],
		['unclear', 'other', 'unknown'],
		['constructor', 'other', 'unknown'],
		['__proto__', 'other', 'unknown'],
		['toString', 'other', 'unknown'],
	])('with the outcome %j is %s, %s', async (outcome, status, reason) => {
		expect(await eventOf(withOutcome(type, outcome))).toMatchObject({
			status,
			reason,
			decidedBy: null,
			check: { name: 'document_check', status },
			eventType: type,
			providerStatus: outcome,
		});
	});

	test('without an outcome decides nothing', async () => {
		for (const [name, payload] of variants(withOutcome(type, 'clear'), [['payload', 'outcome']], voids)) {
			const { status, reason } = await eventOf(payload);
			expect({ name, status, reason }).toEqual({ name, status: 'other', reason: 'unknown' });
		}
	});
});

describe('the other events', () => {
	test.each([
		['check.pending', 'pending', 'started'],
		['check.failed', 'other', 'provider_error'],
		['check.updated', 'other', 'notification'],
		['check.monitoring.attention', 'other', 'notification'],
		['check.something_new', 'other', 'notification'],
	])('%s is %s, %s, whatever the outcome, and about the check', async (type, status, reason) => {
		for (const outcome of ['clear', 'rejected', undefined]) {
			expect(await eventOf(withOutcome(type, outcome))).toMatchObject({
				status,
				reason,
				decidedBy: null,
				check: { name: 'document_check', status },
			});
		}
	});

	test.each([
		'client.created',
		'client.updated',
		'document.updated.image_uploaded',
		'address.deleted',
		'workflow.session.completed',
		'workflow.session.updated',
		'completed',
		'check',
		'checks.completed',
		'check.completedclear',
		'check.completes',
		'recheck.completed',
		'Check.Completed',
		'check.completed_clear',
		' check.completed',
		'constructor',
		'__proto__',
		'toString',
	])('%s is a notification, whatever the outcome', async (type) => {
		for (const outcome of ['clear', 'rejected']) {
			expect(await eventOf(withOutcome(type, outcome))).toMatchObject({
				status: 'other',
				reason: 'notification',
				eventType: type,
			});
		}
	});

	test.each(['client.created', 'workflow.session.completed', 'document.created'])(
		'%s is about no check',
		async (type) => {
			expect((await eventOf(withOutcome(type, 'clear'))).check).toBeNull();
		},
	);

	test.each(variants(sample, [['type']], voids))('an event without a name is unknown: %s', async (_, payload) => {
		expect(await eventOf(payload)).toMatchObject({
			status: 'other',
			reason: 'unknown',
			check: null,
			eventType: 'unknown',
			payload,
		});
	});

	test('the status stands in for an outcome that is not there yet', async () => {
		const payload = { ...sample, type: 'check.pending', payload: { id: '1', status: 'pending' } };
		expect(await eventOf(payload)).toMatchObject({ providerStatus: 'pending', check: { name: null } });
	});
});

describe('a payload of another shape', () => {
	const values = { ...voids, ...strangers };
	test.each(variants(sample, [['payload'], ['payload', 'outcome']], values))(
		'is never approved: %s',
		async (_, payload) => {
			expect(await eventOf(payload)).toMatchObject({ status: 'other', reason: 'unknown', payload });
		},
	);

	const elsewhere = [['id'], ['resourceType'], ['createdAt'], ['payload', 'id'], ['payload', 'clientId']];
	const checkType = ['payload', 'type'];
	test.each(variants(sample, [...elsewhere, checkType], values))('is passed on: %s', async (_, payload) => {
		expect(await eventOf(payload)).toMatchObject({ status: 'approved', payload });
	});
});

describe('the event id', () => {
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
