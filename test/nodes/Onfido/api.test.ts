import type { IDataObject } from 'n8n-workflow';
import type { ApiRequest, Ask } from '../../../api/api';
import { events } from '../../../nodes/Onfido/events';
import { onfido } from '../../../nodes/Onfido/onfido';
import type { JsonObject } from '../../../webhook/json';
import { runNode } from '../../support/api/node';
import { jsonOf, type ServerRequest } from '../../support/api/server';
import document from '../../fixtures/openapi/onfido.json';
import { classic } from './sender';
import { applicants, checks, run, runs, schema, server, WORKFLOW } from './server';

const CHECK = '8546921f-6f2b-4f4e-8f1a-4b1f6a4f8f1d';

/** Through n8n, as the registration of a trigger asks. */
async function asking<Value>(use: (ask: Ask) => Promise<Value>) {
	const requests: ApiRequest[] = [];
	const value = await use(async (request) => {
		const { method, path, json } = request;
		requests.push(request);
		const { status, body } = server.handle({
			host: 'api.eu.onfido.com',
			method,
			path: `/v3.6${path}`,
			headers: { authorization: `Token token=${server.credential.apiToken}` },
			body: Buffer.from(JSON.stringify(json ?? {})),
		});
		expect(status).toBeLessThan(300);
		return body ?? null;
	});
	return { value, requests };
}

const paths = (requests: readonly ServerRequest[]) => requests.map(({ path }) => path);

async function got(parameters: IDataObject, around = {}) {
	const { items, requests } = await runNode(server, { operation: 'get', ...parameters }, around);
	return { item: items[0]?.json as IDataObject, requests };
}

afterEach(() => {
	runs.splice(8);
	checks.clear();
	applicants.splice(0, applicants.length, { id: '1', sandbox: false });
});

describe('Create', () => {
	const creating = (fields: IDataObject = {}, externalId = 'abc-123') => ({
		...server.create,
		operation: 'create',
		externalId,
		additionalFields: { ...(server.create.additionalFields as IDataObject), ...fields },
	});

	it('makes an applicant, then a run with the rest of the request', async () => {
		const { requests } = await runNode(server, creating());
		expect(requests.map((request) => [request.path, jsonOf(request)])).toEqual([
			[
				'/v3.6/applicants',
				{ first_name: 'Jane', last_name: 'Doe', email: 'jane@doe.com', phone_number: '+15550000001' },
			],
			[
				'/v3.6/workflow_runs',
				{
					workflow_id: WORKFLOW,
					applicant_id: 'a2fb9c62-ab10-4898-a8ec-342c4b552ad5',
					customer_user_id: 'abc-123',
					tags: ['abc-123', 'web'],
					custom_data: { plan: 'gold' },
					link: {
						completed_redirect_url: 'https://example.com/done',
						expired_redirect_url: 'https://example.com/expired',
						language: 'de_DE',
					},
				},
			],
		]);
	});

	it('takes an applicant that exists, and makes none', async () => {
		const applicant_id = 'b2fb9c62-ab10-4898-a8ec-342c4b552ad5';
		const { requests } = await runNode(server, creating({ firstName: '', body: { applicant_id } }));
		expect(requests.map((request) => jsonOf(request))).toEqual([expect.objectContaining({ applicant_id })]);
	});

	it.each([
		[{ firstName: '' }, 'Onfido needs the first and the last name of the person'],
		[{ lastName: '  ' }, 'Onfido needs the first and the last name of the person'],
		[{ lastName: 'D{o}e' }, 'Last Name must not hold any of'],
		[{ language: 'de' }, 'Language must be one of en_US, de_DE'],
		[{ body: { workflow_id: 'another' } }, 'must not set "workflow_id"'],
		[{ body: { customer_user_id: 'another' } }, 'must not set "customer_user_id"'],
	])('sends nothing where it cannot succeed: %j', async (fields, message) => {
		const handle = jest.fn();
		await expect(runNode(server, creating(fields), { handle })).rejects.toThrow(message);
		expect(handle).not.toHaveBeenCalled();
	});

	it('takes a reference that fits into a tag, by which the run is found', async () => {
		expect((await runNode(server, creating({}, 'x'.repeat(128)))).items).toHaveLength(1);
		await expect(runNode(server, creating({}, 'x'.repeat(129)))).rejects.toThrow('External ID must be at most 128');
	});

	it('sends as many tags as Onfido takes, of which one is the reference', async () => {
		const tags = Array.from({ length: 29 }, (_, index) => `tag ${index}`);
		const { requests } = await runNode(server, creating({ body: { tags } }));
		expect(jsonOf(requests[1] as ServerRequest)).toMatchObject({ tags: ['abc-123', ...tags] });
	});

	it('starts no run without an applicant, and says which field Onfido refuses', async () => {
		const handle = jest.fn(() => ({ status: 201, body: { sandbox: true } }));
		await expect(runNode(server, creating(), { handle })).rejects.toThrow('something other than an applicant');
		expect(handle).toHaveBeenCalledTimes(1);
		await expect(runNode(server, creating({ body: { misnamed: 1 } }))).rejects.toThrow(
			'There was a validation error on this request; misnamed: ["is unknown"]',
		);
	});
});

