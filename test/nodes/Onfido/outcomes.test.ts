import { strangers, variants, voids, withValue } from '../../support/payloads';
import { classic, event, eventOf, run, RUN, sample, task } from './sender';

test('the end of a workflow run tells all that is known', async () => {
	expect(await eventOf(sample)).toStrictEqual({
		provider: 'onfido',
		status: 'approved',
		reason: null,
		decidedBy: null,
		check: null,
		eventId: `onfido:workflow_run.completed:${RUN}:approved:2024-07-10T12:49:09Z`,
		eventType: 'workflow_run.completed',
		providerStatus: 'approved',
		verificationId: RUN,
		externalId: 'customer-7',
		subject: { id: 'a2fb9c62-ab10-4898-a8ec-342c4b552ad5', email: null, phone: null, name: null },
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
	])('that is %s is %s, %s, whatever happened to it', async (word, status, reason) => {
		for (const action of ['workflow_run.completed', 'workflow_run.started', 'workflow_run']) {
			const expected = { status, reason, decidedBy: null, check: null, eventType: action, providerStatus: word };
			expect(await eventOf(run(word, action))).toMatchObject(expected);
		}
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

	test('is decided by the object, not by the resource', async () => {
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

	const elsewhere = [
		['payload', 'resource_type'],
		['payload', 'object', 'id'],
		['payload', 'object', 'completed_at_iso8601'],
		['payload', 'resource'],
		['payload', 'resource', 'applicant_id'],
		['payload', 'resource', 'customer_user_id'],
	];
	test.each(variants(sample, elsewhere, { ...voids, ...strangers }))('is passed on: %s', async (_, payload) => {
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
	[{ completed_at_iso8601: '2024-07-10T12:49:09Z', started_at_iso8601: '2024-07-10T12:00:00Z' }, '12:49:09'],
	[{ completed_at_iso8601: null, started_at_iso8601: '2024-07-10T12:00:00Z' }, '12:00:00'],
	[{ completed_at_iso8601: '2024-07-10T14:49:09+02:00' }, '12:49:09'],
	[{ completed_at_iso8601: 'soon' }, null],
	[{ completed_at_iso8601: null }, null],
])('what has the times %j occurred at %j', async (times, time) => {
	const payload = { payload: { action: 'workflow_run.completed', object: { id: RUN, status: 'approved', ...times } } };
	expect((await eventOf(payload)).occurredAt).toBe(time && `2024-07-10T${time}.000Z`);
});
