import type { IDataObject } from 'n8n-workflow';
import type { Ask } from '../../../api/api';
import { diditApi } from '../../../nodes/Didit/api';
import type { JsonObject } from '../../../webhook/json';
import { runNode, type Surroundings } from '../../support/api/node';
import { jsonOf, type ServerAnswer, type ServerRequest, withoutEnd } from '../../support/api/server';
import { attempts, delivery, server, session, sessions, WORKFLOW } from './server';

const run = (parameters: IDataObject, around: Surroundings = {}) =>
	runNode(server, parameters, { mode: 'manual', ...around });
const many = (parameters: IDataObject) => run({ operation: 'getAll', returnAll: true, ...parameters });
const idOf = (index: number) => String(sessions[index]?.session_id);
const get = (index: number, change: JsonObject = {}, around: Surroundings = {}) => {
	const handle = (request: ServerRequest): ServerAnswer => {
		const { status, body } = server.handle(request);
		return { status, body: { ...(body as JsonObject), ...change } };
	};
	return run({ operation: 'get', verificationId: idOf(index) }, { handle, ...around });
};

/** As n8n asks when a trigger registers its webhook. */
const asking =
	(handle: typeof server.handle): Ask =>
	async ({ method, path, json }) => {
		const headers = { 'x-api-key': String(server.credential.apiKey), 'content-type': 'application/json' };
		const body = Buffer.from(json ? JSON.stringify(json) : '');
		const answer = handle({ host: 'verification.didit.me', method, path, headers, body });
		if (answer.status > 299) throw new Error(JSON.stringify(answer.body));
		return answer.body ?? null;
	};
const ask = asking((request) => server.handle(request));

const original = sessions.length;

afterEach(() => {
	sessions.splice(original);
	attempts.clear();
});

describe('Create', () => {
	const creating = { operation: 'create', ...server.create };

	it('sends the names as Didit documents them', async () => {
		const { requests } = await run(creating);
		expect(requests).toMatchObject([{ method: 'POST', path: '/v3/session/' }]);
		expect(jsonOf(requests[0] as ServerRequest)).toEqual({
			workflow_id: WORKFLOW,
			vendor_data: 'abc-123',
			callback: 'https://example.com/done',
			language: 'pt-BR',
			contact_details: { email: 'jane@doe.com', phone: '+14155552671', send_notification_emails: true },
			expected_details: { first_name: 'Jane', last_name: 'Doe' },
			metadata: { order: '5122' },
		});
	});

	it.each([
		['template', { template: 'wf_1' }, 'Template must be the UUID of a workflow'],
		['phone', { additionalFields: { phone: '0049 30' } }, 'Phone must look like +14155552671'],
		['language', { additionalFields: { language: 'xx' } }, 'Language must be one of en, ar,'],
	])('sends nothing with a wrong %s', async (_, wrong, message) => {
		const handle = () => expect(true).toBe(false) as never;
		await expect(run({ ...creating, ...wrong }, { handle })).rejects.toThrow(message);
	});

	it.each([
		[{ workflow_id: ['This field is required.'] }, 'workflow_id: This field is required.'],
		[{ workflow_id: 'Invalid workflow_id.' }, 'workflow_id: Invalid workflow_id.'],
		[{ contact_details: { email: ['Wrong.'] } }, 'contact_details: {"email":["Wrong."]}'],
		[{ detail: "You don't have enough credits." }, "refused the request: You don't have enough credits."],
	])("tells Didit's own reason: %j", async (body, message) => {
		await expect(run(creating, { handle: () => ({ status: 400, body }) })).rejects.toThrow(message);
	});
});