it.each(['ca', 'eu', 'us'])('asks the host of the region %s', async (region) => {
	const { requests } = await got(
		{ verificationId: String(runs[0]?.id) },
		{ credential: { ...server.credential, region } },
	);
	expect(requests.map(({ host }) => host)).toEqual([`api.${region}.onfido.com`]);
});

it.each(['evil.example/#', 'EU', '', 'constructor'])('asks no host for the region %j', async (region) => {
	const handle = jest.fn();
	const asked = got({ verificationId: 'x' }, { credential: { ...server.credential, region }, handle });
	await expect(asked).rejects.toThrow('The credential names no region of Onfido');
	expect(handle).not.toHaveBeenCalled();
});

describe('a workflow run', () => {
	it('is what the schema says, so that these tests are about Onfido', () => {
		for (const each of runs)
			expect(schema.answerRefusalOf('GET', '/workflow_runs/{workflow_run_id}', 200, each)).toBeNull();
	});

	it('has its link only while it waits for the person', async () => {
		for (const { id, status } of runs) {
			const { item } = await got({ verificationId: String(id) });
			expect([status, item.url !== null]).toEqual([status, status === 'awaiting_input']);
		}
		const expired = run('a0000000-0000-4000-8000-000000000000', 'awaiting_input');
		runs.push({ ...expired, link: { ...(expired.link as JsonObject), expires_at: '2026-07-11T00:00:00Z' } });
		const { item } = await got({ verificationId: String(expired.id) });
		expect(item).toMatchObject({ status: 'pending', url: null, urlExpiresAt: null });
	});

	it('that carries an error is approved by nothing', async () => {
		const id = 'a0000000-0000-4000-8000-000000000001';
		runs.push({ ...run(id, 'approved'), error: { type: 'task_error', message: 'A task has failed' } });
		expect((await got({ verificationId: id })).item).toMatchObject({ status: 'other', reason: 'unknown' });
		runs.push({ ...run(id.replace(/1$/, '2'), 'approved'), error: null });
		expect((await got({ verificationId: id.replace(/1$/, '2') })).item).toMatchObject({ status: 'approved' });
	});

	it('keeps the link for the person out of the payload', async () => {
		const options = { includePayload: true };
		const { item } = await got({ verificationId: String(runs[3]?.id), options });
		expect(item.payload).toMatchObject({ status: 'approved', output: { dob: '1990-01-01' } });
		expect(item.payload).not.toHaveProperty('link');
	});
});

