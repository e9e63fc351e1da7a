import { createHash } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';
import type { ApiRequest, Ask } from '../../../api/api';
import type { JsonObject } from '../../../webhook/json';
import { runNode } from '../../support/api/node';
import { jsonOf, type ServerRequest } from '../../support/api/server';
import { CLIENT, clients, server, session, sessions, TEMPLATE } from './server';

const paths = (requests: readonly ServerRequest[]) => requests.map(({ path }) => path);
const digest = (text: string) => createHash('sha256').update(text).digest('hex');

async function run(parameters: IDataObject, around = {}) {
	const { items, requests } = await runNode(server, parameters, around);
	return { items: items.map(({ json }) => json), requests };
}

/** A session that is not among the states. */
function add(id: string, status: string, outcome: string | null, fields: JsonObject = {}) {
	sessions.push({ ...session(id, status, outcome), ...fields });
	return id;
}

function addClient(id: string, externalId: string, reference = externalId) {
	clients.push({ id, externalId, metadata: { n8nReference: digest(reference) } });
}

afterEach(() => {
	sessions.splice(8);
	clients.splice(0);
});

describe('Create', () => {
	const creating = (fields: IDataObject = {}, externalId = 'abc-123') => ({
		...server.create,
		operation: 'create',
		externalId,
		additionalFields: { ...(server.create.additionalFields as IDataObject), ...fields },
	});

	it('makes a client, then a session with the rest of the request', async () => {
		const { requests } = await run(creating());
		expect(requests.map((request) => [request.path, jsonOf(request)])).toEqual([
			[
				'/v1/clients',
				{
					type: 'person',
					email: 'john@doe.com',
					mobile: '+15550000001',
					externalId: 'abc-123',
					personDetails: { firstName: 'John', lastName: 'Doe' },
					metadata: { n8nReference: digest('abc-123') },
				},
			],
			[
				'/v1/flow/sessions',
				{
					clientId: CLIENT,
					workflowTemplateId: TEMPLATE,
					successUrl: 'https://example.com/done',
					cancelUrl: 'https://example.com/later',
					theme: 'dark',
				},
			],
		]);
	});

	it('sends who gives up to the same address, where there is no other', async () => {
		const { requests } = await run(creating({ body: {} }));
		expect(jsonOf(requests[1] as ServerRequest)).toMatchObject({ cancelUrl: 'https://example.com/done' });
	});

	it('takes a client that exists, and makes none', async () => {
		const body = { clientId: '5eb1276d96be4a0008713aff' };
		const { items, requests } = await run(creating({ email: '', body }));
		expect(requests.map((request) => jsonOf(request))).toEqual([expect.objectContaining(body)]);
		expect(items).toEqual([expect.objectContaining({ subject: expect.objectContaining({ id: body.clientId }) })]);
	});

	it.each([
		[{ email: '' }, 'ComplyCube needs the email address and the first and last name'],
		[{ firstName: '' }, 'ComplyCube needs the email address and the first and last name'],
		[{ lastName: '' }, 'ComplyCube needs the email address and the first and last name'],
		[{ redirectUrl: '' }, 'ComplyCube needs to know where the person is sent afterwards'],
		[{ body: { successUrl: 'https://example.com' } }, 'must not set "successUrl"'],
		[{ body: { workflowTemplateId: 'another' } }, 'must not set "workflowTemplateId"'],
	])('sends nothing where it cannot succeed: %j', async (fields, message) => {
		const handle = jest.fn();
		await expect(run(creating(fields), { handle })).rejects.toThrow(message);
		expect(handle).not.toHaveBeenCalled();
	});

	it('starts no session without a client, and says which field ComplyCube refuses', async () => {
		const handle = jest.fn(() => ({ status: 201, body: { type: 'person' } }));
		await expect(run(creating(), { handle })).rejects.toThrow('something other than a client');
		expect(handle).toHaveBeenCalledTimes(1);
		await expect(run(creating({ body: { misnamed: 1 } }))).rejects.toThrow('This is not known (misnamed)');
	});

	it('keeps the link out of the payload', async () => {
		const { items } = await run({ ...creating(), options: { includePayload: true } });
		expect(items[0]).toMatchObject({ url: expect.any(String), payload: { id: CLIENT } });
		expect(JSON.stringify(items[0]?.payload)).not.toContain('flow.complycube.com');
	});
});

describe('a session', () => {
	it.each([
		[{ status: undefined }, 'clear'],
		[{ status: null }, 'clear'],
		[{ status: 'started' }, 'clear'],
		[{ status: 'processing' }, 'clear'],
		[{ status: 'cancelled' }, 'clear'],
		[{ status: ['complete'] }, 'clear'],
		[{ result: { outcome: 'rejected' } }, 'clear'],
		[{ result: ['clear'] }, 'clear'],
		[{ outcome: true }, null],
		[{}, 'not_processed'],
		[{}, null],
	])('that is complete but for %j, with the outcome %j, is unknown', async (fields, outcome) => {
		const verificationId = add('a00000000000000000000001', 'complete', outcome, fields);
		const { items } = await run({ operation: 'get', verificationId });
		expect(items).toEqual([expect.objectContaining({ status: 'other', reason: 'unknown', verificationId })]);
	});

	it('tells when it was decided, and is another state after a change', async () => {
		const verificationId = add('a00000000000000000000002', 'complete', 'clear');
		const [before] = (await run({ operation: 'get', verificationId })).items;
		expect(before?.occurredAt).toBe('2025-01-13T11:37:30.124Z');
		Object.assign(sessions.at(-1) ?? {}, { updatedAt: '2025-01-14T00:00:00.000Z' });
		const [after] = (await run({ operation: 'get', verificationId })).items;
		expect(after?.eventId).not.toBe(before?.eventId);
	});
});

