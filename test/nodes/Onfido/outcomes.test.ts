import { onfido } from '../../../nodes/Onfido/onfido';
import { describeContradictions } from '../../support/describeContradictions';
import { strangers, variants, voids, withValue } from '../../support/payloads';
import { unsignedEventOf } from '../../support/unsigned';
import { classic, credential, event, eventOf, run, RUN, sample, task } from './sender';

const RESOURCE_STATUS = ['payload', 'resource', 'status'];

test('the end of a workflow run tells all that is known', async () => {
	expect(await eventOf(sample)).toStrictEqual({
		provider: 'onfido',
		status: 'approved',
		reason: null,
		decidedBy: null,
		environment: null,
		check: null,
		eventId: `onfido:workflow_run.completed:${RUN}:approved:2024-07-10T12:49:09Z`,
		eventType: 'workflow_run.completed',
		providerStatus: 'approved',
		verificationId: RUN,
		externalId: 'customer-7',
		subject: { id: 'a2fb9c62-ab10-4898-a8ec-342c4b552ad5', type: null, email: null, phone: null, name: null },
		occurredAt: '2024-07-10T12:49:09.000Z',
		receivedAt: '2026-03-04T05:06:07.089Z',
		payload: sample,
	});
});

describe('a workflow run', () => {
	test.each([
		['approved', 'approved', null],
		['declined', 'rejected', 'declined'],
		['review', 'pending', 'in_review'],
		['processing', 'pending', 'started'],
		['awaiting_input', 'pending', 'started'],
		['awaiting_client_input', 'pending', 'started'],
		['abandoned', 'other', 'abandoned'],
		['error', 'other', 'provider_error'],
	])('that is %s is %s, %s once it has completed', async (word, status, reason) => {
		const expected = { status, reason, decidedBy: null, check: null, providerStatus: word };
		expect(await eventOf(run(word))).toMatchObject(expected);
		expect(await eventOf(withValue(run(word), RESOURCE_STATUS, word))).toMatchObject(expected);
	});

	test.each([
		'workflow_run.started',
		'workflow_run.updated',
		'workflow_run',
		'workflow_run.',
		'workflow_run.completed.x',
	])('decides nothing by %s, which is not its end', async (action) => {
		for (const word of ['approved', 'declined']) {
			const unknown = { status: 'other', reason: 'unknown', eventType: action, providerStatus: word };
			expect(await eventOf(run(word, action))).toMatchObject(unknown);
		}
		expect(await eventOf(run('processing', action))).toMatchObject({ status: 'pending', reason: 'started' });
		expect(await eventOf(run('abandoned', action))).toMatchObject({ status: 'other', reason: 'abandoned' });
	});

	test.each([
		['approved', 'declined'],
		['approved', 'review'],
		['approved', 'processing'],
		['approved', ''],
		['approved', ['approved']],
		['declined', 'approved'],
		['declined', 'error'],
		['review', 'approved'],
	])('that is %s, and by its resource %j, is unknown', async (word, other) => {
		const payload = withValue(run(word), RESOURCE_STATUS, other);
		expect(await eventOf(payload)).toMatchObject({ status: 'other', reason: 'unknown', providerStatus: word });
	});

	test('is unknown when it is said to be something else', async () => {
		for (const type of ['check', 'workflow_task', 'workflow_runs']) {
			const payload = withValue(run('declined'), ['payload', 'resource_type'], type);
			expect(await eventOf(payload)).toMatchObject({ status: 'other', reason: 'unknown' });
		}
	});

	test('is unknown when it is said to be two', async () => {
		for (const path of [
			['payload', 'object', 'id'],
			['payload', 'resource', 'id'],
			['payload', 'object', 'workflow_run_id'],
			['payload', 'resource', 'workflow_run_id'],
		]) {
			const payload = withValue(run('approved'), path, 'b48fdff9-66a1-405d-9912-54780799bd68');
			expect(await eventOf(payload)).toMatchObject({ status: 'other', reason: 'unknown' });
		}
	});

	test('is named by its resource where the object has no id', async () => {
		const event = await eventOf(withValue(sample, ['payload', 'object', 'id'], undefined));
		expect(event).toMatchObject({ status: 'approved', verificationId: RUN });
		expect(event.eventId).toBe((await eventOf(sample)).eventId);
	});

	test.each([
		'Approved',
		'APPROVED',
		'approved ',
		' approved',
		'approved\n',
		'аpproved',
		'not_approved',
		'complete',
		'completed',
		'clear',
		'constructor',
		'__proto__',
		'toString',
	])('that is %j is nothing that anybody knows', async (word) => {
		const unknown = { status: 'other', reason: 'unknown', providerStatus: word };
		expect(await eventOf(run(word))).toMatchObject(unknown);
	});

	test('is decided by the object, not by the resource alone', async () => {
		const payload = event('workflow_run.completed', { id: RUN }, { id: RUN, status: 'approved' });
		expect(await eventOf(payload)).toMatchObject({ status: 'other', reason: 'unknown', providerStatus: null });
	});
});

