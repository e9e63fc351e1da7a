import { idenfy } from '../../../nodes/Idenfy/idenfy';
import { LatestEvents } from '../../../webhook/latestEvents';
import { acceptedEvent, deliver } from '../../support/reception';
import { unsignedEventOf } from '../../support/unsigned';
import { describeContradictions } from '../../support/describeContradictions';
import { strangers, variants, voids, withValue } from '../../support/payloads';
import { credential, eventOf, sample, send, withResult } from './sender';

const SCAN = 'c1d0a6b8-6b1e-11ef-8d3a-0242ac120002';

test('an identity verification tells all that is known', async () => {
	expect(await eventOf(sample)).toStrictEqual({
		provider: 'idenfy',
		status: 'approved',
		reason: null,
		decidedBy: null,
		environment: null,
		check: null,
		eventId: expect.stringMatching(new RegExp(`^idenfy:${SCAN}:APPROVED:true:1728604800:[0-9a-f]{32}$`)),
		eventType: 'identification',
		providerStatus: 'APPROVED',
		verificationId: SCAN,
		externalId: 'customer-7',
		subject: { id: null, type: null, email: 'zoe@example.com', phone: '+4915112345678', name: 'ZOË MÜLLER' },
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
		['EXPIRED-DELETED', 'other', 'expired'],
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

describe('an approval beside something that speaks against it', () => {
	const withStatus = (changed: object) => eventOf({ ...sample, status: { ...sample.status, ...changed } });

	test.each([
		{ denyReasons: ['DOC_FAKE'] },
		{ denyReasons: [''] },
		{ denyReasons: 'DOC_FAKE' },
		{ denyReasons: {} },
		{ denyReasons: false },
		{ manualDocument: 'DOC_FAKE' },
		{ manualDocument: 'DOC_EXPIRED', autoDocument: 'DOC_VALIDATED' },
		{ manualDocument: ['DOC_VALIDATED'] },
		{ manualDocument: '' },
		{ manualDocument: null, autoDocument: 'DOC_NOT_FOUND' },
		{ manualFace: 'FACE_MISMATCH' },
		{ manualFace: true },
		{ manualFace: undefined, autoFace: 'FAKE_FACE' },
	])('is unknown: %j', async (changed) => {
		expect(await withStatus(changed)).toMatchObject({ status: 'other', reason: 'unknown', providerStatus: 'APPROVED' });
		expect(await withStatus({ ...changed, overall: 'DENIED' })).toMatchObject({ status: 'rejected' });
	});

	test.each([
		{ denyReasons: [] },
		{ denyReasons: null },
		{ manualDocument: null, manualFace: null },
		{ autoDocument: 'DOC_INFO_MISMATCH', autoFace: 'FACE_UNCERTAIN' },
		{ manualFace: 'FACE_NOT_CHECKED', autoFace: 'FACE_NOT_CHECKED' },
		{ autoDocument: null, autoFace: null, manualDocument: null, manualFace: null },
		{ fraudTags: ['DUPLICATE_FACE'], mismatchTags: ['NAME'], suspicionReasons: ['FACE_SUSPECTED'] },
	])('stands where nothing does: %j', async (changed) => {
		expect(await withStatus(changed)).toMatchObject({ status: 'approved', reason: null });
	});

	describeContradictions({
		eventOf: unsignedEventOf(idenfy, credential),
		approving: sample,
		deciding: [
			{ path: ['final'], agreeing: [true, null] },
			{ path: ['status', 'overall'], agreeing: [] },
			{ path: ['status', 'denyReasons'], agreeing: [null, []] },
			{ path: ['status', 'manualDocument'], agreeing: [null, 'DOC_VALIDATED'] },
			{ path: ['status', 'manualFace'], agreeing: [null, 'FACE_MATCH', 'FACE_NOT_CHECKED'] },
		],
		refusing: ['DENIED', 'SUSPECTED', 'REVIEWING', 'EXPIRED', 'DOC_FAKE', 'FACE_MISMATCH'],
	});
});

describe('a member of a company', () => {
	const withMember = (overall: string, final: unknown, beneficiaryId: unknown) =>
		eventOf({ ...withResult(overall, final), companyId: 'comp-1', beneficiaryId });

	test.each([
		['APPROVED', true, 'approved'],
		['DENIED', true, 'rejected'],
		['SUSPECTED', true, 'pending'],
		['APPROVED', false, 'pending'],
		['ACTIVE', true, 'pending'],
		['EXPIRED', true, 'other'],
	])('who is %s, final: %j, is a part of the company: its own status is %s', async (overall, final, status) => {
		expect(await withMember(overall, final, 'ben-1')).toMatchObject({
			status: 'pending',
			reason: 'partial',
			decidedBy: null,
			check: { name: 'member', status },
			providerStatus: overall,
			verificationId: SCAN,
			subject: { id: 'ben-1', type: 'person', name: 'ZOË MÜLLER' },
		});
	});

	test.each(['b2', 7, 12])('is told by the id %j', async (id) => {
		expect(await withMember('APPROVED', true, id)).toMatchObject({ status: 'pending', reason: 'partial' });
	});

	test.each(['', 'b', ' ', null, undefined])('is nobody whose id is %j', async (id) => {
		expect(await withMember('APPROVED', true, id)).toMatchObject({
			status: 'approved',
			check: null,
			subject: { id: null, type: null },
		});
	});

	test.each([['ben-1'], { id: 'ben-1' }, true, false])('contradicts itself with the id %j', async (id) => {
		expect(await withMember('APPROVED', true, id)).toMatchObject({ status: 'other', reason: 'unknown' });
		expect(await withMember('DENIED', true, id)).toMatchObject({ status: 'other', reason: 'unknown' });
	});

	test('of whom nothing is known is unknown', async () => {
		expect(await withMember('SOMETHING_NEW', true, 'ben-1')).toMatchObject({
			status: 'other',
			reason: 'unknown',
			check: { name: 'member', status: 'other' },
		});
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

test.each([
	[{ fullName: 'ZOË MÜLLER', docFirstName: 'Z', docLastName: 'M' }, 'ZOË MÜLLER'],
	[{ fullName: null, docFirstName: 'ZOË', docLastName: 'MÜLLER' }, 'ZOË MÜLLER'],
	[{ docLastName: 'MÜLLER' }, 'MÜLLER'],
	[{ fullName: ['ZOË'] }, null],
])('the person of %j is named %j', async (data, name) => {
	expect((await eventOf({ ...sample, data })).subject.name).toBe(name);
});

test('the reference is the client id, else the external one', async () => {
	expect((await eventOf({ ...sample, clientId: null })).externalId).toBe('order-12');
});

describe('the event id', () => {
	const withStatus = (changed: object) => ({ ...sample, status: { ...sample.status, ...changed } });

	test('tells each result from another, also when one is reversed and reversed again', async () => {
		const ids = new Set<string>();
		const payloads = [
			sample,
			withResult('APPROVED', false),
			withResult('DENIED'),
			{ ...sample, scanRef: 'another' },
			{ ...sample, finishTime: 1728604801 },
			withStatus({ overall: 'DENIED', manualDocument: 'DOC_FAKE' }),
			withStatus({ overall: 'DENIED', manualFace: 'FAKE_FACE' }),
			withStatus({ overall: 'DENIED', denyReasons: ['DOC_FAKE'] }),
			withStatus({ overall: 'DENIED', denyReasons: ['DOC_FAKE', 'FAKE_FACE'] }),
			withStatus({ overall: 'DENIED', additionalSteps: 'INVALID' }),
		];
		for (const payload of payloads) ids.add((await eventOf(payload)).eventId);
		expect(ids.size).toBe(payloads.length);
	});

	test.each([
		['other links', sample, { ...sample, fileUrls: { FRONT: 'https://example.com/front.png?signed=again' } }],
		['other marks', sample, withStatus({ fraudTags: ['DUPLICATE_FACE'] })],
		['more of the person', sample, { ...sample, clientIp: '192.0.2.8', data: { fullName: 'Z. M.' } }],
		['its fields in another order', sample, Object.fromEntries(Object.entries(sample).reverse())],
		['its reasons in another order', withStatus({ denyReasons: ['A', 'B'] }), withStatus({ denyReasons: ['B', 'A'] })],
		[
			'other links, and no time',
			{ ...sample, finishTime: null },
			{ ...sample, finishTime: null, fileUrls: null, additionalStepPdfUrls: {} },
		],
	])('is the same when the same result comes with %s', async (_, once, again) => {
		expect((await eventOf(again)).eventId).toBe((await eventOf(once)).eventId);
	});

	test('holds nothing of the person', async () => {
		const { eventId } = await eventOf(sample);
		for (const text of ['customer-7', 'zoe', '4915112345678', 'MÜLLER']) expect(eventId).not.toContain(text);
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

test('an older result undoes no later one, and one that was changed afterwards counts', async () => {
	const latestEvents = new LatestEvents({ perScope: 10, total: 10 });
	const receive = async (overall: string, finishTime: number) => {
		const payload = { ...withResult(overall), finishTime };
		return acceptedEvent(await deliver(idenfy, credential, send(payload), { latestEvents }));
	};
	expect(await receive('DENIED', 1728604800)).toMatchObject({ status: 'rejected' });
	expect(await receive('APPROVED', 1728604799)).toMatchObject({ status: 'other', reason: 'outdated' });
	expect(await receive('APPROVED', 1728604800)).toMatchObject({ status: 'approved' });
});
