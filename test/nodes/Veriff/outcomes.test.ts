import { veriff } from '../../../nodes/Veriff/veriff';
import type { JsonObject } from '../../../webhook/json';
import { LatestEvents } from '../../../webhook/latestEvents';
import { describeContradictions } from '../../support/describeContradictions';
import { strangers, variants, voids, withValue } from '../../support/payloads';
import { acceptedEvent, deliver } from '../../support/reception';
import { unsignedEventOf } from '../../support/unsigned';
import { credential, decision, eventOf, fullAuto, progress, sample, send, userStatus, watchlist } from './sender';

const SESSION = '12df6045-3846-3e45-946a-14fa6136d78b';
const ATTEMPT = 'e30122d1-740b-4764-853f-470374a7abf4';

test('a decision tells all that is known', async () => {
	expect(await eventOf(sample)).toStrictEqual({
		provider: 'veriff',
		status: 'approved',
		reason: null,
		decidedBy: null,
		environment: null,
		check: null,
		eventId: `veriff:${SESSION}:${ATTEMPT}:9001:approved:2019-11-06T07:18:36.916Z`,
		eventType: 'decision.approved',
		providerStatus: 'approved',
		verificationId: SESSION,
		externalId: 'customer-7',
		subject: {
			id: 'f9a2b3c4-0000-4000-8000-000000000007',
			type: null,
			email: null,
			phone: null,
			name: 'ZOË MÜLLER',
		},
		occurredAt: '2019-11-06T07:18:36.916Z',
		receivedAt: '2026-03-04T05:06:07.089Z',
		payload: sample,
	});
});

const decisions: ReadonlyArray<readonly [number, string, string, string | null]> = [
	[9001, 'approved', 'approved', null],
	[9102, 'declined', 'rejected', 'declined'],
	[9103, 'resubmission_requested', 'pending', 'resubmission'],
	[9104, 'expired', 'other', 'expired'],
	[9104, 'abandoned', 'other', 'abandoned'],
	[9121, 'review', 'pending', 'in_review'],
];

const steps: ReadonlyArray<readonly [number, string, string, string | null]> = [
	[7001, 'started', 'pending', 'started'],
	[7002, 'submitted', 'pending', 'in_review'],
];

describe('a decision', () => {
	test.each(decisions)('of code %d, %s, is %s, %s', async (code, word, status, reason) => {
		const expected = { status, reason, decidedBy: null, eventType: `decision.${word}`, providerStatus: word };
		expect(await eventOf(decision(code, word))).toMatchObject(expected);
		expect(await eventOf(decision(String(code), word))).toMatchObject(expected);
	});

	const codes = [...new Set([...decisions, ...steps].map(([code]) => code))];
	const disagreeing = decisions.flatMap(([code, word]) =>
		codes.filter((other) => other !== code).map((other) => [other, word] as const),
	);
	test.each(disagreeing)('of code %d and word %s, which disagree, is unknown', async (code, word) => {
		expect(await eventOf(decision(code, word))).toMatchObject({
			status: 'other',
			reason: 'unknown',
			eventType: `decision.${word}`,
			providerStatus: word,
		});
	});

	test.each([
		'Approved',
		'APPROVED',
		'approved ',
		' approved',
		'approved\n',
		'аpproved',
		'not_approved',
		'started',
		'constructor',
		'__proto__',
		'toString',
	])('with the word %j is unknown', async (word) => {
		const unknown = { status: 'other', reason: 'unknown', providerStatus: word };
		for (const code of [9001, 7001]) expect(await eventOf(decision(code, word))).toMatchObject(unknown);
	});

	test.each([9000, 90010, -9001, 9001.5, 0, '09001', '9001 ', '0x2329', true, null, undefined, [9001], { code: 9001 }])(
		'with the code %j is unknown',
		async (code) => {
			expect(await eventOf(decision(code, 'approved'))).toMatchObject({ status: 'other', reason: 'unknown' });
		},
	);

	test.each([
		{ status: 'fail' },
		{ status: ['success'] },
		{ status: '' },
		{ code: 9102 },
		{ code: 7002 },
		{ code: [] },
		{ action: 'declined' },
		{ action: 'submitted' },
		{ action: {} },
	])('that says something else in its root is unknown: %j', async (root) => {
		expect(await eventOf({ ...sample, ...root })).toMatchObject({ status: 'other', reason: 'unknown' });
	});

	test('refuses the person also where the root speaks of failure', async () => {
		expect(await eventOf({ ...decision(9102, 'declined'), status: 'fail' })).toMatchObject({ status: 'rejected' });
	});

	test('is in verification, not in the root', async () => {
		const root = { ...sample, code: 9001, status: 'approved', action: 'approved', verification: {} };
		expect(await eventOf(root)).toMatchObject({ status: 'other', reason: 'unknown', eventType: 'unknown' });
		for (const verification of [null, 'approved', [sample.verification], true]) {
			const event = await eventOf({ ...sample, verification });
			expect(event).toMatchObject({ status: 'other', reason: 'unknown', eventType: 'unknown', verificationId: null });
		}
	});

	test.each([
		[{ firstName: 'ZOË' }, 'ZOË'],
		[{ lastName: 'MÜLLER', firstName: null }, 'MÜLLER'],
		[{ firstName: '', lastName: '' }, null],
		[{ firstName: { value: 'ZOË' } }, null],
		['ZOË', null],
		[null, null],
	])('about %j names %j', async (person, name) => {
		expect((await eventOf(withValue(sample, ['verification', 'person'], person))).subject.name).toBe(name);
	});
});

