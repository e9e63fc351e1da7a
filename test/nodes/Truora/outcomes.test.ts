import { truora } from '../../../nodes/Truora/truora';
import { describeContradictions } from '../../support/describeContradictions';
import { strangers, variants, voids, withValue, without } from '../../support/payloads';
import { unsignedEventOf } from '../../support/unsigned';
import { credential, event, eventOf, sample } from './sender';

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
	['identity_process', 'succeeded', { status: 'success', failure_status: '' }, 'other', 'unknown', null],
	['identity_process', 'succeeded', { status: 'success', validation_status: 'failure' }, 'other', 'unknown', null],
	['identity_process', 'succeeded', { status: 'success', declined_reason: 'risky_phone' }, 'other', 'unknown', null],
	['identity_process', 'succeeded', { status: 'success', declined_reason: '' }, 'approved', null, null],
	['identity_process', 'succeeded', { status: 'SUCCESS', validation_status: 'Valid' }, 'approved', null, null],
	['identity_process', 'succeeded', { status: 'not.success' }, 'other', 'unknown', null],
	// A failure that is none, and those that the statuses tell.
	['identity_process', 'failed', { status: 'failure', validation_status: 'invalid' }, 'rejected', 'declined', null],
	['identity_process', 'failed', { status: 'rejected' }, 'rejected', 'declined', null],
	['identity_process', 'failed', { status: 'declined', failure_status: 'declined' }, 'rejected', 'declined', null],
	['identity_process', 'failed', { status: '' }, 'rejected', 'declined', null],
	['identity_process', 'failed', { status: 'expired' }, 'other', 'expired', null],
	['identity_process', 'failed', { status: 'success' }, 'other', 'unknown', null],
	['identity_process', 'failed', { status: 'pending' }, 'other', 'unknown', null],
	['identity_process', 'failed', { validation_status: 'success' }, 'other', 'unknown', null],
	['identity_process', 'failed', { status: ['failure'] }, 'other', 'unknown', null],
	['identity_process', 'failed', { failure_status: ['declined'] }, 'other', 'unknown', null],
	['identity_process', 'failed', { status: 'expired', failure_status: 'declined' }, 'other', 'unknown', null],
	['identity_process', 'expired', { failure_status: 'expired' }, 'other', 'expired', null],
	['identity_process', 'expired', { status: 'success' }, 'other', 'unknown', null],
	['identity_process', 'expired', { failure_status: 'declined' }, 'other', 'unknown', null],
	// A beginning that is none.
	['identity_process', 'created', { status: '' }, 'pending', 'started', null],
	['identity_process', 'started', { status: 'in_progress' }, 'pending', 'started', null],
	['identity_process', 'created', { status: 'success' }, 'other', 'unknown', null],
	['identity_process', 'created', { status: 'failure' }, 'other', 'unknown', null],
	['identity_process', 'started', { validation_status: {} }, 'other', 'unknown', null],
	['identity_process', 'started', { failure_status: 'declined' }, 'other', 'unknown', null],
	// As other channels spell it.
	['digital_identity.identity_process', 'success', {}, 'approved', null, null],
	['digital_identity.identity_process', 'failure', {}, 'rejected', 'declined', null],
	['Identity-Process', 'SUCCEEDED', {}, 'approved', null, null],
	['IDENTITY_PROCESS', 'identity_process.succeeded', {}, 'approved', null, null],
	['digital-identity.identity-process', 'Failed', { failure_status: 'EXPIRED' }, 'other', 'expired', null],
	['identity_process', 'digital_identity.identity_process.succeeded', {}, 'approved', null, null],
	['identity_process', 'overwritten-success', {}, 'approved', 'overridden', 'manual'],
	// A step, which decides nothing, and the success of something else.
	['identity_process', 'step_succeeded', {}, 'pending', 'partial', null],
	['identity_process', 'step_failed', {}, 'pending', 'partial', null],
	['identity_process', 'Step-Succeeded', { status: 'success' }, 'pending', 'partial', null],
	['identity_process', 'step.succeeded', { status: 'success' }, 'pending', 'partial', null],
	['digital_identity.identity_process', 'identity_process.step_succeeded', {}, 'pending', 'partial', null],
	['identity_process', 'document_validation.succeeded', {}, 'other', 'unknown', null],
	['identity_process', 'document_validation_succeeded', {}, 'other', 'unknown', null],
	['identity_process', 'stepped', {}, 'other', 'unknown', null],
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
	['identity_process', 'succeeded', { override_status: '' }, 'other', 'unknown', null],
	['identity_process', 'failed', { override_status: '' }, 'rejected', 'declined', null],
	[
		'identity_process',
		'succeeded',
		{ status: 'failure', override_status: 'success' },
		'approved',
		'overridden',
		'manual',
	],
	['identity_process', 'failed', { status: 'failure', override_status: 'Failed' }, 'rejected', 'overridden', 'manual'],
	[
		'identity_process',
		'expired',
		{ status: 'failure', override_status: 'success' },
		'approved',
		'overridden',
		'manual',
	],
	['identity_process', 'failed', { override_status: 'not.success' }, 'other', 'unknown', null],
	['identity_process', 'overwritten_success', { override_status: 'success' }, 'approved', 'overridden', 'manual'],
	['identity_process', 'overwritten_success', { status: 'failure' }, 'approved', 'overridden', 'manual'],
	['identity_process', 'overwritten_success', { failure_status: 'declined' }, 'approved', 'overridden', 'manual'],
	['identity_process', 'overwritten_failure', { status: 'success' }, 'rejected', 'overridden', 'manual'],
	['identity_process', 'overwritten_failure', { override_status: '' }, 'rejected', 'overridden', 'manual'],
	['identity_process', 'overwritten_failure', { status: '' }, 'rejected', 'overridden', 'manual'],
	// Only a process that has ended can be decided anew, and nobody may say otherwise.
	['identity_process', 'created', { override_status: 'success' }, 'other', 'unknown', null],
	['identity_process', 'started', { override_status: 'failure' }, 'other', 'unknown', null],
	['identity_process', 'something_new', { override_status: 'success' }, 'other', 'unknown', null],
	['identity_process', 'succeeded', { status: 'pending', override_status: 'success' }, 'other', 'unknown', null],
	['identity_process', 'failed', { status: ['failure'], override_status: 'success' }, 'other', 'unknown', null],
	['identity_process', 'overwritten_success', { override_status: 'failure' }, 'other', 'unknown', null],
	['identity_process', 'overwritten_success', { override_status: '' }, 'other', 'unknown', null],
	['identity_process', 'overwritten_success', { status: 'pending' }, 'other', 'unknown', null],
	['identity_process', 'overwritten_success', { status: '' }, 'other', 'unknown', null],
	['identity_process', 'overwritten_success', { validation_status: 'blocked' }, 'other', 'unknown', null],
	['identity_process', 'overwritten_failure', { override_status: 'success' }, 'other', 'unknown', null],
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
	['check', 'finished', {}, 'other', 'scored', null],
	['check', 'finished', { status: 'in_progress' }, 'other', 'unknown', null],
	['check', 'finished', { status: ['completed'] }, 'other', 'unknown', null],
	['check', 'checks.finished', {}, 'other', 'unknown', null],
	['check', 'succeeded', { status: 'success' }, 'other', 'unknown', null],
	['check', 'decision_variables_finished', {}, 'other', 'notification', null],
	['check', 'decision_variables.finished', {}, 'other', 'notification', null],
	['decision_variables', 'finished', {}, 'other', 'notification', null],
	...['created', 'updated', 'deleted', 'published', 'something_new'].map((action): Row => [
		'identity_flow',
		action,
		{},
		'other',
		'notification',
		null,
	]),
	['digital_identity.identity-flow', 'updated', {}, 'other', 'notification', null],
	['truconnect', 'process_succeeded', { status: 'success' }, 'other', 'notification', null],
	['truconnect_process', 'succeeded', { status: 'success' }, 'other', 'notification', null],
	['outbound_message', 'accepted', {}, 'other', 'notification', null],
	['inbound_message', 'received', {}, 'other', 'notification', null],
	['messages.outbound-message', 'read', {}, 'other', 'notification', null],
	['inbound', 'received', {}, 'other', 'notification', null],
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
			providerStatus:
				[object.status, object.validation_status].find((said) => said && typeof said === 'string') ?? action,
			verificationId: 'IDP3YeG65Lw',
			externalId: 'customer-7',
			environment: null,
			subject: { id: 'customer-7', type: null, email: null, phone: null, name: null },
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

