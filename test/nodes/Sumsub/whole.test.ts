import { sumsub } from '../../../nodes/Sumsub/sumsub';
import { SumsubTrigger } from '../../../nodes/Sumsub/SumsubTrigger.node';
import { LatestEvents } from '../../../webhook/latestEvents';
import { describeContradictions } from '../../support/describeContradictions';
import { unsignedEventOf } from '../../support/unsigned';
import { acceptedEvent, deliver } from '../../support/reception';
import { credential, eventOf, FINAL, GREEN, RETRY, sample, send } from './sender';

const unknown = { status: 'other', reason: 'unknown' };
const workflow = { parameters: { approvedWhen: 'workflow' } };

describe.each([
	['applicantReviewed', [null]],
	['applicantActionReviewed', [null]],
	['applicantWorkflowCompleted', [null, 'FINAL']],
])('%s', (type, rejectTypes) => {
	describeContradictions({
		eventOf: unsignedEventOf(sumsub, credential),
		approving: { ...sample, type },
		deciding: [
			{ path: ['reviewStatus'], agreeing: [null, 'completed'] },
			{ path: ['reviewResult'], agreeing: [GREEN] },
			{ path: ['reviewResult', 'reviewAnswer'], agreeing: ['GREEN'] },
			{ path: ['reviewResult', 'reviewRejectType'], agreeing: rejectTypes },
			{ path: ['reviewResult', 'rejectLabels'], agreeing: [null, []] },
			{ path: ['applicantMemberOf'], agreeing: [null, []] },
			{ path: ['sandboxMode'], agreeing: [null, false] },
		],
		refusing: ['RED', 'RETRY', 'FINAL', 'YELLOW', 'pending', 'onHold', 'init', 'FORGERY'],
	});

	test.each(['pending', 'onHold', 'awaitingService', ''])(
		'decides nothing while the review is %j',
		async (reviewStatus) => {
			for (const reviewResult of [GREEN, RETRY, FINAL]) {
				expect(await eventOf({ ...sample, type, reviewStatus, reviewResult })).toMatchObject(unknown);
			}
		},
	);
});

describe('a workflow', () => {
	const failed = { ...sample, type: 'applicantWorkflowFailed' };

	test.each([
		[FINAL, 'rejected', 'declined'],
		[RETRY, 'pending', 'resubmission'],
		[{ reviewAnswer: 'RED' }, 'other', 'unknown'],
		[{ reviewAnswer: 'RED', reviewRejectType: 'EXTERNAL' }, 'other', 'unknown'],
		[GREEN, 'other', 'unknown'],
		[{ reviewAnswer: 'YELLOW' }, 'other', 'unknown'],
		[undefined, 'other', 'unknown'],
	])('that failed with %j is %s, %s', async (reviewResult, status, reason) => {
		expect(await eventOf({ ...failed, reviewResult })).toMatchObject({ status, reason, check: null });
	});

	test.each(['applicantReviewed', 'applicantActionReviewed'])(
		'is not approved by %s when only its end approves',
		async (type) => {
			expect(await eventOf({ ...sample, type }, workflow)).toMatchObject({
				status: 'pending',
				reason: 'partial',
				check: { name: 'basic-kyc-level', status: 'approved' },
				providerStatus: 'GREEN',
			});
			const nameless = await eventOf({ ...sample, type, levelName: null }, workflow);
			expect(nameless).toMatchObject({ status: 'pending', check: { name: null, status: 'approved' } });
		},
	);

	test('is approved by its end, whichever is chosen', async () => {
		const completed = { ...sample, type: 'applicantWorkflowCompleted' };
		for (const approvedWhen of [undefined, 'eachLevel', 'workflow']) {
			const event = await eventOf(completed, { parameters: { approvedWhen } });
			expect(event).toMatchObject({ status: 'approved', check: null });
		}
	});

	test('is rejected by a level, whichever is chosen', async () => {
		for (const approvedWhen of ['eachLevel', 'workflow']) {
			const event = await eventOf({ ...sample, reviewResult: FINAL }, { parameters: { approvedWhen } });
			expect(event).toMatchObject({ status: 'rejected', reason: 'declined', check: null });
		}
	});

	test('is chosen in the node, where a level approves unless it is said otherwise', () => {
		const parameter = new SumsubTrigger().description.properties.find(({ name }) => name === 'approvedWhen');
		const offered = parameter?.options?.map((option) => 'value' in option && option.value);
		expect(offered).toEqual(['eachLevel', 'workflow']);
		expect(parameter?.default).toBe('eachLevel');
		expect(sumsub.parameters).toEqual(['approvedWhen']);
	});

	test('has each level approve under Each Level Is Reviewed', async () => {
		for (const approvedWhen of ['eachLevel', undefined, 'constructor']) {
			expect(await eventOf(sample, { parameters: { approvedWhen } })).toMatchObject({
				status: 'approved',
				check: null,
			});
		}
	});
});