describe('progress', () => {
	test.each(steps)('of code %d, %s, is %s, %s', async (code, action, status, reason) => {
		expect(await eventOf(progress(code, action))).toMatchObject({
			status,
			reason,
			eventId: `veriff:f04bdb47-d3be-4b28-b028-a652feb060b5:${ATTEMPT}:${code}:${action}`,
			eventType: `event.${action}`,
			providerStatus: action,
			verificationId: 'f04bdb47-d3be-4b28-b028-a652feb060b5',
			externalId: 'customer-7',
			subject: { id: 'f9a2b3c4-0000-4000-8000-000000000007', name: null },
			occurredAt: null,
		});
	});

	test.each([
		[7001, 'submitted'],
		[7002, 'started'],
		[7005, 'started'],
		[9001, 'approved'],
		[9121, 'review'],
		[9001, 'started'],
		[7001, 'constructor'],
		[7001, 'waiting_complete'],
		[null, 'started'],
		[undefined, 'submitted'],
		[[7001], 'started'],
		[true, 'started'],
		['seven', 'started'],
		['', 'started'],
	])('of code %j and word %j, which disagree, is unknown', async (code, action) => {
		expect(await eventOf(progress(code, action))).toMatchObject({
			status: 'other',
			reason: 'unknown',
			eventType: `event.${action}`,
		});
	});

	test.each([
		[7007, 'waiting_complete'],
		[7008, 'cancel'],
		[7009, 'approved'],
		[7010, 'declined'],
		[7003, 'something_new'],
		['7007', 'started'],
	])('of code %j, %s, is news', async (code, action) => {
		expect(await eventOf(progress(code, action))).toMatchObject({
			status: 'other',
			reason: 'notification',
			eventType: `event.${action}`,
			providerStatus: action,
			eventId: expect.stringMatching(
				new RegExp(`^veriff:f04bdb47-d3be-4b28-b028-a652feb060b5:${ATTEMPT}:${code}:${action}:[0-9a-f]{32}$`),
			) as string,
		});
	});

	test('of code 7005, an address that was handed in, is pending', async () => {
		const addressId = 'f087f21f-5282-41b8-9857-6f85c28b8122';
		const address = { ...progress(7005, 'submitted'), attemptId: undefined, addressId };
		const event = await eventOf(address);
		expect(event).toMatchObject({
			status: 'pending',
			reason: 'in_review',
			eventType: 'event.submitted',
			eventId: `veriff:f04bdb47-d3be-4b28-b028-a652feb060b5:7005:submitted:${addressId}`,
		});
		expect((await eventOf({ ...address, feature: 'other' })).eventId).toBe(event.eventId);
		expect((await eventOf({ ...address, addressId: 'another' })).eventId).not.toBe(event.eventId);
	});

	test('without its word is unknown', async () => {
		for (const code of [7001, 7007, 9001]) {
			const event = await eventOf(progress(code, undefined));
			expect(event).toMatchObject({ status: 'other', reason: 'unknown', eventType: 'unknown', providerStatus: null });
		}
	});
});

const SCREENED = '2021-06-02T11:04:00.287Z';