describe('Cancel', () => {
	it('gives the session as it is then', async () => {
		const verificationId = add('b00000000000000000000001', 'started', null);
		const { items, requests } = await run({ operation: 'cancel', verificationId });
		expect(items).toEqual([expect.objectContaining({ status: 'other', reason: 'canceled', verificationId })]);
		expect(requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
			`POST /v1/workflowSessions/${verificationId}/cancel`,
			`GET /v1/workflowSessions/${verificationId}`,
		]);
	});

	it('is refused after the start', async () => {
		const verificationId = add('b00000000000000000000002', 'processing', null);
		await expect(run({ operation: 'cancel', verificationId })).rejects.toThrow('It is not started');
	});
});

describe('the look-up by reference', () => {
	const find = (externalId: string) => run({ operation: 'get', lookUpBy: 'externalId', externalId });
	const REFERENCE = 'Zoë/7 & sons?';

	it('goes from the newest client to their newest session', async () => {
		addClient('c1', REFERENCE);
		addClient('c2', REFERENCE);
		const verificationId = add('c00000000000000000000001', 'complete', 'clear', { clientId: 'c1' });
		add('c00000000000000000000002', 'complete', 'rejected', { clientId: 'c1' });
		const { items, requests } = await find(REFERENCE);
		expect(items).toEqual([
			expect.objectContaining({
				status: 'approved',
				verificationId,
				externalId: REFERENCE,
				occurredAt: expect.any(String),
			}),
		]);
		expect(paths(requests)).toEqual([
			`/v1/clients?metadata.n8nReference=${digest(REFERENCE)}&page=1&pageSize=100`,
			'/v1/workflowSessions?clientId=c1&page=1&pageSize=100',
			`/v1/workflowSessions/${verificationId}`,
		]);
	});

	it('does not take the verdict of an older client, nor of another one', async () => {
		addClient('c1', 'twice');
		addClient('c2', 'twice');
		add('c00000000000000000000003', 'complete', 'clear', { clientId: 'c2' });
		await expect(find('twice')).rejects.toThrow('has no verification with this external ID');
		addClient('c2', 'another', 'once');
		await expect(find('once')).rejects.toThrow('has no verification with this external ID');
	});

	it('takes no session of another client, even if ComplyCube lists it', async () => {
		addClient('c1', 'mine');
		add('c00000000000000000000004', 'complete', 'clear', { clientId: 'c2' });
		const handle = (request: ServerRequest) =>
			server.handle({ ...request, path: request.path.replace('clientId=c1', 'clientId=c2') });
		const found = run({ operation: 'get', lookUpBy: 'externalId', externalId: 'mine' }, { handle });
		await expect(found).rejects.toThrow('has no verification with this external ID');
	});
});

describe('Get Many', () => {
	const many = (parameters: IDataObject) => run({ operation: 'getAll', ...parameters });

	it('gives all pages, and stops asking when it has enough', async () => {
		const all = await many({ returnAll: true });
		expect(all.items.map(({ verificationId }) => verificationId)).toEqual(sessions.map(({ id }) => id));
		expect(all.requests).toHaveLength(3);
		const some = await many({ limit: 3 });
		expect(some.items).toHaveLength(3);
		expect(some.requests).toHaveLength(1);
	});

	it('stops at the first that is older', async () => {
		Object.assign(sessions[1] ?? {}, { createdAt: '2024-12-31T23:59:59.999Z' });
		const since = '2025-01-01T00:00:00Z';
		const { items, requests } = await many({ returnAll: true, filters: { since } });
		expect(items).toHaveLength(1);
		expect(requests).toHaveLength(1);
		Object.assign(sessions[1] ?? {}, { createdAt: '2025-01-13T11:35:20.592Z' });
	});

	it('gives the sessions of all clients of a reference', async () => {
		addClient('c1', 'abc-123');
		addClient('c2', 'abc-123');
		add('d00000000000000000000001', 'started', null, { clientId: 'c1' });
		add('d00000000000000000000002', 'complete', 'clear', { clientId: 'c2' });
		const { items } = await many({ returnAll: true, filters: { externalId: 'abc-123' } });
		expect(items.map(({ verificationId, externalId }) => [verificationId, externalId])).toEqual([
			['d00000000000000000000001', 'abc-123'],
			['d00000000000000000000002', 'abc-123'],
		]);
	});
});

test('the webhook is for all events', async () => {
	const { webhooks } = server.api as { webhooks: NonNullable<typeof server.api.webhooks> };
	const url = 'https://n8n.example.com/webhook/1?registered-by=n8n-nodes-kyc';
	const requests: ApiRequest[] = [];
	const ask: Ask = async (request) => {
		const { method, path, json } = request;
		requests.push(request);
		const headers = { authorization: server.credential.apiKey, 'content-type': 'application/json' };
		const body = Buffer.from(JSON.stringify(json ?? {}));
		const answer = server.handle({ host: 'api.complycube.com', method, path: `/v1${path}`, headers, body });
		expect(answer.status).toBeLessThan(300);
		return answer.body ?? null;
	};
	const { id, secret } = await webhooks.create(ask, url);
	expect(requests[0]?.json).toEqual({ description: 'n8n', url, enabled: true, events: ['*'] });
	expect(server.webhooks?.get(String(id))).toEqual({ url, enabled: true, secret });
	expect(await webhooks.list(ask)).toEqual([{ id, url, enabled: true }]);
	await webhooks.remove(ask, String(id));
	expect(await webhooks.list(ask)).toEqual([]);
});