describe('a member of a company', () => {
	const companies = [
		[{ applicantId: 'company-1' }],
		['1', '2'],
		[null],
		{ applicantId: 'company-1' },
		'company-1',
		true,
	];

	test.each(companies)('decides nothing about the company: %j', async (applicantMemberOf) => {
		for (const [reviewResult, status] of [
			[GREEN, 'approved'],
			[FINAL, 'rejected'],
			[RETRY, 'pending'],
		] as const) {
			expect(await eventOf({ ...sample, applicantMemberOf, reviewResult })).toMatchObject({
				status: 'pending',
				reason: 'partial',
				check: { name: 'member', status },
			});
		}
	});

	test('may be a company, an action or one who begins', async () => {
		const member = { ...sample, applicantMemberOf: [{ applicantId: 'company-1' }] };
		for (const change of [
			{ applicantType: 'company' },
			{ type: 'applicantActionReviewed', applicantActionId: 'act-1' },
			{ type: 'applicantWorkflowCompleted' },
		]) {
			const event = await eventOf({ ...member, ...change });
			expect(event).toMatchObject({ status: 'pending', check: { name: 'member', status: 'approved' } });
		}
		const begun = { ...member, type: 'applicantCreated', reviewStatus: 'init', reviewResult: null };
		expect(await eventOf(begun)).toMatchObject({ reason: 'partial', check: { name: 'member', status: 'pending' } });
	});

	test('is told of on Other as what it is', async () => {
		const member = { ...sample, applicantMemberOf: [{ applicantId: 'company-1' }] };
		for (const [change, reason] of [
			[{ type: 'applicantTagsChanged' }, 'notification'],
			[{ type: 'amlCaseRejected' }, 'alert'],
			[{ reviewStatus: 'pending' }, 'unknown'],
		] as const) {
			const event = await eventOf({ ...member, ...change });
			expect(event).toMatchObject({ status: 'other', reason, check: { name: 'member', status: 'other' } });
		}
	});
});

describe('an action', () => {
	const action = { ...sample, type: 'applicantActionReviewed', applicantActionId: 'act-1' };

	test('is a verification of its own, about the applicant', async () => {
		expect(await eventOf({ ...action, externalApplicantActionId: 'pay-1' })).toMatchObject({
			verificationId: 'act-1',
			externalId: 'pay-1',
			subject: { id: sample.applicantId },
		});
		expect(await eventOf(action)).toMatchObject({ verificationId: 'act-1', externalId: 'customer-7' });
	});

	test('that is unknown leaves the applicant', async () => {
		for (const applicantActionId of [undefined, null, '', {}]) {
			const event = await eventOf({ ...action, applicantActionId, externalApplicantActionId: null });
			expect(event).toMatchObject({ verificationId: sample.applicantId, externalId: 'customer-7' });
		}
		expect((await eventOf({ ...action, applicantActionId: 17 })).verificationId).toBe('17');
	});
});