describe('a screening', () => {
	const HIT = { matchedName: 'Zoë Mueller' };
	test.each([
		['initial_result', { matchStatus: 'possible_match', hits: [HIT] }, 'notification'],
		['initial_result', { matchStatus: 'possible_match', hits: [] }, 'notification'],
		['initial_result', { matchStatus: 'no_match', totalHits: 0, hits: [] }, 'notification'],
		['initial_result', { matchStatus: undefined, reviewStatus: 'potential_match' }, 'notification'],
		['initial_result', { matchStatus: undefined, reviewStatus: 'reviewed' }, 'notification'],
		['initial_result', { hits: [HIT, { ...HIT, matchStatus: 'true_match' }] }, 'alert'],
		['initial_result', { hits: [{ ...HIT, matchStatus: 'false_positive' }] }, 'notification'],
		['updated_result', { matchStatus: 'possible_match', hits: [HIT] }, 'alert'],
		['updated_result', { matchStatus: 'possible_match', hits: [] }, 'alert'],
		['updated_result', { matchStatus: undefined, reviewStatus: 'potential_match' }, 'alert'],
		['updated_result', { matchStatus: undefined, reviewStatus: 'reviewed' }, 'notification'],
		['updated_result', { matchStatus: 'no_match', totalHits: 0, hits: [] }, 'notification'],
		['updated_result', { matchStatus: 'no_match', totalHits: undefined, hits: null }, 'notification'],
		['updated_result', { matchStatus: 'no_match', totalHits: 1, hits: [] }, 'unknown'],
		['updated_result', { matchStatus: 'no_match', totalHits: 0, hits: [HIT] }, 'unknown'],
		['updated_result', { matchStatus: 'no_match', totalHits: 0, hits: 'none' }, 'unknown'],
		['updated_result', { matchStatus: ['possible_match'] }, 'unknown'],
		['updated_result', { matchStatus: undefined }, 'unknown'],
		['updated_result', { matchStatus: 'something_new' }, 'unknown'],
		['something_new', { matchStatus: 'possible_match' }, 'unknown'],
		[['updated_result'], { matchStatus: 'possible_match' }, 'unknown'],
	])('of %j with %j is other, %s', async (checkType, change, reason) => {
		expect(await eventOf({ ...watchlist(checkType), ...change })).toMatchObject({
			status: 'other',
			reason,
			occurredAt: SCREENED,
			externalId: 'customer-7',
			subject: { name: 'Zoë Müller' },
		});
	});
});

describe('what decides nothing', () => {
	test.each([
		['a watchlist result', watchlist('initial_result'), 'watchlist.initial_result', 'possible_match', SCREENED],
		['a status set by hand', userStatus, 'user-status.created', null, '2023-10-27T10:00:02.998Z'],
		['a Full Auto result', fullAuto, 'fullauto', null, '2023-10-27T10:00:02.998Z'],
	])('%s is a notification', async (_, payload, eventType, providerStatus, occurredAt) => {
		expect(await eventOf(payload)).toMatchObject({
			status: 'other',
			reason: 'notification',
			eventId: expect.stringMatching(new RegExp(`^veriff:${payload.sessionId}:${ATTEMPT}:[0-9a-f]{32}$`)),
			eventType,
			providerStatus,
			verificationId: payload.sessionId,
			externalId: 'customer-7',
			subject: { id: 'f9a2b3c4-0000-4000-8000-000000000007' },
			occurredAt,
			payload,
		});
	});

	test('a Full Auto result names the person', async () => {
		const person = { firstName: { value: 'ZOË' }, lastName: { value: 'MÜLLER' } };
		const event = await eventOf({ ...fullAuto, data: { verification: { decision: 'approved', person } } });
		expect(event).toMatchObject({ status: 'other', reason: 'notification', subject: { name: 'ZOË MÜLLER' } });
	});

	test('an event type in the root cannot pass for a decision', async () => {
		for (const eventType of ['decision.approved', 'event.started', '9001 decision.approved']) {
			for (const code of [undefined, 9001]) {
				expect(await eventOf({ ...userStatus, eventType, code })).toMatchObject({ status: 'other' });
			}
		}
	});
});

describe('a payload of another shape', () => {
	const decisive = [['verification'], ['verification', 'code'], ['verification', 'status']];
	test.each(variants(sample, decisive, { ...voids, ...strangers }))('is never approved: %s', async (_, payload) => {
		expect(await eventOf(payload)).toMatchObject({ status: 'other', reason: 'unknown', payload });
	});

	const elsewhere = ['id', 'attemptId', 'vendorData', 'endUserId', 'decisionTime', 'person'].map((name) => [
		'verification',
		name,
	]);
	test.each(variants(sample, elsewhere, { ...voids, ...strangers }))('is passed on: %s', async (_, payload) => {
		expect(await eventOf(payload)).toMatchObject({ status: 'approved', payload });
	});

	test('is passed on when everything is missing', async () => {
		expect(await eventOf({})).toMatchObject({
			status: 'other',
			reason: 'unknown',
			eventType: 'unknown',
			eventId: expect.stringMatching(/^veriff:[0-9a-f]{32}$/),
			providerStatus: null,
			verificationId: null,
			externalId: null,
			occurredAt: null,
		});
	});
});

