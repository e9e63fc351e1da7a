import { complyCube } from '../../../nodes/ComplyCube/complyCube';
import { unsignedEventOf } from '../../support/unsigned';
import { describeContradictions } from '../../support/describeContradictions';
import { variants, voids, withValue } from '../../support/payloads';
import { credential, eventOf, sample, withOutcome } from './sender';

test('a check tells all that is known', async () => {
	expect(await eventOf(sample)).toStrictEqual({
		provider: 'complycube',
		status: 'pending',
		reason: 'partial',
		decidedBy: null,
		environment: null,
		check: { name: 'document_check', status: 'approved' },
		eventId: '5eb2b61e02df0a0008f1cf2b',
		eventType: 'check.completed',
		providerStatus: 'clear',
		verificationId: '5eb2b61e02df0a0008f1cf2a',
		externalId: null,
		subject: { id: '5eb1276d96be4a0008713af5', type: null, email: null, phone: null, name: 'Zoë Müller' },
		occurredAt: '2024-10-11T00:00:00.123Z',
		receivedAt: '2026-03-04T05:06:07.089Z',
		payload: sample,
	});
});

const contradiction = ['other', 'unknown', 'other'] as const;

/** An outcome, what it means where each check decides, and where the check itself stands. */
const outcomes = [
	['clear', 'approved', null, 'approved'],
	['attention', 'pending', 'in_review', 'pending'],
	['rejected', 'rejected', 'declined', 'rejected'],
	['match_confirmed', 'pending', 'in_review', 'rejected'],
] as const;
const words = outcomes.map(([outcome]) => outcome);
const noWords = ['not_processed', 'Clear', 'clear ', 'unclear', 'constructor', '__proto__', 'toString', ''];

/** What the name of an event ends with, and an outcome that says something else. */
const contradictions: ReadonlyArray<readonly [string, unknown]> = [
	...words.flatMap((suffix) =>
		[...words, ...noWords].filter((word) => word !== suffix).map((word) => [suffix, word] as const),
	),
	['something_new', 'clear'],
	['clear.attention', 'clear'],
	['', 'clear'],
	['clear', true],
	['clear', ['clear']],
	['clear', { outcome: 'clear' }],
	['clear', 1],
];

/** The current word and that of the older documentation. */
describe.each(['check.completed', 'check.complete'])('%s', (type) => {
	test.each(outcomes)('with the outcome %s is %s, %s, its check %s', async (outcome, status, reason, check) => {
		const expected = { decidedBy: null, check: { name: 'document_check', status: check }, providerStatus: outcome };
		for (const eventType of [type, `${type}.${outcome}`]) {
			const payload = withOutcome(eventType, outcome);
			expect(await eventOf(payload, 'eachCheck')).toMatchObject({ ...expected, eventType, status, reason });
			for (const approvedWhen of ['session', null, undefined, true, 'EACHCHECK', ['eachCheck']]) {
				const event = await eventOf(payload, approvedWhen);
				expect(event).toMatchObject({ ...expected, eventType, status: 'pending', reason: 'partial' });
			}
		}
	});

	test.each(outcomes)('tells the outcome %s by its name alone: %s, %s, its check %s', async (outcome, ...expected) => {
		const [status, reason, check] = expected;
		for (const none of [undefined, null]) {
			const event = await eventOf(withOutcome(`${type}.${outcome}`, none), 'eachCheck');
			expect(event).toMatchObject({ status, reason, check: { status: check }, providerStatus: outcome });
		}
	});

	test.each(contradictions)('with %j in its name and the outcome %j contradicts itself', async (suffix, outcome) => {
		const [status, reason, check] = contradiction;
		for (const approvedWhen of ['session', 'eachCheck']) {
			const event = await eventOf(withOutcome(`${type}.${suffix}`, outcome), approvedWhen);
			expect(event).toMatchObject({ status, reason, check: { status: check } });
		}
	});

	test.each(noWords)('with the outcome %j is unknown', async (outcome) => {
		for (const approvedWhen of ['session', 'eachCheck']) {
			expect(await eventOf(withOutcome(type, outcome), approvedWhen)).toMatchObject({
				status: 'other',
				reason: 'unknown',
			});
		}
	});

	test('without an outcome decides nothing', async () => {
		for (const [name, payload] of variants(withOutcome(type, 'clear'), [['payload', 'outcome']], voids)) {
			const { status, reason } = await eventOf(payload, 'eachCheck');
			expect({ name, status, reason }).toEqual({ name, status: 'other', reason: 'unknown' });
		}
	});

	test('takes the outcome from the result, where the API has it, if all agree', async () => {
		const withResult = (outcome: unknown, result: unknown) =>
			eventOf(withValue(withOutcome(`${type}.clear`, outcome), ['payload', 'result'], result), 'eachCheck');
		const clear = { outcome: 'clear', breakdown: {} };
		expect(await withResult(undefined, clear)).toMatchObject({ status: 'approved', providerStatus: 'clear' });
		expect(await withResult('clear', clear)).toMatchObject({ status: 'approved' });
		expect(await withResult('clear', {})).toMatchObject({ status: 'approved' });
		for (const result of [{ outcome: 'attention' }, { outcome: true }, { outcome: '' }, 'rejected', ['clear']]) {
			expect(await withResult('clear', result)).toMatchObject({ status: 'other', reason: 'unknown' });
		}
		expect(await withResult('rejected', clear)).toMatchObject({ status: 'other', reason: 'unknown' });
	});
});