describe('a classic check', () => {
	const check = (fields: JsonObject): JsonObject => ({
		id: CHECK,
		applicant_id: 'a2fb9c62-ab10-4898-a8ec-342c4b552ad5',
		created_at: '2026-07-10T12:00:00Z',
		form_uri: 'https://forms.example.com/only-for-the-person',
		sandbox: false,
		...fields,
	});

	it.each([
		[{ status: 'complete', result: 'clear' }, 'approved', null, 'clear'],
		[{ status: 'complete', result: 'consider' }, 'pending', 'in_review', 'consider'],
		[{ status: 'complete' }, 'other', 'unknown', 'complete'],
		[{ status: 'complete', result: null }, 'other', 'unknown', 'complete'],
		[{ status: 'complete', result: 'Clear' }, 'other', 'unknown', 'Clear'],
		[{ status: 'complete', result: ['clear'] }, 'other', 'unknown', 'complete'],
		[{ status: 'complete', result: 'constructor' }, 'other', 'unknown', 'constructor'],
		[{ status: 'in_progress', result: 'clear' }, 'pending', 'started', 'in_progress'],
		[{ status: 'awaiting_applicant' }, 'pending', 'started', 'awaiting_applicant'],
		[{ status: 'paused' }, 'pending', 'started', 'paused'],
		[{ status: 'reopened', result: 'clear' }, 'pending', 'in_review', 'reopened'],
		[{ status: 'withdrawn', result: 'clear' }, 'other', 'canceled', 'withdrawn'],
		[{ status: ['complete'], result: 'clear' }, 'other', 'unknown', null],
		[{ status: 'approved', result: 'clear' }, 'other', 'unknown', 'approved'],
		[{ result: 'clear' }, 'other', 'unknown', null],
	])('%j is %s, %s', async (fields, status, reason, providerStatus) => {
		checks.set(CHECK, check(fields));
		const { item, requests } = await got({ kind: 'check', verificationId: CHECK });
		expect(paths(requests)).toEqual([`/v3.6/checks/${CHECK}`]);
		expect(item).toMatchObject({ status, reason, providerStatus, verificationId: CHECK, environment: 'live' });
	});

	it('is found by the verification ID of the event that says it has ended', async () => {
		checks.set(CHECK, check({ status: 'complete', result: 'clear' }));
		const context = { parameters: {}, signedId: null, fingerprint: () => '' };
		const payload = classic('check.completed', 'complete') as { payload: { object: { id: string } } };
		payload.payload.object.id = CHECK;
		const [event] = onfido.read(payload, context);
		expect(event).toMatchObject({ status: 'other', reason: 'scored' });
		const { item } = await got({ kind: 'check', verificationId: event?.verificationId });
		expect(item).toMatchObject({ status: 'approved', verificationId: CHECK });
	});

	it.each([true, 'true', {}])('of the sandbox (%j) decides nothing in a published workflow', async (sandbox) => {
		checks.set(CHECK, check({ status: 'complete', result: 'clear', sandbox }));
		const parameters = { kind: 'check', verificationId: CHECK };
		expect((await got(parameters)).item).toMatchObject({ environment: 'test', status: 'other', reason: 'test' });
		expect((await got(parameters, { mode: 'manual' })).item).toMatchObject({ status: 'approved' });
	});

	it('keeps the form of the person out of the payload', async () => {
		checks.set(CHECK, check({ status: 'awaiting_applicant' }));
		const { item } = await got({ kind: 'check', verificationId: CHECK, options: { includePayload: true } });
		expect(item.payload).not.toHaveProperty('form_uri');
	});
});

describe('the look-up by reference', () => {
	const find = (externalId: string) => got({ lookUpBy: 'externalId', externalId });

	it('asks by the tag, and gives the newest of all, wherever it stands', async () => {
		const [old, newest] = ['b0000000-0000-4000-8000-000000000001', 'b0000000-0000-4000-8000-000000000002'];
		runs.push({ ...run(old, 'approved'), created_at: '2026-01-01T00:00:00Z' });
		runs.push({ ...run(newest, 'awaiting_input'), created_at: '2026-11-01T00:00:00Z' });
		const { item, requests } = await find('abc-123');
		expect(item).toMatchObject({ verificationId: newest, status: 'pending', externalId: 'abc-123' });
		expect(paths(requests)).toEqual([1, 2, 3].map((page) => `/v3.6/workflow_runs?sort=desc&tags=abc-123&page=${page}`));
	});

	it('does not take the run of another who has the tag only', async () => {
		runs.push({ ...run('b0000000-0000-4000-8000-000000000003', 'approved'), tags: ['other'], customer_user_id: 'abc' });
		await expect(find('other')).rejects.toThrow('has no verification with this external ID');
		await expect(find('web')).rejects.toThrow('has no verification with this external ID');
	});
});

