import type { JsonObject } from '../../../webhook/json';
import { didit } from '../../../nodes/Didit/didit';
import { describeContradictions } from '../../support/describeContradictions';
import { unsignedEventOf } from '../../support/unsigned';
import { strangers, variants, voids, without } from '../../support/payloads';
import { acceptedEvent, deliver } from '../../support/reception';
import { credential, eventOf, sample, send, time } from './sender';

const unknown = { status: 'other', reason: 'unknown' };

describeContradictions({
	eventOf: unsignedEventOf(didit, credential),
	approving: { ...sample, metadata: { test_webhook: false } },
	deciding: [
		{ path: ['webhook_type'], agreeing: ['status.updated', null] },
		{ path: ['status'], agreeing: ['Approved'] },
		{ path: ['decision', 'status'], agreeing: ['Approved', null] },
		{ path: ['environment'], agreeing: ['live', null] },
		{ path: ['metadata', 'test_webhook'], agreeing: [null, false] },
	],
	refusing: ['Declined', 'In Review', 'Kyc Expired', 'Resubmitted', 'sandbox', 'data.updated', 'BLOCKED'],
});

describe('a status beside another one in the decision', () => {
	test.each(['Approved', 'In Review', 'Resubmitted', 'Abandoned'])('is not known: %s', async (status) => {
		for (const decision of [
			{ status: 'Declined' },
			{ status: 'approved' },
			{ status: true },
			'Approved',
			['Approved'],
		]) {
			expect(await eventOf({ ...sample, status, decision })).toMatchObject(unknown);
		}
	});

	test('stays a no', async () => {
		for (const decision of [{ status: 'Approved' }, { status: [] }, 'Approved', null, {}]) {
			const event = await eventOf({ ...sample, status: 'Declined', decision });
			expect(event).toMatchObject({ status: 'rejected', reason: 'declined' });
		}
	});

	test('is not that of a single check, which a reviewer may have overruled', async () => {
		const decision = { status: 'Approved', id_verifications: [{ status: 'Declined' }] };
		expect(await eventOf({ ...sample, decision })).toMatchObject({ status: 'approved' });
	});
});

describe('a payload of version 1 or 2, without a type', () => {
	const old = {
		...without(sample, 'webhook_type'),
		event_id: undefined,
		environment: undefined,
		session_kind: undefined,
	};

	test.each([
		['Approved', 'approved', null],
		['Declined', 'rejected', 'declined'],
		['In Review', 'pending', 'in_review'],
		['Not Started', 'pending', 'started'],
		['Abandoned', 'other', 'abandoned'],
		['approved', 'other', 'unknown'],
	])('counts by its status: %s', async (word, status, reason) => {
		expect(await eventOf({ ...old, status: word, decision: { status: word } })).toMatchObject({
			status,
			reason,
			environment: null,
			eventType: 'status.updated',
			verificationId: sample.session_id,
			externalId: sample.vendor_data,
			subject: { type: null },
		});
	});

	test('is selected as the other changes of a status', async () => {
		for (const [events, expected] of [
			[['status.updated'], 'accepted'],
			[['data.updated'], 'ignored'],
		] as const) {
			expect(await deliver(didit, credential, send(old), { events })).toMatchObject({ result: expected });
		}
	});

	test('has an id that what decides nothing does not change', async () => {
		const { eventId } = await eventOf(old);
		expect(eventId).toBe(`didit:${String(sample.session_id)}:Approved:${time}`);
		expect((await eventOf({ ...old, metadata: { a: 1 }, created_at: 1 })).eventId).toBe(eventId);
		expect((await eventOf({ ...old, status: 'In Review' })).eventId).not.toBe(eventId);
	});

	test.each([...variants(old, [['session_id']], voids), ...variants(old, [['status']], { ...voids, ...strangers })])(
		'approves nobody when it does not tell whom, or what: %s',
		async (_, payload) => {
			expect(await eventOf(payload)).toMatchObject(unknown);
		},
	);
});

describe('an event in an envelope', () => {
	const envelope = {
		event: 'transaction.created' as unknown,
		event_id: 'evt_1',
		timestamp: '2026-03-04T06:06:07+01:00',
		data: { transaction_id: 'txn_1', status: 'APPROVED', applicant_vendor_data: 'customer-7' } as unknown,
	};

	test('is a notification about the applicant', async () => {
		expect(await eventOf(envelope)).toMatchObject({
			status: 'other',
			reason: 'notification',
			eventId: 'evt_1',
			eventType: 'transaction.created',
			providerStatus: 'APPROVED',
			verificationId: null,
			externalId: 'customer-7',
			occurredAt: '2026-03-04T05:06:07.000Z',
		});
		const sent = send(envelope);
		acceptedEvent(await deliver(didit, credential, sent, { events: ['transaction.created'] }));
		expect(await deliver(didit, credential, sent, { events: ['status.updated'] })).toMatchObject({ result: 'ignored' });
	});

	test('never decides, whatever it calls itself', async () => {
		for (const event of ['data.updated', 'Approved', 'constructor']) {
			const payload = { ...without(sample, 'webhook_type'), event, data: sample };
			expect(await eventOf(payload)).toMatchObject({ status: 'other', reason: 'notification', eventType: event });
		}
	});

	test.each(['', [], {}, true])('is not known when it calls itself %j', async (event) => {
		expect(await eventOf({ ...envelope, event })).toMatchObject({ ...unknown, eventType: 'unknown' });
	});

	test('is passed on without its data', async () => {
		for (const data of [undefined, null, [], 'APPROVED']) {
			const event = await eventOf({ ...envelope, data });
			expect(event).toMatchObject({ reason: 'notification', providerStatus: null, externalId: null });
		}
	});
});

