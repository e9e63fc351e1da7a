import { subject, type KycEvent } from '../../../webhook/event';
import { strangers, variants, voids, withValue, without } from '../../support/payloads';
import { documentExpiration, eventOf, others, sample } from './sender';

const monitoring = others.aml_monitoring ?? {};
const review = others.company_review ?? {};
const notification = { status: 'other', reason: 'notification' };

test('a document that expires is a notification', async () => {
	expect(await eventOf(documentExpiration)).toMatchObject({
		...notification,
		eventType: 'document_expiration',
		providerStatus: null,
		verificationId: documentExpiration.scanRef,
		externalId: 'customer-7',
		occurredAt: null,
		payload: documentExpiration,
	});
});

test.each(Object.entries(others))('%s is told by its shape, and approves nobody', async (eventType, payload) => {
	const event = await eventOf(payload);
	expect(event).toMatchObject({ status: 'other', check: null, environment: null, eventType, payload });
	expect(event.reason).toBe(eventType === 'aml_monitoring' ? 'alert' : 'notification');
	expect(event.eventId).toMatch(new RegExp(`^idenfy:${eventType}(:[a-z]+-\\d)?:[0-9a-f]{32}$`));
});

const company = { id: 'c-1', type: 'company' } as const;

type Text = string | null;
type Row = readonly [string, id: Text, reference: Text, word: Text, time: Text, about: Partial<KycEvent['subject']>];

const told: readonly Row[] = [
	['account_check', 'scan-1', 'customer-7', '3', null, {}],
	['age_estimation', 'age-1', 'customer-7', 'UNDERAGE', '2026-10-01T10:00:00.000Z', {}],
	['aml_monitoring', 'scan-1', null, 'ALERT', null, { type: 'person', name: 'ZOË MÜLLER' }],
	['aml_monitoring_expiration', null, null, null, null, {}],
	['bank_card_verification_completed', 'card-1', null, 'NO_MATCH', null, {}],
	['bank_verification', 'bank-1', null, null, null, {}],
	['company_aml_review', 'c-1', 'customer-7', 'TRUE_POSITIVE', null, company],
	['company_delete', 'c-1', null, null, '2026-10-01T10:00:00.000Z', company],
	['company_expiration', 'c-1', null, null, null, company],
	['company_info_request', 'c-1', null, 'REQUESTED', '2026-10-01T10:00:00.000Z', company],
	['company_review', 'c-1', 'customer-7', 'APPROVED', null, { ...company, name: 'Müller GmbH' }],
	['company_submit', 'c-1', 'customer-7', null, '2026-10-01T10:00:00.000Z', company],
	['facial_authentication', 'scan-1', 'customer-7', 'Failed', null, {}],
	['gov_ordered_document', 'gov-1', null, 'FINISHED', null, {}],
	['sos_report', 'sos-1', null, 'FINISHED', null, { name: 'Müller GmbH' }],
	['video_call_finished', 'scan-1', 'customer-7', null, '2020-08-14T12:48:08.085Z', {}],
];

test.each(told)('%s is of %j, for %j, %j, at %j, about %j', async (type, ...expected) => {
	const [verificationId, externalId, providerStatus, occurredAt, known] = expected;
	const event = await eventOf(others[type] ?? {});
	expect(event).toMatchObject({ verificationId, externalId, providerStatus, occurredAt, subject: subject(known) });
});

test('all of them are looked at', () => {
	expect(told.map(([type]) => type)).toEqual(Object.keys(others));
});

describe('bodies with less than the schema has', () => {
	test.each([
		['facial_authentication', { id: '1', scanRef: 'scan-1', clientId: 'customer-7', status: 'Success' }],
		['facial_authentication', { token: 'tok-1', type: 'AUTHENTICATION', facePhoto: null }],
		['age_estimation', { scanRef: 'age-1', clientId: 'customer-7', status: 'COMPLETED', verdict: 'ADULT' }],
		['company_review', { id: '1', clientId: 'customer-7', approvalStatus: 'APPROVED' }],
		['company_aml_review', { companyId: 'c-1', tokenType: 'COMPANY', overallStatus: 'FLAGS_FOUND' }],
		['company_expiration', { id: 'c-1', expirationStatus: null }],
	])('are %s: %j', async (eventType, payload) => {
		expect(await eventOf(payload)).toMatchObject({ ...notification, eventType });
	});

	test.each([
		['a status that is the bare word', { ...sample, status: 'APPROVED' }],
		['a verdict in the root', { ...sample, status: {}, overall: 'APPROVED' }],
		['an id', { id: 'c-1' }],
		['nothing', {}],
	])('are unknown with no more than %s', async (_, payload) => {
		expect(await eventOf(payload)).toMatchObject({ status: 'other', reason: 'unknown', eventType: 'unknown', payload });
	});
});

