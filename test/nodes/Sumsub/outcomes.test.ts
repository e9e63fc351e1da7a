import { strangers, variants, voids, without, withValue } from '../../support/payloads';
import { eventOf, FINAL, GREEN, RETRY, sample } from './sender';

const APPLICANT = '5c9e177b0a975a6eeccf5960';

test('a review tells all that is known', async () => {
	expect(await eventOf(sample)).toStrictEqual({
		provider: 'sumsub',
		status: 'approved',
		reason: null,
		decidedBy: null,
		environment: 'live',
		check: null,
		eventId: `sumsub:${APPLICANT}:applicantReviewed:2020-02-21 13:23:19.321`,
		eventType: 'applicantReviewed',
		providerStatus: 'GREEN',
		verificationId: APPLICANT,
		externalId: 'customer-7',
		subject: { id: APPLICANT, type: 'person', email: null, phone: null, name: null },
		occurredAt: '2020-02-21T13:23:19.321Z',
		receivedAt: '2026-03-04T05:06:07.089Z',
		payload: sample,
	});
});

describe.each(['applicantReviewed', 'applicantWorkflowCompleted', 'applicantActionReviewed'])('%s', (type) => {
	const reviewed = (reviewResult: unknown) => eventOf({ ...sample, type, reviewResult });

	test.each([
		[GREEN, 'approved', null],
		[RETRY, 'pending', 'resubmission'],
		[FINAL, 'rejected', 'declined'],
		[{ reviewAnswer: 'RED' }, 'rejected', 'declined'],
		[{ reviewAnswer: 'RED', reviewRejectType: 'SOMETHING_NEW' }, 'rejected', 'declined'],
		[{ reviewAnswer: 'RED', reviewRejectType: 'retry' }, 'rejected', 'declined'],
		[{ reviewAnswer: 'YELLOW' }, 'other', 'unknown'],
	])('with %j is %s, %s', async (reviewResult, status, reason) => {
		expect(await reviewed(reviewResult)).toMatchObject({
			status,
			reason,
			decidedBy: null,
			eventType: type,
			providerStatus: reviewResult.reviewAnswer,
		});
	});

	test.each(['green', 'Green', 'GREEN ', 'GREEN\n', 'NOT_GREEN', 'GRЕEN', 'constructor', '__proto__', 'toString'])(
		'with the answer %j is nothing that anybody knows',
		async (reviewAnswer) => {
			const event = await reviewed({ reviewAnswer, reviewRejectType: 'RETRY' });
			expect(event).toMatchObject({ status: 'other', reason: 'unknown', providerStatus: reviewAnswer });
		},
	);

	test.each([undefined, null, 'GREEN', true, [GREEN], { answer: 'GREEN' }])(
		'without an answer is nothing that anybody knows: %j',
		async (reviewResult) => {
			const event = await reviewed(reviewResult);
			expect(event).toMatchObject({ status: 'other', reason: 'unknown', providerStatus: 'completed' });
		},
	);
});

test.each([
	['applicantCreated', 'init', 'pending', 'started'],
	['applicantPending', 'pending', 'pending', 'in_review'],
	['applicantPrechecked', 'queued', 'pending', 'in_review'],
	['applicantOnHold', 'onHold', 'pending', 'in_review'],
	['applicantActionPending', 'pending', 'pending', 'in_review'],
	['applicantActionOnHold', 'onHold', 'pending', 'in_review'],
	['applicantReset', 'init', 'pending', 'resubmission'],
	['applicantStepsReset', 'init', 'pending', 'resubmission'],
	['applicantAwaitingUser', 'awaitingUser', 'pending', 'started'],
	['applicantAwaitingService', 'awaitingService', 'pending', 'in_review'],
	['applicantDeactivated', 'init', 'other', 'notification'],
	['travelRuleAction', 'completed', 'other', 'notification'],
	['applicantPersonalInfoChanged', 'completed', 'other', 'notification'],
	['applicantTagsChanged', 'completed', 'other', 'notification'],
	['applicantActivated', 'completed', 'other', 'notification'],
	['applicantLevelChanged', 'completed', 'other', 'notification'],
	['applicantReviewedAgain', 'completed', 'other', 'notification'],
	['ApplicantReviewed', 'completed', 'other', 'notification'],
	['applicantReviewed ', 'completed', 'other', 'notification'],
	['constructor', 'completed', 'other', 'notification'],
	['__proto__', 'completed', 'other', 'notification'],
])('%s while %s is %s, %s, whatever the current answer is', async (type, reviewStatus, status, reason) => {
	for (const reviewResult of [GREEN, FINAL, RETRY, undefined]) {
		const event = await eventOf({ ...sample, type, reviewStatus, reviewResult });
		expect(event).toMatchObject({ status, reason, decidedBy: null, eventType: type, providerStatus: reviewStatus });
	}
});