describe('a test', () => {
	const marks = [
		{ environment: 'sandbox' },
		{ metadata: { test_webhook: true } },
		{ metadata: '{"test_webhook": true}' },
		{ environment: 'sandbox', metadata: { test_webhook: false } },
		{ environment: undefined, metadata: { test_webhook: true } },
	];
	test.each(marks)('approves and rejects nobody, unless it is to count: %j', async (mark) => {
		for (const [word, status] of [
			['Approved', 'approved'],
			['Declined', 'rejected'],
		] as const) {
			const payload = { ...sample, ...mark, status: word, decision: { status: word } };
			expect(await eventOf(payload)).toMatchObject({ status: 'other', reason: 'test', environment: 'test' });
			expect(await eventOf(payload, { testsAreLive: true })).toMatchObject({ status, environment: 'test' });
		}
	});

	test.each([
		{ environment: 'Sandbox' },
		{ environment: 'production' },
		{ environment: true },
		{ environment: '' },
		{ metadata: { test_webhook: 'true' } },
		{ metadata: { test_webhook: 1 } },
		{ metadata: '{"test_webhook": "false"}' },
	])('that may be meant by %j approves nobody, and hides no refusal', async (mark) => {
		for (const testsAreLive of [false, true]) {
			expect(await eventOf({ ...sample, ...mark }, { testsAreLive })).toMatchObject(unknown);
		}
		const declined = await eventOf({ ...sample, ...mark, status: 'Declined' });
		expect(declined).toMatchObject({ status: 'rejected', reason: 'declined', environment: null });
	});

	test.each([undefined, null, 'text', '[]', ['test_webhook'], { account: 'test_webhook' }])(
		'is not what other metadata mark: %j',
		async (metadata) => {
			expect(await eventOf({ ...sample, metadata })).toMatchObject({ status: 'approved', environment: 'live' });
		},
	);
});

describe('the name of the person', () => {
	test.each([
		[{ id_verifications: [{ full_name: 'Zoë Specimen', first_name: 'Z' }] }, 'Zoë Specimen'],
		[{ id_verifications: [{ status: 'Declined' }, { first_name: 'Zoë', last_name: 'Specimen' }] }, 'Zoë Specimen'],
		[{ id_verification: { first_name: 'Zoë' } }, 'Zoë'],
		[{ kyc: { first_name: 'Zoë', last_name: 'Specimen' } }, 'Zoë Specimen'],
		[{ id_verifications: [null, 'Zoë', {}], kyc: [] }, null],
		[{}, null],
	])('in %j is %s', async (decision, name) => {
		const payload = { ...sample, decision: { ...decision, status: 'Approved' } };
		expect((await eventOf(payload)).subject).toMatchObject({ type: 'person', name });
	});

	test.each([
		['business', 'company', null],
		['user', 'person', 'Zoë'],
		['constructor', null, 'Zoë'],
		[undefined, null, 'Zoë'],
	])('is not that of a session of the kind %s', async (session_kind, type, name) => {
		const payload = { ...sample, session_kind, decision: { kyc: { first_name: 'Zoë' } } };
		expect((await eventOf(payload)).subject).toMatchObject({ type, name });
	});
});

describe('a session in an envelope', () => {
	const { session_id, status, vendor_data } = sample;
	const envelope = (data: JsonObject, more: JsonObject = {}) => ({
		event: 'status.updated',
		event_id: 'evt_envelope',
		timestamp: time,
		...more,
		data: { session_id, status, vendor_data, ...data },
	});

	test.each([
		['Approved', 'approved'],
		['Declined', 'rejected'],
		['In Review', 'pending'],
		['approved', 'other'],
	])('decides by its status: %s is %s', async (word, outcome) => {
		expect(await eventOf(envelope({ status: word }))).toMatchObject({
			status: outcome,
			verificationId: session_id,
			externalId: vendor_data,
			eventType: 'status.updated',
		});
	});

	test.each([
		['in it', envelope({ environment: 'sandbox' })],
		['around it', envelope({}, { environment: 'sandbox' })],
		['as metadata in it', envelope({ metadata: { test_webhook: true } })],
	])('is a test where that is marked %s', async (_, payload) => {
		expect(await eventOf(payload)).toMatchObject({ status: 'other', reason: 'test', environment: 'test' });
	});

	test('approves nobody where two marks differ', async () => {
		const event = await eventOf(envelope({ environment: 'sandbox' }, { environment: 'live' }));
		expect(event).toMatchObject({ status: 'other', reason: 'unknown' });
	});

	test('decides nothing where it is another event', async () => {
		const event = await eventOf(envelope({}, { event: 'transaction.updated' }));
		expect(event).toMatchObject({ status: 'other', reason: 'notification' });
	});
});