describe('Get', () => {
	it('has the link, and until when it works, only while the person can go on', async () => {
		for (const [index, { status }] of sessions.entries()) {
			const { items } = await get(index);
			const isOpen = ['Not Started', 'In Progress', 'Awaiting User', 'Resubmitted'].includes(String(status));
			expect(items[0]?.json).toMatchObject({
				providerStatus: status,
				url: isOpen ? expect.stringMatching(/^https:/) : null,
				urlExpiresAt: isOpen ? '2026-03-11T00:00:00.000Z' : null,
			});
		}
		const { items } = await get(3, { session_url: null });
		expect(items[0]?.json).toMatchObject({ url: null, urlExpiresAt: null });
	});

	it.each([{ environment: undefined }, { environment: null }, { environment: 'LIVE' }, { environment: true }])(
		'approves nobody whose environment is not told: %j',
		async (change) => {
			expect((await get(0, change)).items[0]?.json).toMatchObject({ status: 'other', reason: 'unknown' });
		},
	);

	it.each([{ session_id: null }, { status: undefined }, { decision: { status: 'Declined' } }])(
		'approves nobody whose session is incomplete or contradicts itself: %j',
		async (change) => {
			const { items } = await get(0, change, { continueOnFail: true });
			expect(items[0]?.json.status ?? 'error').not.toBe('approved');
		},
	);

	it('approves nobody of a sandbox, but in the editor', async () => {
		const sandbox = { environment: 'sandbox' };
		const { items } = await get(0, sandbox, { mode: 'trigger' });
		expect(items[0]?.json).toMatchObject({ status: 'other', reason: 'test', environment: 'test' });
		expect((await get(0, sandbox)).items[0]?.json).toMatchObject({ status: 'approved', environment: 'test' });
	});

	it('tells by the newest review when a person decided, and one decision from the next', async () => {
		const review = (new_status: string, day: number) => ({ new_status, created_at: `2026-03-0${day}T10:00:00.5Z` });
		const [first, later] = [review('Approved', 1), review('Approved', 4)];
		const one = (await get(0, { reviews: [first] })).items[0]?.json;
		const other = (await get(0, { reviews: [later, review('Declined', 2), first] })).items[0]?.json;
		expect(one).toMatchObject({ occurredAt: '2026-03-01T10:00:00.500Z' });
		expect(other).toMatchObject({ occurredAt: '2026-03-04T10:00:00.500Z', status: 'approved' });
		expect(other?.eventId).not.toBe(one?.eventId);
		expect((await get(0, { reviews: [first, review('Declined', 2)] })).items[0]?.json.occurredAt).toBeNull();
	});

	it('knows a company', async () => {
		sessions.push(session(20, 'Approved', { session_kind: 'business', id_verifications: undefined }));
		const { items } = await get(original);
		expect(items[0]?.json).toMatchObject({ status: 'approved', subject: { type: 'company', name: null } });
	});

	it('finds the newest by the own reference, person or company', async () => {
		sessions.push(session(21, 'Declined', { vendor_data: 'user-1' }));
		sessions.push(session(22, 'Approved', { vendor_data: 'firm', session_kind: 'business' }));
		const find = async (externalId: string) =>
			(await run({ operation: 'get', lookUpBy: 'externalId', externalId })).items[0]?.json;
		expect(await find('user-1')).toMatchObject({ verificationId: idOf(1) });
		expect(await find('firm')).toMatchObject({ verificationId: idOf(original + 1), status: 'approved' });
		await expect(find('nobody')).rejects.toThrow('has no verification with this external ID');
	});

	it('leads nowhere else', async () => {
		const { requests } = await run({ operation: 'get', verificationId: '../../v3/sessions' }, { continueOnFail: true });
		expect(requests[0]?.path).toBe('/v3/session/..%2F..%2Fv3%2Fsessions/decision/');
	});
});

describe('Get Many', () => {
	it('lists persons and companies by age, page by page, as Get tells them', async () => {
		for (let index = 30; index < 100; index++) sessions.push(session(index, 'Approved'));
		sessions.splice(original, 0, session(29, 'Approved', { session_kind: 'business' }));
		const { items, requests } = await many({});
		expect(items.map(({ json }) => json.verificationId)).toEqual(sessions.map(({ session_id }) => session_id));
		expect(requests.map(({ path }) => path).filter((path) => path.includes('/sessions/'))).toEqual([
			'/v3/sessions/?session_kind=user&limit=50&offset=0',
			'/v3/sessions/?session_kind=business&limit=50&offset=0',
			'/v3/sessions/?session_kind=user&limit=50&offset=50',
		]);
		const { url: _, urlExpiresAt: __, receivedAt: ___, ...got } = (await get(3)).items[0]?.json as IDataObject;
		expect(items[3]?.json).toMatchObject({ ...got, url: null });
		expect((await many({ returnAll: false, limit: 2 })).requests).toHaveLength(4);
	});

	it('goes on after what was given where pages are smaller than asked for, to the one that none follows', async () => {
		const handle = (request: ServerRequest) =>
			server.handle({ ...request, path: request.path.replace('limit=50', 'limit=5') });
		const { items, requests } = await run({ operation: 'getAll', returnAll: true }, { handle });
		expect(items.map(({ json }) => json.verificationId)).toEqual(sessions.map(({ session_id }) => session_id));
		const persons = requests.filter(({ path }) => path.includes('session_kind=user'));
		expect(persons.map(({ path }) => path.split('offset=')[1])).toEqual(['0', '5']);
	});

	it('keeps a session whose date cannot be read, however young the others must be', async () => {
		const handle = (request: ServerRequest): ServerAnswer => {
			const { status, body } = server.handle(request);
			const { results } = body as { results?: JsonObject[] };
			const undated = results?.map((row) => ({ ...row, created_at: 'some day' }));
			return { status, body: undated ? { ...(body as JsonObject), results: undated } : body };
		};
		const filters = { since: '2026-03-03T21:30:00Z' };
		const { items } = await run({ operation: 'getAll', returnAll: true, filters }, { handle });
		expect(items).toHaveLength(sessions.length);
	});

	it('begins at a time within a day', async () => {
		const { items, requests } = await many({
			filters: { since: '2026-03-03T21:30:00Z', statuses: ['rejected', 'pending'] },
		});
		expect(items.map(({ json }) => json.providerStatus)).toEqual(['Declined', 'In Review']);
		expect(requests[0]?.path).toContain('date_from=2026-03-03');
		expect(requests.filter(({ path }) => path.includes('/decision/'))).toHaveLength(3);
	});

	it('lists nobody twice when a session is created meanwhile', async () => {
		for (let index = 30; index < 80; index++) sessions.push(session(index, 'Approved'));
		const before = sessions.length;
		const handle = (request: ServerRequest) => {
			if (request.path.includes('offset=50')) sessions.unshift(session(-1, 'Not Started'));
			return server.handle(request);
		};
		const { items } = await run({ operation: 'getAll', returnAll: true }, { handle });
		sessions.shift();
		expect(items).toHaveLength(before);
	});
});