describe('AML monitoring', () => {
	test.each([
		['ALERT', 'ALERT', 'alert'],
		['ALERT', 'ACTIVE', 'alert'],
		['ACCEPTED', 'ALERT', 'alert'],
		['ALERT', ['ACTIVE'], 'alert'],
		['DECLINED', 'STOPPED', 'alert'],
		[undefined, 'ALERT', 'alert'],
		['ALERT', undefined, 'alert'],
		['ACCEPTED', 'ACTIVE', 'notification'],
		['PENDING', 'PENDING', 'notification'],
		['STATUS', 'ACTIVE', 'notification'],
		[null, 'STOPPED', 'notification'],
		[null, null, 'notification'],
		['alert', 'ACTIVE', 'unknown'],
		['ACCEPTED', 'constructor', 'unknown'],
		[['ALERT'], 'ACTIVE', 'unknown'],
		[{}, null, 'unknown'],
		['', 'ACTIVE', 'unknown'],
		[true, 'ACTIVE', 'unknown'],
	])('with alertStatus %j and status %j is other, %s', async (alertStatus, status, reason) => {
		const event = await eventOf({ ...monitoring, alertStatus, status });
		expect(event).toMatchObject({ status: 'other', reason, eventType: 'aml_monitoring' });
	});

	test.each([
		[['scan-1', 'scan-2'], 'scan-1'],
		[[7], '7'],
		[[], 'mon-1'],
		[[null], 'mon-1'],
		['scan-1', 'mon-1'],
		[null, 'mon-1'],
	])('of the verifications %j is about %j', async (scanRefList, verificationId) => {
		expect((await eventOf({ ...monitoring, scanRefList })).verificationId).toBe(verificationId);
	});

	test.each([
		[{ userType: 'COMPANY' }, 'company'],
		[{ userType: 'PERSON' }, 'person'],
		[{ userType: 'ROBOT' }, null],
		[{}, null],
		[null, null],
	])('with the check %j is about a %s', async (amlCheck, type) => {
		expect((await eventOf({ ...monitoring, amlCheck })).subject.type).toBe(type);
	});
});

describe('a company', () => {
	test.each([
		['DENIED', 'rejected', 'declined'],
		['APPROVED', 'other', 'notification'],
		[null, 'other', 'notification'],
		['REVIEWING', 'other', 'unknown'],
		['denied', 'other', 'unknown'],
		['', 'other', 'unknown'],
		[['DENIED'], 'other', 'unknown'],
		[true, 'other', 'unknown'],
		['constructor', 'other', 'unknown'],
	])('that was reviewed as %j is %s, %s', async (approvalStatus, status, reason) => {
		const event = await eventOf({ ...review, approvalStatus });
		expect(event).toMatchObject({ status, reason, eventType: 'company_review', subject: { type: 'company' } });
	});

	test.each([...Object.entries(others), ['identification', sample], ['document_expiration', documentExpiration]])(
		'that was denied is rejected, also with the fields of %s',
		async (_, other) => {
			const event = await eventOf({ ...other, approvalStatus: 'DENIED' });
			expect(event).toMatchObject({ status: 'rejected', reason: 'declined', eventType: 'company_review' });
			expect(event).toMatchObject({ providerStatus: 'DENIED', check: null });
		},
	);

	test.each(['BENEFICIARY', 'SHAREHOLDER'])('is not whom an AML review of a %s is about', async (subjectType) => {
		const member = { ...others.company_aml_review, amlReviewSubjectType: subjectType, id: 'ben-1' };
		expect(await eventOf(member)).toMatchObject({
			...notification,
			verificationId: 'c-1',
			subject: { id: 'ben-1', type: null },
		});
	});
});

describe('a body of another shape', () => {
	const paths = Object.entries(others).flatMap(([type, payload]) =>
		Object.keys(payload).map((name) => [type, payload, name] as const),
	);
	test.each(paths)('of %s approves nobody, whatever is in its fields: %#', async (_, payload, name) => {
		for (const [, odd] of variants(payload, [[name]], { ...voids, ...strangers, approved: 'APPROVED' })) {
			expect((await eventOf(odd)).status).toBe('other');
		}
	});
});

describe('the event id', () => {
	test('is the same with other links, and another one for whatever else changes', async () => {
		const { eventId } = await eventOf(others.facial_authentication ?? {});
		const changed = (name: string, value: unknown) =>
			eventOf(withValue(others.facial_authentication ?? {}, [name], value));
		expect((await changed('facePhoto', 'https://example.com/face.png?signed=again')).eventId).toBe(eventId);
		expect((await changed('status', 'Success')).eventId).not.toBe(eventId);
		expect((await changed('id', 'face-2')).eventId).not.toBe(eventId);
	});

	test('tells a hit of a monitoring from the next one', async () => {
		const next = { ...monitoring, amlCheck: { userType: 'PERSON', amlCheck: [{ resourceId: 'r-1' }] } };
		expect((await eventOf(next)).eventId).not.toBe((await eventOf(monitoring)).eventId);
	});

	test('holds nothing of the person, and no token', async () => {
		for (const payload of [monitoring, others.facial_authentication ?? {}, without(monitoring, 'scanRefList')]) {
			const { eventId } = await eventOf(payload);
			for (const text of ['MÜLLER', 'tok-1', 'customer-7']) expect(eventId).not.toContain(text);
		}
	});
});