describe('monitoring', () => {
	test.each([
		['amlCaseRejected', 'completed', undefined],
		['amlCaseOnHold', 'onHold', { reviewAnswer: 'YELLOW' }],
		['applicantKytTxnRejected', 'completed', FINAL],
		['applicantKytOnHold', 'onHold', undefined],
		['applicantKytTxnReviewed', 'completed', FINAL],
		['applicantKytTxnDataChanged', 'onHold', undefined],
		['kytCaseReviewed', 'completed', FINAL],
	])('that has a hit is an alert: %s, %s, %j', async (type, reviewStatus, reviewResult) => {
		const event = await eventOf({ ...sample, type, reviewStatus, reviewResult });
		expect(event).toMatchObject({ status: 'other', reason: 'alert', verificationId: sample.applicantId });
	});

	test.each([
		['amlCaseApproved', 'completed', GREEN],
		['applicantKytTxnApproved', 'completed', GREEN],
		['applicantKytTxnCreated', 'init', undefined],
		['applicantKytTxnAwaitingUser', 'awaitingUser', undefined],
		['kytCaseCreated', 'init', undefined],
	])('that has none is a notification: %s', async (type, reviewStatus, reviewResult) => {
		const event = await eventOf({ ...sample, type, reviewStatus, reviewResult });
		expect(event).toMatchObject({ status: 'other', reason: 'notification', providerStatus: reviewStatus });
	});
});

describe('the sandbox', () => {
	test('is told from what is live', async () => {
		const environments = [true, false, null, undefined].map(async (sandboxMode) => {
			return (await eventOf({ ...sample, sandboxMode })).environment;
		});
		expect(await Promise.all(environments)).toEqual(['test', 'live', null, null]);
	});

	test('approves and rejects nobody, unless it is to count', async () => {
		for (const [reviewResult, status] of [
			[GREEN, 'approved'],
			[FINAL, 'rejected'],
		] as const) {
			const payload = { ...sample, sandboxMode: true, reviewResult };
			expect(await eventOf(payload)).toMatchObject({ status: 'other', reason: 'test', environment: 'test' });
			expect(await eventOf(payload, { testsAreLive: true })).toMatchObject({ status, environment: 'test' });
		}
	});

	test.each(['true', 'false', 'TRUE', 1, 0, '', [], {}])(
		'that may be meant by %j approves nobody, even if it is to count, and hides no rejection',
		async (sandboxMode) => {
			for (const testsAreLive of [false, true]) {
				const event = await eventOf({ ...sample, sandboxMode }, { testsAreLive });
				expect(event).toMatchObject({ ...unknown, environment: null });
			}
			const rejected = await eventOf({ ...sample, sandboxMode, reviewResult: FINAL });
			expect(rejected).toMatchObject({ status: 'rejected', environment: null });
		},
	);
});

test.each([
	['individual', 'person'],
	['company', 'company'],
	['Individual', null],
	['constructor', null],
	[undefined, null],
	[{}, null],
])('an applicant of the type %j is a %s', async (applicantType, type) => {
	expect((await eventOf({ ...sample, applicantType })).subject.type).toBe(type);
});

test('an approval that comes late does not undo a rejection', async () => {
	const latestEvents = new LatestEvents({ perScope: 10, total: 10 });
	const receive = async (change: object) =>
		acceptedEvent(await deliver(sumsub, credential, send({ ...sample, ...change }), { latestEvents }));
	await receive({ reviewResult: FINAL, createdAtMs: '2020-02-21 13:23:19.322' });
	expect(await receive({})).toMatchObject({ status: 'other', reason: 'outdated', providerStatus: 'GREEN' });
	expect(await receive({ type: 'applicantActionReviewed', applicantActionId: 'act-1' })).toMatchObject({
		status: 'approved',
	});
});
