import { without } from '../../support/payloads';
import { event, eventOf, sample } from './sender';

/** The table of outcomes: type, action, what the object says; status, reason, who decided. */
type Row = readonly [string, string, Record<string, unknown>, string, string | null, string | null];

const identityProcess: readonly Row[] = [
	['identity_process', 'created', { status: 'pending' }, 'pending', 'started', null],
	['identity_process', 'started', { status: 'pending' }, 'pending', 'started', null],
	['identity_process', 'succeeded', { status: 'success' }, 'approved', null, null],
	['identity_process', 'failed', { failure_status: 'declined' }, 'rejected', 'declined', null],
	['identity_process', 'failed', {}, 'rejected', 'declined', null],
	['identity_process', 'failed', { failure_status: null }, 'rejected', 'declined', null],
	['identity_process', 'failed', { failure_status: '' }, 'rejected', 'declined', null],
	['identity_process', 'failed', { failure_status: 'expired' }, 'other', 'expired', null],
	['identity_process', 'failed', { failure_status: 'canceled' }, 'other', 'canceled', null],
	['identity_process', 'failed', { failure_status: 'system_error' }, 'other', 'provider_error', null],
	['identity_process', 'failed', { failure_status: 'Expired' }, 'other', 'expired', null],
	['identity_process', 'failed', { failure_status: 'something_new' }, 'other', 'unknown', null],
	['identity_process', 'failed', { failure_status: 'constructor' }, 'other', 'unknown', null],
	['identity_process', 'expired', { status: 'failure' }, 'other', 'expired', null],
	['identity_process', 'overwritten_success', {}, 'approved', 'overridden', 'manual'],
	['identity_process', 'overwritten_failure', {}, 'rejected', 'overridden', 'manual'],
	['identity_process', 'something_new', { status: 'success' }, 'other', 'unknown', null],
	['identity_process', 'approved', { status: 'success' }, 'other', 'unknown', null],
	['identity_process', 'constructor', {}, 'other', 'unknown', null],
	['identity_process', '__proto__', {}, 'other', 'unknown', null],
	['identity_process', 'not_succeeded', {}, 'other', 'unknown', null],
	['identity_process', 'un-succeeded', {}, 'other', 'unknown', null],
	// A success that is none.
	['identity_process', 'succeeded', { status: 'failure' }, 'other', 'unknown', null],
	['identity_process', 'succeeded', { status: 'pending' }, 'other', 'unknown', null],
	['identity_process', 'succeeded', { status: 'success', failure_status: 'declined' }, 'other', 'unknown', null],
	['identity_process', 'succeeded', { status: 'success', failure_status: '' }, 'approved', null, null],
	['identity_process', 'succeeded', { status: 'success', validation_status: 'failure' }, 'other', 'unknown', null],
	// As other channels spell it.
	['digital_identity.identity_process', 'success', {}, 'approved', null, null],
	['digital_identity.identity_process', 'failure', {}, 'rejected', 'declined', null],
	['Identity-Process', 'SUCCEEDED', {}, 'approved', null, null],
	['IDENTITY_PROCESS', 'identity_process.succeeded', {}, 'approved', null, null],
	['digital-identity.identity-process', 'Failed', { failure_status: 'EXPIRED' }, 'other', 'expired', null],
	['identity_process', 'overwritten-success', {}, 'approved', 'overridden', 'manual'],
	// A late decision by a person supersedes the rest.
	['identity_process', 'succeeded', { override_status: 'success' }, 'approved', 'overridden', 'manual'],
	['identity_process', 'succeeded', { override_status: 'failure' }, 'rejected', 'overridden', 'manual'],
	['identity_process', 'failed', { override_status: 'success' }, 'approved', 'overridden', 'manual'],
	['identity_process', 'failed', { override_status: 'failure' }, 'rejected', 'overridden', 'manual'],
	[
		'identity_process',
		'failed',
		{ override_status: 'success', failure_status: 'expired' },
		'approved',
		'overridden',
		'manual',
	],
	['identity_process', 'expired', { override_status: 'failure' }, 'rejected', 'overridden', 'manual'],
	['identity_process', 'succeeded', { override_status: 'something_new' }, 'other', 'unknown', null],
	['identity_process', 'succeeded', { override_status: 'constructor' }, 'other', 'unknown', null],
	['identity_process', 'succeeded', { override_status: null }, 'approved', null, null],
];