describe('a part of a verification', () => {
	test.each([
		['workflow_task.started', 'started', 'pending'],
		['workflow_task.completed', 'completed', 'other'],
		['workflow_task.completed', 'cancelled', 'other'],
		['workflow_task.completed', 'approved', 'other'],
	])('%s with %s is pending, with its own status %s', async (action, word, status) => {
		expect(await eventOf(task(action, word))).toMatchObject({
			status: 'pending',
			reason: 'partial',
			check: { name: 'profile_data', status },
			eventType: action,
			providerStatus: word,
			verificationId: RUN,
			externalId: 'customer-7',
		});
	});

	test.each([
		['report.completed', 'complete', 'other'],
		['report.withdrawn', 'withdrawn', 'other'],
		['report.cancelled', 'cancelled', 'other'],
		['report.resumed', 'awaiting_data', 'pending'],
		['report.awaiting_approval', 'awaiting_approval', 'pending'],
		['report.completed', 'approved', 'other'],
		['report.completed', 'constructor', 'other'],
		['report.completed', undefined, 'other'],
	])('%s with %s is pending, with its own status %s', async (action, word, status) => {
		expect(await eventOf(classic(action, word))).toMatchObject({
			status: 'pending',
			reason: 'partial',
			check: { name: null, status },
			verificationId: 'check-123',
		});
	});

	test('has the name of its definition, wherever that stands', async () => {
		for (const [object, resource] of [
			[{ task_def_id: 'profile_data' }, {}],
			[{}, { task_def_id: 'profile_data' }],
			[{ task_def_id: null }, { task_def_id: 'profile_data', workflow_run_id: RUN }],
		] as const) {
			const payload = event('workflow_task.completed', { id: 'profile_1eb92', ...object }, resource);
			expect((await eventOf(payload)).check?.name).toBe('profile_data');
		}
	});
});

describe('what decides nothing', () => {
	test.each(['complete', 'approved', 'clear', undefined, null])(
		'a classic check that has ended with %s: its result is not in the payload',
		async (word) => {
			const href = 'https://api.onfido.com/v3/checks/check-123';
			expect(await eventOf(classic('check.completed', word))).toMatchObject({
				status: 'other',
				reason: 'scored',
				check: null,
				payload: { payload: { object: { href } } },
			});
		},
	);

	test.each([
		'check.started',
		'check.reopened',
		'check.withdrawn',
		'check.form_completed',
		'check.completed.again',
		'audit_log.created',
		'watchlist_monitor.matches_updated',
		'workflow_timeline_file.created',
		'workflow_run_evidence_folder.created',
		'something.new',
		'workflow_runs.completed',
		'Workflow_run.completed',
		'constructor',
		'__proto__',
	])('%s is a notification', async (action) => {
		const notification = { status: 'other', reason: 'notification', check: null, eventType: action };
		for (const word of ['approved', 'complete']) {
			expect(await eventOf(classic(action, word))).toMatchObject(notification);
		}
	});
});

describe('a payload of another shape', () => {
	const decisive = [['payload'], ['payload', 'action'], ['payload', 'object'], ['payload', 'object', 'status']];
	test.each(variants(sample, decisive, { ...voids, ...strangers }))('is never approved: %s', async (_, payload) => {
		expect(await eventOf(payload)).toMatchObject({ status: 'other', decidedBy: null, payload });
	});

	const { absent, null: nothing, ...wrong } = voids;
	const agreeing = [['payload', 'resource_type'], RESOURCE_STATUS];

	test.each(variants(sample, agreeing, { ...wrong, ...strangers }))('contradicts itself: %s', async (_, payload) => {
		expect(await eventOf(payload)).toMatchObject({ status: 'other', reason: 'unknown', payload });
	});

	test.each(variants(sample, agreeing, { absent, nothing }))('does not contradict itself: %s', async (_, payload) => {
		expect(await eventOf(payload)).toMatchObject({ status: 'approved', payload });
	});

	const elsewhere = [
		['payload', 'object', 'completed_at_iso8601'],
		['payload', 'resource', 'applicant_id'],
		['payload', 'resource', 'customer_user_id'],
	];
	test.each([
		...variants(sample, elsewhere, { ...voids, ...strangers }),
		...variants(
			sample,
			[
				['payload', 'object', 'id'],
				['payload', 'resource'],
			],
			voids,
		),
	])('is passed on: %s', async (_, payload) => {
		expect(await eventOf(payload)).toMatchObject({ status: 'approved', payload });
	});

	test('is passed on when everything is missing', async () => {
		for (const payload of [{}, { payload: {} }, { action: 'workflow_run.completed', object: { status: 'approved' } }]) {
			expect(await eventOf(payload)).toMatchObject({
				status: 'other',
				reason: 'unknown',
				eventType: 'unknown',
				eventId: expect.stringMatching(/^onfido:[0-9a-f]{32}$/),
				providerStatus: null,
				verificationId: null,
				externalId: null,
				occurredAt: null,
			});
		}
	});
});

