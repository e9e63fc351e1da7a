import { complyCube } from '../../../nodes/ComplyCube/complyCube';
import { unsignedEventOf } from '../../support/unsigned';
import { describeContradictions } from '../../support/describeContradictions';
import { withValue } from '../../support/payloads';
import { credential, eventOf, session, withSession } from './sender';

describe('a workflow session', () => {
	test('tells all that is known', async () => {
		expect(await eventOf(session)).toStrictEqual({
			provider: 'complycube',
			status: 'approved',
			reason: null,
			decidedBy: null,
			environment: null,
			check: null,
			eventId: '68566be3a37a78622f4f7be9',
			eventType: 'workflow.session.completed',
			providerStatus: 'clear',
			verificationId: '68566be3a37a78622f4f7be7',
			externalId: null,
			subject: { id: '5eb1276d96be4a0008713af5', type: null, email: null, phone: null, name: 'Zoë Müller' },
			occurredAt: '2025-01-13T11:39:30.124Z',
			receivedAt: '2026-03-04T05:06:07.089Z',
			payload: session,
		});
	});

	describe.each(['completed', 'updated'])('%s', (what) => {
		test.each([
			['clear', 'approved', null],
			['attention', 'pending', 'in_review'],
			['match_confirmed', 'pending', 'in_review'],
			['rejected', 'rejected', 'declined'],
			['not_processed', 'other', 'unknown'],
			['Clear', 'other', 'unknown'],
			['constructor', 'other', 'unknown'],
			['', 'other', 'unknown'],
			[['clear'], 'other', 'unknown'],
			[{ outcome: 'clear' }, 'other', 'unknown'],
			[true, 'other', 'unknown'],
		])('with the outcome %j is %s, %s, whatever the parameter is', async (outcome, status, reason) => {
			for (const approvedWhen of ['session', 'eachCheck', null]) {
				for (const stated of ['complete', 'completed', null, undefined]) {
					const event = await eventOf(withSession(what, stated, outcome), approvedWhen);
					expect(event).toMatchObject({ status, reason, check: null });
				}
			}
		});

		test.each(['started', 'processing', 'cancelled', 'abandoned', 'failed', '', true, ['complete']])(
			'with the outcome clear and the status %j contradicts itself',
			async (stated) => {
				expect(await eventOf(withSession(what, stated, 'clear'))).toMatchObject({ status: 'other', reason: 'unknown' });
			},
		);

		test('takes the outcome from the result, where the API has it, if the two agree', async () => {
			const inResult = (outcome: unknown, result: unknown) =>
				eventOf(withValue(withSession(what, 'complete', outcome), ['payload', 'result'], result));
			expect(await inResult(undefined, { outcome: 'clear' })).toMatchObject({ status: 'approved' });
			expect(await inResult('clear', { outcome: 'clear' })).toMatchObject({ status: 'approved' });
			for (const result of [{ outcome: 'rejected' }, { outcome: [] }, 'rejected', ['clear'], true, '']) {
				expect(await inResult('clear', result)).toMatchObject({ status: 'other', reason: 'unknown' });
			}
			expect(await inResult('rejected', { outcome: 'clear' })).toMatchObject({ status: 'other', reason: 'unknown' });
		});
	});

	test.each([
		['started', 'started', 'pending', 'started'],
		['processing', 'processing', 'pending', 'in_review'],
		['cancelled', 'cancelled', 'other', 'canceled'],
		['abandoned', 'abandoned', 'other', 'abandoned'],
		['updated', 'started', 'pending', 'started'],
		['updated', 'processing', 'pending', 'in_review'],
		['updated', 'cancelled', 'other', 'canceled'],
		['updated', 'abandoned', 'other', 'abandoned'],
		['updated', 'complete', 'other', 'unknown'],
		['updated', null, 'other', 'unknown'],
		['updated', 'constructor', 'other', 'unknown'],
		['completed', 'complete', 'other', 'unknown'],
		['started', 'complete', 'other', 'unknown'],
		['processing', 'complete', 'other', 'unknown'],
		['cancelled', 'complete', 'other', 'unknown'],
		['abandoned', ['abandoned'], 'other', 'unknown'],
	])('%s, in the status %j, without an outcome is %s, %s', async (what, stated, status, reason) => {
		const event = await eventOf(withSession(what, stated));
		expect(event).toMatchObject({ status, reason, providerStatus: typeof stated === 'string' ? stated : null });
	});

	test.each([
		['started', 'pending', 'started'],
		['processing', 'pending', 'in_review'],
		['cancelled', 'other', 'canceled'],
		['abandoned', 'other', 'abandoned'],
	])('%s without a status is %s, %s', async (what, status, reason) => {
		expect(await eventOf(withSession(what, undefined))).toMatchObject({ status, reason });
	});

	test.each(['started', 'processing', 'cancelled', 'abandoned'])(
		'%s with an outcome contradicts itself',
		async (what) => {
			for (const outcome of [
				'clear',
				'attention',
				'match_confirmed',
				'rejected',
				'something_new',
				'',
				true,
				['clear'],
			]) {
				for (const approvedWhen of ['session', 'eachCheck']) {
					const event = await eventOf(withSession(what, what, outcome), approvedWhen);
					expect(event).toMatchObject({ status: 'other', reason: 'unknown' });
				}
			}
		},
	);

	describeContradictions({
		eventOf: unsignedEventOf(complyCube, credential),
		approving: session,
		deciding: [
			{ path: ['type'], agreeing: ['workflow.session.updated'] },
			{ path: ['payload', 'status'], agreeing: [null, 'complete', 'completed'] },
			{ path: ['payload', 'outcome'], agreeing: [] },
			{ path: ['payload', 'result', 'outcome'], agreeing: [null, 'clear'] },
		],
		refusing: ['attention', 'rejected', 'match_confirmed', 'not_processed', 'failed', 'pending', 'cancelled'],
	});
});