describe('a payload of another shape', () => {
	const decisive = [['reviewResult'], ['reviewResult', 'reviewAnswer']];
	test.each([...variants(sample, decisive, { ...voids, ...strangers }), ...variants(sample, [['type']], voids)])(
		'is never approved: %s',
		async (_, payload) => {
			expect(await eventOf(payload)).toMatchObject({ status: 'other', reason: 'unknown', payload });
		},
	);

	test.each(variants(sample, [['type']], strangers))('is a notification of its own type: %s', async (_, payload) => {
		expect(await eventOf(payload)).toMatchObject({ status: 'other', reason: 'notification', payload });
	});

	const elsewhere = [['applicantId'], ['externalUserId'], ['createdAtMs'], ['levelName'], ['applicantType']];
	test.each(variants(sample, elsewhere, { ...voids, ...strangers }))('is passed on: %s', async (_, payload) => {
		expect(await eventOf(payload)).toMatchObject({ status: 'approved', payload });
	});

	test('is passed on when everything is missing', async () => {
		expect(await eventOf({})).toMatchObject({
			status: 'other',
			reason: 'unknown',
			eventType: 'unknown',
			eventId: expect.stringMatching(/^sumsub:[0-9a-f]{32}$/),
			providerStatus: null,
			verificationId: null,
			externalId: null,
			occurredAt: null,
		});
	});
});

describe('the event id', () => {
	test('tells each moment, type and applicant from another', async () => {
		const ids = new Set<string>();
		for (const change of [{}, { createdAtMs: '2020-02-21 13:23:19.322' }, { type: 'applicantOnHold' }]) {
			for (const applicantId of [APPLICANT, 'another']) {
				ids.add((await eventOf({ ...sample, ...change, applicantId })).eventId);
			}
		}
		expect(ids.size).toBe(6);
	});

	test('tells actions and transactions of an applicant from another, in one instant', async () => {
		const ids = new Set<string>();
		for (const type of ['applicantActionReviewed', 'applicantKytTxnRejected']) {
			for (const applicantActionId of [null, 'act-1', 'act-2']) {
				for (const kytTxnId of [undefined, 'txn-1', 'txn-2']) {
					ids.add((await eventOf({ ...sample, type, applicantActionId, kytTxnId })).eventId);
				}
			}
		}
		expect(ids.size).toBe(18);
	});

	test('tells what happens in one second from another, and is the same for a retry', async () => {
		const older = without({ ...sample, createdAt: '2020-02-21 13:23:19+0000' }, 'createdAtMs');
		const ids = new Set<string>();
		for (const reviewResult of [GREEN, FINAL, RETRY]) {
			for (const levelName of ['level-1', 'level-2']) {
				const event = await eventOf({ ...older, levelName, reviewResult });
				const again = { ...older, levelName, reviewResult, correlationId: 'another' };
				expect((await eventOf(again)).eventId).toBe(event.eventId);
				ids.add(event.eventId);
			}
		}
		expect(ids.size).toBe(6);
	});

	test('is the same when a retry says it in other words', async () => {
		const again = { ...sample, correlationId: 'another', reviewResult: { ...GREEN, moderationComment: 'ok' } };
		expect((await eventOf(again)).eventId).toBe((await eventOf(sample)).eventId);
	});

	test('is one of its own where a part is missing, the same each time', async () => {
		const paths = [['applicantId'], ['type'], ['createdAtMs']];
		const payloads = variants(sample, paths, voids).map(([, payload]) => payload);
		const ids = new Set<string>();
		for (const payload of [{}, ...payloads]) {
			const { eventId } = await eventOf(payload);
			expect((await eventOf(payload)).eventId).toBe(eventId);
			ids.add(eventId);
		}
		expect(ids.size).toBe(payloads.length + 1);
	});
});

test.each([
	['2024-02-23 15:21:13+0000', '2024-02-23T15:21:13.000Z'],
	['2024-02-23 15:21:13+0200', '2024-02-23T13:21:13.000Z'],
	['soon', null],
	[null, null],
])('an older payload that was created at %j occurred at %j', async (createdAt, occurredAt) => {
	for (const createdAtMs of [undefined, null, '']) {
		expect((await eventOf({ ...sample, createdAtMs, createdAt })).occurredAt).toBe(occurredAt);
	}
});

test.each([
	['2024-02-29 23:59:59.999', '2024-02-29T23:59:59.999Z'],
	['2024-02-30 00:00:00.000', null],
	['soon', null],
	[1582291399321, null],
	[null, null],
])('what was created at %j occurred at %j', async (createdAtMs, occurredAt) => {
	expect((await eventOf(withValue(sample, ['createdAtMs'], createdAtMs))).occurredAt).toBe(occurredAt);
});
