import { strangers, variants, voids, withValue } from '../../support/payloads';
import { documentExpiration, eventOf, sample, withResult } from './sender';

const SCAN = 'c1d0a6b8-6b1e-11ef-8d3a-0242ac120002';

test('an identity verification tells all that is known', async () => {
	expect(await eventOf(sample)).toStrictEqual({
		provider: 'idenfy',
		status: 'approved',
		reason: null,
		decidedBy: null,
		check: null,
		eventId: `idenfy:${SCAN}:APPROVED:true:1728604800`,
		eventType: 'identification',
		providerStatus: 'APPROVED',
		verificationId: SCAN,
		externalId: 'customer-7',
		subject: { id: null, email: 'zoe@example.com', phone: '+4915112345678', name: 'ZOË MÜLLER' },
		occurredAt: '2024-10-11T00:00:00.000Z',
		receivedAt: '2026-03-04T05:06:07.089Z',
		payload: sample,
	});
});

describe('the overall status', () => {
	const final = [
		['APPROVED', 'approved', null],
		['DENIED', 'rejected', 'declined'],
		['SUSPECTED', 'pending', 'in_review'],
		['REVIEWING', 'pending', 'in_review'],
		['ACTIVE', 'pending', 'started'],
		['EXPIRED', 'other', 'expired'],
		['DELETED', 'other', 'notification'],
		['ARCHIVED', 'other', 'notification'],
	];
	test.each(final)('%s of a final result is %s, %s', async (overall, status, reason) => {
		const expected = { status, reason, decidedBy: null, eventType: 'identification', providerStatus: overall };
		expect(await eventOf(withResult(overall))).toMatchObject(expected);
		expect(await eventOf(withResult(overall, null))).toMatchObject(expected);
		const { final: _, ...silent } = withResult(overall);
		expect(await eventOf(silent)).toMatchObject(expected);
	});

	test.each([
		['APPROVED', 'pending', 'in_review', 'automatic'],
		['DENIED', 'pending', 'in_review', 'automatic'],
		['SUSPECTED', 'pending', 'in_review', 'automatic'],
		['REVIEWING', 'pending', 'in_review', 'automatic'],
		['ACTIVE', 'pending', 'started', null],
		['EXPIRED', 'other', 'expired', null],
		['DELETED', 'other', 'notification', null],
		['ARCHIVED', 'other', 'notification', null],
		['SOMETHING_NEW', 'other', 'unknown', null],
	])('%s that is not final is %s, %s, decided %s', async (overall, status, reason, decidedBy) => {
		expect(await eventOf(withResult(overall, false))).toMatchObject({ status, reason, decidedBy });
	});

	test.each(['false', 'true', '', 0, 1, 'no', [], {}, [true]])('decides nothing when final is %j', async (odd) => {
		for (const overall of ['APPROVED', 'DENIED']) {
			expect(await eventOf(withResult(overall, odd))).toMatchObject({ status: 'other', reason: 'unknown' });
		}
	});

	test.each([
		'approved',
		'Approved',
		'APPROVED ',
		' APPROVED',
		'APPROVED\n',
		'NOT_APPROVED',
		'АPPROVED',
		'constructor',
		'__proto__',
		'toString',
		'valueOf',
	])('%j is a word that nobody knows', async (overall) => {
		for (const isFinal of [true, false]) {
			expect(await eventOf(withResult(overall, isFinal))).toMatchObject({
				status: 'other',
				reason: 'unknown',
				decidedBy: null,
				providerStatus: overall,
			});
		}
	});
});

describe('the other events', () => {
	test('a document that expires is a notification', async () => {
		expect(await eventOf(documentExpiration)).toMatchObject({
			status: 'other',
			reason: 'notification',
			eventType: 'document_expiration',
			eventId: expect.stringMatching(new RegExp(`^idenfy:${SCAN}:[0-9a-f]{32}$`)),
			providerStatus: null,
			verificationId: SCAN,
			externalId: 'customer-7',
			occurredAt: null,
			payload: documentExpiration,
		});
	});

	test.each([
		['a facial authentication', { id: '1', scanRef: SCAN, clientId: 'customer-7', status: 'Success' }],
		['an age estimation', { scanRef: SCAN, clientId: 'customer-7', status: 'COMPLETED', verdict: 'ADULT' }],
		['a company', { id: '1', clientId: 'customer-7', approvalStatus: 'APPROVED' }],
		['a status that is the bare word', { ...sample, status: 'APPROVED' }],
		['a verdict in the root', { ...sample, status: {}, overall: 'APPROVED' }],
	])('%s is no verdict on the person', async (_, payload) => {
		expect(await eventOf(payload)).toMatchObject({ status: 'other', reason: 'unknown', eventType: 'unknown', payload });
	});
});

describe('a payload of another shape', () => {
	const approved = withResult('APPROVED');
	const decisive = [['status'], ['status', 'overall']];
	test.each(variants(approved, decisive, { ...voids, ...strangers }))('is never approved: %s', async (_, payload) => {
		expect(await eventOf(payload)).toMatchObject({ status: 'other', reason: 'unknown', decidedBy: null, payload });
	});

	const elsewhere = [['scanRef'], ['clientId'], ['data'], ['data', 'fullName'], ['emailVerification'], ['finishTime']];
	test.each(variants(approved, elsewhere, { ...voids, ...strangers }))('is passed on: %s', async (_, payload) => {
		expect(await eventOf(payload)).toMatchObject({ status: 'approved', payload });
	});

	test('is passed on when everything is missing', async () => {
		expect(await eventOf({})).toMatchObject({ status: 'other', reason: 'unknown', eventType: 'unknown' });
	});
});

describe('the event id', () => {
	test('tells the preliminary from the final result, and each result from another', async () => {
		const ids = new Set<string>();
		const other = { ...sample, scanRef: 'another' };
		const later = { ...sample, finishTime: 1728604801 };
		for (const payload of [sample, withResult('APPROVED', false), withResult('DENIED'), other, later]) {
			ids.add((await eventOf(payload)).eventId);
		}
		expect(ids).toContain(`idenfy:${SCAN}:APPROVED:false:1728604800`);
		expect(ids.size).toBe(5);
	});

	test('is the same when the same result comes with other links', async () => {
		const again = { ...sample, fileUrls: { FRONT: 'https://example.com/front.png?signed=again' } };
		expect((await eventOf(again)).eventId).toBe((await eventOf(sample)).eventId);
	});

	test('is one of its own where a part is missing, the same each time', async () => {
		const paths = [['scanRef'], ['finishTime'], ['final'], ['status', 'overall']];
		const { true: _, ...nothing } = voids;
		const payloads = variants(sample, paths, nothing).map(([, payload]) => payload);
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
	[1728604800, '2024-10-11T00:00:00.000Z'],
	[1728604800.5, '2024-10-11T00:00:00.500Z'],
	['1728604800', null],
	[null, null],
	[undefined, null],
	[1e300, null],
])('a verification that finished at %j occurred at %j', async (finishTime, occurredAt) => {
	expect((await eventOf(withValue(sample, ['finishTime'], finishTime))).occurredAt).toBe(occurredAt);
});