describe('the event id', () => {
	test('tells each decision of each attempt from another, and from progress', async () => {
		const ids = new Set<string>();
		const change = (name: string, value: unknown) => withValue(sample, ['verification', name], value);
		const payloads = [
			sample,
			change('id', 'another'),
			change('attemptId', 'another'),
			change('decisionTime', '2019-11-06T07:18:36.917Z'),
			decision(9102, 'declined'),
			decision(9102, 'approved'),
			decision(9104, 'expired'),
			decision(9104, 'abandoned'),
			progress(7001, 'started'),
			progress(7002, 'submitted'),
			progress(7007, 'waiting_complete'),
			{ ...progress(7007, 'waiting_complete'), context: { state: 'quit_session_confirmed' } },
			progress(7007, 'cancel'),
			progress(7008, 'cancel'),
			watchlist('initial_result'),
			watchlist('updated_result'),
			{ ...watchlist('updated_result'), totalHits: 2 },
		];
		for (const payload of payloads) ids.add((await eventOf(payload)).eventId);
		expect(ids.size).toBe(payloads.length);
	});

	test('is the same when a retry says it in other words', async () => {
		const again = { ...sample, technicalData: { ip: null } };
		expect((await eventOf(again)).eventId).toBe((await eventOf(sample)).eventId);
		const withoutAttempt = withValue(sample, ['verification', 'attemptId'], null);
		const withoutAttemptAgain = { ...withoutAttempt, technicalData: { ip: null } };
		expect((await eventOf(withoutAttemptAgain)).eventId).toBe((await eventOf(withoutAttempt)).eventId);
		const step = progress(7001, 'started');
		expect((await eventOf({ ...step, feature: 'other' })).eventId).toBe((await eventOf(step)).eventId);
	});

	test('has no time where a session ended without a decision', async () => {
		for (const word of ['expired', 'abandoned']) {
			const undecided = withValue(decision(9104, word), ['verification', 'decisionTime'], null);
			expect(await eventOf(undecided)).toMatchObject({
				eventId: `veriff:${SESSION}:${ATTEMPT}:9104:${word}`,
				occurredAt: null,
			});
		}
	});

	test('is one of its own where a part is missing, the same each time', async () => {
		const paths = ['id', 'code', 'status', 'decisionTime'].map((name) => ['verification', name]);
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
	['2019-11-06T07:18:36Z', '2019-11-06T07:18:36.000Z'],
	['2019-11-06T07:18:36.916123Z', '2019-11-06T07:18:36.916Z'],
	['soon', null],
	[1573024716, null],
])('what was decided at %j occurred at %j', async (decisionTime, occurredAt) => {
	const payload = withValue(sample, ['verification', 'decisionTime'], decisionTime);
	expect((await eventOf(payload)).occurredAt).toBe(occurredAt);
});

describeContradictions({
	eventOf: unsignedEventOf(veriff, credential),
	approving: sample,
	deciding: [
		{ path: ['verification', 'code'], agreeing: [9001, '9001'] },
		{ path: ['verification', 'status'], agreeing: ['approved'] },
		{ path: ['status'], agreeing: ['success', null] },
		{ path: ['code'], agreeing: [9001, '9001', null] },
		{ path: ['action'], agreeing: ['approved', null] },
	],
	refusing: [...decisions, ...steps].flatMap(([code, word]) => (word === 'approved' ? [] : [word, String(code)])),
});

test('a decision that comes after a later one of its session is outdated', async () => {
	const latestEvents = new LatestEvents({ perScope: 10, total: 10 });
	const receive = async (payload: JsonObject, decisionTime: string) => {
		const sent = send(withValue(payload, ['verification', 'decisionTime'], decisionTime));
		return acceptedEvent(await deliver(veriff, credential, sent, { latestEvents }));
	};
	const declined = await receive(decision(9102, 'declined'), '2019-11-06T08:00:00.000002Z');
	expect(declined).toMatchObject({ status: 'rejected' });
	expect(await receive(sample, '2019-11-06T07:00:00.000001Z')).toMatchObject({ status: 'other', reason: 'outdated' });
	expect(await receive(sample, '2019-11-06T09:00:00.000001Z')).toMatchObject({ status: 'approved' });
});