describe('Get Many', () => {
	const many = (parameters: IDataObject) => runNode(server, { operation: 'getAll', ...parameters });

	it('gives all pages, and stops asking when it has enough', async () => {
		const all = await many({ returnAll: true });
		expect(all.items).toHaveLength(8);
		expect(all.requests).toHaveLength(3);
		const some = await many({ limit: 5 });
		expect(some.items.map(({ json }) => json.verificationId)).toEqual(runs.slice(0, 5).map(({ id }) => id));
		expect(some.requests).toHaveLength(1);
	});

	it('knows only days at Onfido, and the time itself here', async () => {
		const [early, late] = ['c0000000-0000-4000-8000-000000000001', 'c0000000-0000-4000-8000-000000000002'];
		runs.push({ ...run(early, 'approved'), created_at: '2026-08-01T09:59:59Z' });
		runs.push({ ...run(late, 'approved'), created_at: '2026-08-01T10:00:00Z' });
		const { items, requests } = await many({ returnAll: true, filters: { since: '2026-08-01T10:00:00Z' } });
		expect(items.map(({ json }) => json.verificationId)).toEqual([late]);
		expect(paths(requests)[0]).toBe('/v3.6/workflow_runs?created_at_gt=2026-07-31&sort=desc&page=1');
	});

	it('keeps a run whose date cannot be read, however young the others must be', async () => {
		const undated = runs.map((each) => ({ ...each, created_at: 'some day' }));
		const all = { operation: 'getAll', returnAll: true, filters: { since: '2026-08-01T10:00:00Z' } };
		const { items } = await runNode(server, all, { handle: () => ({ status: 200, body: undated }) });
		expect(items).toHaveLength(runs.length);
	});
});

describe('the webhooks', () => {
	const { webhooks } = server.api as { webhooks: NonNullable<typeof server.api.webhooks> };
	const URL = 'https://n8n.example.com/webhook/1?registered-by=n8n-nodes-kyc';

	it.each([
		[[{ id: '1', sandbox: false }], 'live'],
		[[{ id: '1', sandbox: true }], 'sandbox'],
	])('are for all events of the environment of the key: %j', async (made, environment) => {
		applicants.splice(0, applicants.length, ...made);
		const { value, requests } = await asking((ask) => webhooks.create(ask, URL));
		expect(requests.at(-1)?.json).toEqual({
			name: 'n8n',
			url: URL,
			enabled: true,
			events: events.map(({ value: event }) => event),
			environments: [environment],
		});
		expect(value).toEqual({ id: expect.any(String), secret: server.webhooks?.get(String(value.id))?.secret });
		const listed = await asking((ask) => webhooks.list(ask));
		expect(listed.value).toContainEqual({ id: value.id, url: URL, enabled: true });
		await asking((ask) => webhooks.remove(ask, String(value.id)));
		expect(server.webhooks?.size).toBe(0);
	});

	it('are for every event that the schema knows', () => {
		const { enum: known } = document.components.schemas.webhook_event_type;
		expect(events.map(({ value }) => value).sort()).toEqual([...known].sort());
	});

	it.each([[[]], [[{ id: '1' }]], [[{ id: '1', sandbox: null }]]])(
		'are not registered where nothing tells the environment of the key: %j',
		async (made) => {
			applicants.splice(0, applicants.length, ...made);
			await expect(asking((ask) => webhooks.create(ask, URL))).rejects.toThrow('live or of the sandbox');
		},
	);
});

test('no applicant is made for what the run would be refused for', async () => {
	const additionalFields = { firstName: 'Zoë', lastName: 'Müller' };
	const handle = jest.fn();
	const body = JSON.stringify({ tags: Array.from({ length: 30 }, (_, index) => `tag ${index}`) });
	const create = { ...server.create, operation: 'create' };
	const tooMany = runNode(server, { ...create, additionalFields: { ...additionalFields, body } }, { handle });
	await expect(tooMany).rejects.toThrow('more than 29 tags');
	const caret = runNode(server, { ...create, additionalFields: { ...additionalFields, firstName: 'Zo^' } }, { handle });
	await expect(caret).rejects.toThrow('First Name must not hold any of ^');
	expect(handle).not.toHaveBeenCalled();
});