describeContradictions({
	eventOf: unsignedEventOf(onfido, credential),
	approving: withValue(sample, RESOURCE_STATUS, 'approved'),
	deciding: [
		{ path: ['payload', 'action'], agreeing: ['workflow_run.completed'] },
		{ path: ['payload', 'resource_type'], agreeing: ['workflow_run', null] },
		{ path: ['payload', 'object', 'status'], agreeing: ['approved'] },
		{ path: RESOURCE_STATUS, agreeing: ['approved', null] },
		{ path: ['payload', 'resource', 'error', 'type'], agreeing: [null] },
		{ path: ['payload', 'resource', 'error'], agreeing: [null, {}] },
	],
	refusing: ['declined', 'review', 'processing', 'awaiting_input', 'abandoned', 'error', 'consider', 'rejected'],
});

test.each([
	['object', true, 'test'],
	['resource', true, 'test'],
	['resource', false, null],
])('a sandbox that %s names, %s, tells the environment', async (place, sandbox, reason) => {
	const event = await eventOf(withValue(sample, ['payload', place, 'sandbox'], sandbox));
	expect(event).toMatchObject({ reason, environment: sandbox ? 'test' : 'live' });
});

describe('the verification', () => {
	test.each([
		['audit_log.created', null],
		['workflow_timeline_file.created', null],
		['workflow_run_evidence_folder.created', null],
		['workflow_task.completed', null],
		['check.completed', 'check-123'],
		['report.completed', 'check-123'],
		['watchlist_monitor.matches_updated', 'check-123'],
	])('is not named by the id of a file, nor of a place in a workflow: %s', async (action, verificationId) => {
		const payload = classic(action, 'complete');
		expect((await eventOf(payload)).verificationId).toBe(verificationId);
		const inRun = withValue(payload, ['payload', 'resource', 'workflow_run_id'], RUN);
		expect((await eventOf(inRun)).verificationId).toBe(RUN);
	});
});

describe('the event id', () => {
	test('tells the same task of two runs from another, though task ids are those of the workflow', async () => {
		for (const [action, word] of [
			['workflow_task.started', 'started'],
			['workflow_task.completed', 'completed'],
		] as const) {
			const [one, other] = await Promise.all([RUN, 'another'].map((id) => eventOf(task(action, word, id))));
			expect(one?.eventId).toBe(`onfido:${action}:${RUN}:profile_1eb92:${word}:2024-07-10T12:49:09Z`);
			expect(other?.eventId).toBe(`onfido:${action}:another:profile_1eb92:${word}:2024-07-10T12:49:09Z`);
		}
	});

	test('names the run once when the event is about the run', async () => {
		const payload = withValue(sample, ['payload', 'resource', 'workflow_run_id'], RUN);
		expect((await eventOf(payload)).eventId).toBe((await eventOf(sample)).eventId);
	});

	test('tells each object, action, status and time from another', async () => {
		const later = withValue(sample, ['payload', 'object', 'completed_at_iso8601'], '2024-07-10T12:49:10Z');
		const other = withValue(sample, ['payload', 'object', 'id'], 'another');
		const payloads = [sample, later, other, run('declined'), run('approved', 'workflow_run.started')];
		const ids = new Set<string>();
		for (const payload of payloads) ids.add((await eventOf(payload)).eventId);
		expect(ids.size).toBe(payloads.length);
	});

	test('is the same when a retry says it in other words', async () => {
		const again = withValue(sample, ['payload', 'resource', 'timeline_file_download_url'], 'https://example.com/again');
		expect((await eventOf(again)).eventId).toBe((await eventOf(sample)).eventId);
	});

	test('is one of its own where a part is missing, the same each time', async () => {
		const paths = [
			['payload', 'action'],
			['payload', 'object', 'id'],
			['payload', 'object', 'status'],
			['payload', 'object', 'completed_at_iso8601'],
		];
		const nameless = withValue(sample, ['payload', 'resource', 'id'], undefined);
		const payloads = variants(nameless, paths, voids).map(([, payload]) => payload);
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
	[{ completed_at_iso8601: '2024-07-10T12:49:09Z', started_at_iso8601: '2024-07-10T12:00:00Z' }, '12:49:09'],
	[{ completed_at_iso8601: null, started_at_iso8601: '2024-07-10T12:00:00Z' }, '12:00:00'],
	[{ completed_at_iso8601: '2024-07-10T14:49:09+02:00' }, '12:49:09'],
	[{ completed_at_iso8601: null, completed_at: '2024-07-10 12:49:09 UTC' }, '12:49:09'],
	[{ completed_at_iso8601: '2024-07-10T12:49:09Z', completed_at: '2014-05-23 13:50:33 UTC' }, '12:49:09'],
	[{ completed_at_iso8601: 'soon' }, null],
	[{ completed_at_iso8601: null }, null],
])('what has the times %j occurred at %j', async (times, time) => {
	const payload = { payload: { action: 'workflow_run.completed', object: { id: RUN, status: 'approved', ...times } } };
	expect((await eventOf(payload)).occurredAt).toBe(time && `2024-07-10T${time}.000Z`);
});