describe('a check that decides', () => {
	describeContradictions({
		eventOf: unsignedEventOf(complyCube, credential, { parameters: { approvedWhen: 'eachCheck' } }),
		approving: { ...sample, type: 'check.completed.clear' },
		deciding: [
			{ path: ['type'], agreeing: ['check.completed', 'check.complete', 'check.complete.clear'] },
			{ path: ['payload', 'status'], agreeing: [null, 'complete', 'completed'] },
			{ path: ['payload', 'outcome'], agreeing: [null, 'clear'] },
			{ path: ['payload', 'result', 'outcome'], agreeing: [null, 'clear'] },
		],
		refusing: ['attention', 'rejected', 'match_confirmed', 'not_processed', 'failed', 'pending'],
	});
});

describe('the other events of checks', () => {
	test.each([
		['check.pending', 'pending', 'started', 'pending'],
		['check.failed', 'other', 'provider_error', 'other'],
		['check.updated', 'other', 'notification', 'other'],
		['check.monitoring.clear', 'other', 'notification', 'other'],
		['check.something_new', 'other', 'notification', 'other'],
	])('%s without an outcome is %s, %s, its check %s', async (type, status, reason, check) => {
		for (const outcome of [undefined, null]) {
			const payload = withOutcome(type, outcome);
			const expected = { decidedBy: null, check: { name: 'document_check', status: check } };
			expect(await eventOf(payload, 'eachCheck')).toMatchObject({ ...expected, status, reason });
			const held = status === 'pending' ? { status, reason: 'partial' } : { status, reason };
			expect(await eventOf(payload)).toMatchObject({ ...expected, ...held });
		}
	});

	test.each(['check.pending', 'check.failed'])('%s with an outcome contradicts itself', async (type) => {
		for (const outcome of [...words, ...noWords, true, ['clear']]) {
			for (const approvedWhen of ['session', 'eachCheck']) {
				const event = await eventOf(withOutcome(type, outcome), approvedWhen);
				expect(event).toMatchObject({ status: 'other', reason: 'unknown', check: { status: 'other' } });
			}
		}
	});

	test.each(outcomes)('check.updated with the outcome %s is %s, %s, its check %s', async (outcome, ...expected) => {
		const [status, reason, check] = expected;
		const payload = withOutcome('check.updated', outcome);
		for (const stated of [undefined, 'complete', 'completed']) {
			const updated = withValue(payload, ['payload', 'status'], stated);
			expect(await eventOf(updated, 'eachCheck')).toMatchObject({ status, reason, check: { status: check } });
			const held = { status: 'pending', reason: 'partial', check: { status: check } };
			expect(await eventOf(updated)).toMatchObject(held);
		}
		for (const stated of ['pending', 'failed']) {
			const event = await eventOf(withValue(payload, ['payload', 'status'], stated), 'eachCheck');
			expect(event).toMatchObject({ status: 'other', reason: 'unknown' });
		}
	});

	test.each([...noWords, true, ['clear'], { outcome: 'clear' }])(
		'check.updated with the outcome %j is unknown',
		async (outcome) => {
			for (const approvedWhen of ['session', 'eachCheck']) {
				const event = await eventOf(withOutcome('check.updated', outcome), approvedWhen);
				expect(event).toMatchObject({ status: 'other', reason: 'unknown' });
			}
		},
	);

	test.each([
		'check.monitoring.rejected',
		'check.monitoring.match_confirmed',
		'check.monitoring.something_new',
		'check.monitoring.clear.rejected',
		'check.monitoring.',
		'workflow.session.completed.clear',
		'workflow.session.completed.rejected',
		'workflow.session.completed.something_new',
		'workflow.session.completed.',
	])('%s is unknown: what its name ends with is not documented', async (type) => {
		for (const outcome of ['clear', 'rejected', undefined]) {
			for (const approvedWhen of ['session', 'eachCheck']) {
				const event = await eventOf(withOutcome(type, outcome), approvedWhen);
				expect(event).toMatchObject({ status: 'other', reason: 'unknown' });
			}
		}
	});

	test.each([
		['check.pending', 'complete'],
		['check.failed', 'complete'],
		['check.failed', ['failed']],
		['check.completed.clear', 'pending'],
		['check.completed.clear', 'failed'],
		['check.completed.rejected', ''],
	])('%s in the status %j contradicts itself', async (type, stated) => {
		const payload = withValue(withOutcome(type, null), ['payload', 'status'], stated);
		for (const approvedWhen of ['session', 'eachCheck']) {
			expect(await eventOf(payload, approvedWhen)).toMatchObject({ status: 'other', reason: 'unknown' });
		}
	});

	test.each(['attention', 'rejected', 'match_confirmed', undefined, null])(
		'monitoring with the outcome %j is an alert',
		async (outcome) => {
			const payload = withOutcome('check.monitoring.attention', outcome);
			for (const approvedWhen of ['session', 'eachCheck']) {
				expect(await eventOf(payload, approvedWhen)).toMatchObject({ status: 'other', reason: 'alert' });
			}
		},
	);

	test.each(['clear', 'something_new', '', ['attention']])(
		'monitoring with the outcome %j contradicts itself',
		async (outcome) => {
			const event = await eventOf(withOutcome('check.monitoring.attention', outcome));
			expect(event).toMatchObject({ status: 'other', reason: 'unknown' });
		},
	);
});

describe('the other events', () => {
	test.each([
		'client.created',
		'client.updated',
		'document.updated.image_uploaded',
		'address.deleted',
		'workflow.session',
		'workflow.sessions.completed',
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
			expect(await eventOf(withOutcome(type, outcome), 'eachCheck')).toMatchObject({
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
		expect(await eventOf(payload, 'eachCheck')).toMatchObject({
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