describe('events', () => {
	const since = '2026-03-04T05:00:00Z';
	const events = (parameters: IDataObject = {}) => many({ resource: 'event', since, ...parameters });
	const at = (time: string) => Date.parse(time) / 1000;
	const told = (index: number, event_id: string, timestamp: number, more: JsonObject = {}) =>
		delivery(sessions[index] as JsonObject, { event_id, timestamp, ...more });

	it('are those of the webhook, under the same ids, the newest first, each once', async () => {
		attempts.set(idOf(0), [
			told(0, 'approved', at('2026-03-04T07:00:00Z')),
			// Sent again by hand.
			told(0, 'edited', at('2026-03-04T09:00:00Z'), { webhook_type: 'data.updated' }),
			told(0, 'edited', at('2026-03-04T06:00:00Z'), { webhook_type: 'data.updated' }),
			told(0, 'before', at('2026-03-04T04:59:59Z')),
		]);
		attempts.set(idOf(1), [told(1, 'declined', at('2026-03-04T08:00:00Z'))]);
		const { items } = await events();
		expect(items.map(({ json }) => [json.eventId, json.eventType, json.status, json.occurredAt])).toEqual([
			['declined', 'status.updated', 'rejected', '2026-03-04T08:00:00.000Z'],
			['approved', 'status.updated', 'approved', '2026-03-04T07:00:00.000Z'],
			['edited', 'data.updated', 'other', '2026-03-04T06:00:00.000Z'],
		]);
		expect((await events({ returnAll: false, limit: 1 })).items).toHaveLength(1);
	});

	it('are looked for in sessions as old as the user says', async () => {
		const paths = async (lookBack?: number) => {
			const { requests } = await events(lookBack === undefined ? {} : { lookBack });
			return requests.map(({ path }) => path);
		};
		expect((await paths())[0]).toContain('date_from=2026-02-02');
		expect((await paths(1))[0]).toContain('date_from=2026-03-03');
		expect(await paths(0)).toHaveLength(2);
	});

	it('put no link or token out', async () => {
		attempts.set(idOf(3), [told(3, 'started', at('2026-03-04T07:00:00Z'))]);
		const { items } = await events({ options: { includePayload: true } });
		expect(JSON.stringify(items)).toContain('"payload"');
		expect(JSON.stringify(items)).not.toContain('verify.didit.me');
	});

	it('are passed on as unknown when they cannot be read', async () => {
		const handle = (request: ServerRequest): ServerAnswer =>
			request.path.endsWith('/webhooks/') ? { status: 200, body: [{ request_body: '{' }] } : server.handle(request);
		const { items } = await run({ operation: 'getAll', resource: 'event', since, limit: 1 }, { handle });
		expect(items).toMatchObject([{ json: { status: 'other', reason: 'unknown' } }]);
	});
});

test('workflows are those that a session can be begun with, each once, also where their list never ends', async () => {
	const workflow = { id: WORKFLOW, name: 'Standard KYC' };
	expect(await diditApi.listTemplates(ask)).toEqual([workflow]);
	expect(await diditApi.listTemplates(asking(withoutEnd(server)))).toEqual([workflow]);
});

test('a destination of webhooks is made for all events, found, and deleted', async () => {
	const { webhooks } = diditApi;
	const url = 'https://n8n.example.com/webhook/a?registered-by=n8n-nodes-kyc';
	const { id, secret } = await webhooks.create(ask, url);
	expect(secret).toBe(server.webhooks?.get(String(id))?.secret);
	expect(await webhooks.list(ask)).toEqual([{ id, url, enabled: true }]);
	await expect(webhooks.create(ask, url)).rejects.toThrow('already exists');
	await webhooks.remove(ask, String(id));
	expect(await webhooks.list(ask)).toEqual([]);
});