const others: readonly Row[] = [
	...['created', 'succeeded', 'failed', 'success', 'anything'].map((action): Row => [
		'step',
		action,
		{ status: 'success' },
		'pending',
		'partial',
		null,
	]),
	['check', 'created', { status: 'not_started' }, 'pending', 'started', null],
	['check', 'started', { status: 'in_progress' }, 'pending', 'started', null],
	['check', 'delayed', { status: 'delayed' }, 'pending', 'started', null],
	['check', 'finished', { status: 'completed', score: 1 }, 'other', 'scored', null],
	['check', 'finished', { status: 'error' }, 'other', 'provider_error', null],
	['check', 'finished', { status: 'Error' }, 'other', 'provider_error', null],
	['check', 'succeeded', { status: 'success' }, 'other', 'unknown', null],
	['continuous_check', 'changed', {}, 'other', 'notification', null],
	['continuous_check', 'succeeded', {}, 'other', 'unknown', null],
	['signal', 'anomaly_detected', {}, 'other', 'notification', null],
	['signals', 'agent_reported', {}, 'other', 'notification', null],
	['whatsapp', 'succeeded', {}, 'other', 'notification', null],
	['whatsapp.message', 'created', {}, 'other', 'notification', null],
	['conversation', 'finished', {}, 'other', 'notification', null],
	['something_new', 'succeeded', { status: 'success' }, 'other', 'unknown', null],
	['identity_processes', 'succeeded', { status: 'success' }, 'other', 'unknown', null],
	['identity_process.', 'succeeded', {}, 'other', 'unknown', null],
	['identity_process ', 'succeeded', {}, 'other', 'unknown', null],
	['constructor', 'succeeded', {}, 'other', 'unknown', null],
	['__proto__', 'succeeded', {}, 'other', 'unknown', null],
	['a.toString', 'succeeded', {}, 'other', 'unknown', null],
];

test.each([...identityProcess, ...others])(
	'%s %s with %j is %s, %s, decided %s',
	async (type, action, object, ...expected) => {
		const [status, reason, decidedBy] = expected;
		const payload = { ...event(type, action), object: { ...without(sample.object, 'status'), ...object } };
		expect(await eventOf(payload)).toStrictEqual({
			provider: 'truora',
			status,
			reason,
			decidedBy,
			check: null,
			eventId: 'HKE2ETYep6kn5H6ifK47PaS2QrALqeG2FJj',
			eventType: type,
			providerStatus: object.status ?? action,
			verificationId: 'IDP3YeG65Lw',
			externalId: 'customer-7',
			subject: { id: 'customer-7', email: null, phone: null, name: null },
			occurredAt: '2024-10-11T00:00:00.000Z',
			receivedAt: '2026-03-04T05:06:07.089Z',
			payload,
		});
	},
);

test.each([
	['not json'],
	[JSON.stringify(JSON.stringify({ override_status: 'failure' }))],
	[[{ override_status: 'failure' }]],
	[1],
	[true],
])('a success with the object %j, which may hide the late decision of a person, decides nothing', async (object) => {
	const { status, reason } = await eventOf({ ...event('identity_process', 'succeeded'), object });
	expect([status, reason]).toEqual(['other', 'unknown']);
});

test.each([[undefined], [null], ['']])('a success with the object %j is one', async (object) => {
	expect(await eventOf({ ...event('identity_process', 'succeeded'), object })).toMatchObject({ status: 'approved' });
});

describe.each([
	'document_validation',
	'face_recognition',
	'email_verification',
	'phone_verification',
	'electronic_signature',
	'identity_questions',
	'voice_recognition',
	'face_search',
	'truface',
	'company_validation',
	'validations.document-validation',
])('the single check %s', (type) => {
	test.each([
		['succeeded', 'approved'],
		['success', 'approved'],
		['failed', 'rejected'],
		['failure', 'rejected'],
		['created', 'pending'],
		['started', 'pending'],
		['expired', 'pending'],
		['something_new', 'pending'],
		['constructor', 'pending'],
	])('never decides: %s makes the check %s', async (action, status) => {
		const object = { status: undefined, process_id: undefined, validation_id: 'VLD1', validation_status: 'success' };
		expect(await eventOf(event(type, action, object))).toMatchObject({
			status: 'pending',
			reason: 'partial',
			decidedBy: null,
			check: { name: type, status },
			providerStatus: 'success',
			verificationId: 'VLD1',
		});
	});

	test('takes the late decision of a person', async () => {
		const checkOf = async (action: string, override_status: string) =>
			(await eventOf(event(type, action, { override_status }))).check;
		expect(await checkOf('succeeded', 'failure')).toEqual({ name: type, status: 'rejected' });
		expect(await checkOf('failed', 'success')).toEqual({ name: type, status: 'approved' });
		expect(await checkOf('succeeded', 'something_new')).toEqual({ name: type, status: 'pending' });
	});
});