test.each([[undefined], [null]])('a success with the object %j is one', async (object) => {
	expect(await eventOf({ ...event('identity_process', 'succeeded'), object })).toMatchObject({ status: 'approved' });
});

const words = [
	'in_review',
	'blocked',
	'denied',
	'error',
	'failure',
	'failed',
	'declined',
	'rejected',
	'expired',
	'pending',
];

const readingOf = unsignedEventOf(truora, credential);

describeContradictions({
	eventOf: (payload) => readingOf({ events: [payload] }),
	approving: sample,
	deciding: [
		{ path: ['event_type'], agreeing: ['identity-process', 'digital_identity.identity_process'] },
		{ path: ['event_action'], agreeing: ['success', 'SUCCEEDED', 'identity_process.succeeded'] },
		{ path: ['object', 'status'], agreeing: [null, 'success', 'succeeded', 'valid', 'approved', 'completed'] },
		{ path: ['object', 'validation_status'], agreeing: [null, 'success', 'valid'] },
		{ path: ['object', 'failure_status'], agreeing: [null] },
		{ path: ['object', 'declined_reason'], agreeing: [null, ''] },
		{ path: ['object', 'override_status'], agreeing: [null, 'success', 'succeeded'] },
	],
	refusing: words,
});

const refusal = event('identity_process', 'failed', { status: 'failure' });

test.each(variants(refusal, [['object', 'failure_status']], { ...voids, ...strangers }))(
	'a failure is a refusal when nobody says how it failed, and unknown when nobody understands it: %s',
	async (_, payload) => {
		const { failure_status } = payload.object as typeof payload;
		const reason = [undefined, null, ''].includes(failure_status as null) ? 'declined' : 'unknown';
		expect(await eventOf(payload)).toMatchObject({ reason });
	},
);

test.each(words)('a beginning with the override %s approves nobody', async (override_status) => {
	const { status } = await eventOf(event('identity_process', 'created', { override_status }));
	expect(status).toBe('other');
});

describe.each([
	'document_validation',
	'face_recognition',
	'email_verification',
	'enterprise_data',
	'enterprise_data_validation',
	'phone_verification',
	'electronic_signature',
	'identity_questions',
	'voice_recognition',
	'face_search',
	'truface',
	'company_validation',
	'validations.document-validation',
])('the single check %s', (type) => {
	const [one, other] = [event(type, 'succeeded'), event(type, 'failed')].map((payload) =>
		withValue(payload, ['object'], { validation_id: 'VLD1', account_id: 'customer-7' }),
	) as [typeof sample, typeof sample];
	const checkOf = async (payload: typeof sample, object: Record<string, unknown> = {}) =>
		(await eventOf({ ...payload, object: { ...payload.object, ...object } })).check;

	test.each([
		['succeeded', 'success', 'approved'],
		['success', 'valid', 'approved'],
		['failed', 'failure', 'rejected'],
		['failure', 'invalid', 'rejected'],
		['created', 'pending', 'pending'],
		['started', 'pending', 'pending'],
		['expired', 'failure', 'pending'],
		['something_new', 'success', 'pending'],
		['constructor', 'success', 'pending'],
		// What contradicts itself.
		['succeeded', 'failure', 'other'],
		['succeeded', 'pending', 'other'],
		['failed', 'success', 'other'],
	])('never decides: %s with %s makes the check %s', async (event_action, validation_status, status) => {
		const payload = { ...one, event_action, object: { ...one.object, validation_status } };
		expect(await eventOf(payload)).toMatchObject({
			status: 'pending',
			reason: 'partial',
			decidedBy: null,
			check: { name: type, status },
			providerStatus: validation_status,
			verificationId: 'VLD1',
		});
	});

	test('takes the late decision of a person', async () => {
		expect(await checkOf(one, { override_status: 'failure' })).toEqual({ name: type, status: 'rejected' });
		expect(await checkOf(other, { override_status: 'success' })).toEqual({ name: type, status: 'approved' });
		expect(await checkOf(one, { override_status: 'something_new' })).toEqual({ name: type, status: 'other' });
		expect(await checkOf(one, { override_status: '' })).toEqual({ name: type, status: 'other' });
	});

	test('has not passed when its failure is told', async () => {
		expect(await checkOf(one, { failure_status: 'expired' })).toEqual({ name: type, status: 'other' });
		expect(await checkOf(other, { failure_status: 'expired' })).toEqual({ name: type, status: 'other' });
		expect(await checkOf(other, { failure_status: 'declined' })).toEqual({ name: type, status: 'rejected' });
	});

	test('is nothing that anybody knows when its object cannot be read', async () => {
		expect(await eventOf({ ...one, object: 'not json' })).toMatchObject({ reason: 'unknown', check: null });
	});
});
