import type { IDataObject } from 'n8n-workflow';
import { kycItem, withoutSecrets } from '../../api/item';
import { askServer, runNode } from '../support/api/node';
import {
	type ApiServer,
	SECRETS,
	type ServerAnswer,
	type ServerRequest,
	type State,
	withoutEnd,
} from '../support/api/server';
import { servers } from '../support/api/servers';

const named = servers.map((server) => [server.provider.displayName, server] as const);

/** What both ways must agree in, and what each item has besides. */
const shared = [
	'provider',
	'status',
	'reason',
	'decidedBy',
	'environment',
	'check',
	'providerStatus',
	'verificationId',
	'externalId',
	'subject',
] as const;

const create = (server: ApiServer) => ({ operation: 'create', ...server.create });

async function only(server: ApiServer, parameters: IDataObject, around = {}): Promise<IDataObject> {
	const { items } = await runNode(server, parameters, { mode: 'manual', ...around });
	expect(items).toHaveLength(1);
	return items[0]?.json as IDataObject;
}

/** A server that answers whatever it is asked as it has answered this operation, in the end with the last answer. */
async function replaying(server: ApiServer, parameters: IDataObject): Promise<() => ServerAnswer> {
	const answers: ServerAnswer[] = [];
	const handle = (request: ServerRequest) => {
		const answer = server.handle(request);
		answers.push(answer);
		return answer;
	};
	await runNode(server, parameters, { handle, continueOnFail: true });
	return () => (answers.length > 1 ? answers.shift() : answers[0]) as ServerAnswer;
}

describe.each(named)('the action node of %s', (_, server) => {
	const { api, provider, states } = server;
	const get = (state: ApiServer['states'][number]) => ({
		operation: 'get',
		lookUpBy: 'verificationId',
		verificationId: state.verificationId,
		...state.parameters,
	});

	it('starts a verification and puts out the link for the person', async () => {
		const item = await only(server, create(server));
		expect(kycItem.parse(item)).toEqual(item);
		expect(item).toMatchObject({
			provider: provider.id,
			status: 'pending',
			reason: 'started',
			eventType: 'verification.created',
			...server.created,
		});
		expect(item).not.toHaveProperty('payload');
	});

	it.each(states.map((state) => [state.name, state] as const))(
		'gets the item that the webhook of the same state gave: %s',
		async (__, state) => {
			const item = await only(server, get(state));
			expect(kycItem.parse(item)).toEqual(item);
			const context = { parameters: state.parameters ?? {}, signedId: null, fingerprint: () => 'fingerprint' };
			const [told] = provider.read(state.delivery, context);
			const pick = (from: object) =>
				Object.fromEntries(Object.entries(from).filter(([name]) => shared.includes(name as 'status')));
			expect(pick(item)).toEqual({ provider: provider.id, ...pick(told ?? {}) });
			expect(item.status).toBe(state.status);
			expect(item.eventType).toBe('verification.retrieved');
		},
	);

	it('has a state that approves, one that rejects and one that is pending', () => {
		expect(new Set(states.map(({ status }) => status))).toEqual(
			expect.objectContaining(new Set(['approved', 'rejected', 'pending'])),
		);
	});

	it('gives the same id to the same state, and another to another', async () => {
		const ids = [];
		for (const state of states) ids.push((await only(server, get(state))).eventId);
		expect(new Set(ids).size).toBe(states.length);
		expect((await only(server, get(states[0] as never))).eventId).toBe(ids[0]);
	});

	it('puts no token, secret or password out, with the payload or without', async () => {
		for (const includePayload of [false, true]) {
			const options = { includePayload };
			const begun = await runNode(server, { ...create(server), options });
			const got = await runNode(server, { ...get(states[0] as never), options });
			const text = JSON.stringify([begun.items, got.items]);
			for (const secret of Object.values(SECRETS)) expect(text).not.toContain(secret);
			for (const secret of Object.values(server.credential)) expect(text).not.toContain(secret);
			expect(text.includes('"payload"')).toBe(includePayload);
		}
	});

	it('sends the same request again when it is repeated, another for another person, and another key from another node', async () => {
		const [first, second, other, ofAnotherNode] = await Promise.all([
			runNode(server, create(server)),
			runNode(server, create(server)),
			runNode(server, { ...create(server), externalId: 'somebody-else' }),
			runNode(server, create(server), { nodeId: 'node-2' }),
		]);
		const bodies = ({ requests }: typeof first) => requests.map(({ body }) => body.toString());
		expect(bodies(second)).toEqual(bodies(first));
		expect(bodies(other)).not.toEqual(bodies(first));
		expect(bodies(ofAnotherNode)).toEqual(bodies(first));
		if (api.idempotencyHeader) {
			const name = api.idempotencyHeader.toLowerCase();
			const key = ({ requests }: typeof first) => requests.map(({ headers }) => headers[name]).filter(Boolean);
			expect(key(first)).toHaveLength(1);
			expect(key(second)).toEqual(key(first));
			expect(key(other)).not.toEqual(key(first));
			expect(key(ofAnotherNode)).not.toEqual(key(first));
		}
	});

	it('sends no idempotency key with what only looks something up', async () => {
		const name = api.idempotencyHeader?.toLowerCase() ?? 'idempotency-key';
		const { requests } = await runNode(server, get(states[0] as State));
		expect(requests.map(({ headers }) => headers[name])).toEqual(requests.map(() => undefined));
	});

	it('starts a verification at most once, also when the provider has a problem of its own', async () => {
		let started = 0;
		const handle = (request: ServerRequest) => {
			if (request.method === 'GET') return server.handle(request);
			started += 1;
			return { status: 500, body: {} };
		};
		await expect(runNode(server, create(server), { handle })).rejects.toThrow('refused the request');
		expect(started).toBe(1);
	});

	it('says so when what is answered to Create is no verification', async () => {
		const begun = runNode(server, create(server), { handle: () => ({ status: 200, body: {} }) });
		await expect(begun).rejects.toThrow(/ answered with something other than an? (verification|client|applicant)$/);
	});

	it('says to check the credential when the provider does not know it', async () => {
		const wrong = runNode(server, get(states[0] as never), { credential: server.wrongCredential });
		await expect(wrong).rejects.toMatchObject({ description: expect.stringMatching(/^Check the credential/) });
		await expect(wrong).rejects.not.toMatchObject({
			message: expect.stringContaining(String(Object.values(server.wrongCredential)[0])),
		});
	});

	it('repeats what the provider says of an unknown verification', async () => {
		const get = { operation: 'get', lookUpBy: 'verificationId', verificationId: server.unknownId };
		await expect(runNode(server, get)).rejects.toThrow(server.unknownReason);
	});

	it('never puts out another verification than the one that was asked for', async () => {
		const state = states[0] as State;
		// What an expression makes of a field that is not there is no ID either.
		for (const verificationId of [server.unknownId, 'undefined', 'null']) {
			const asked = runNode(server, { ...get(state), verificationId }, { handle: await replaying(server, get(state)) });
			const isId = verificationId === server.unknownId;
			await expect(asked).rejects.toThrow(isId ? 'another verification than the one that was asked for' : undefined);
		}
	});

	it('goes on with the next item where the user wants that', async () => {
		const unknown = { operation: 'get', lookUpBy: 'verificationId', verificationId: server.unknownId };
		const { items } = await runNode(server, unknown, { continueOnFail: true, items: 2 });
		expect(items).toEqual(
			[0, 1].map((pairedItem) => ({ json: { error: expect.any(String), externalId: null }, pairedItem })),
		);
	});

	it.each([
		['something other than JSON', { status: 200, body: '<html>' }],
		['nothing', { status: 200 }],
		['an empty object', { status: 200, body: {} }],
		['a list', { status: 200, body: [] }],
		['null', { status: 200, body: 'null' }],
		['a text', { status: 200, body: '"approved"' }],
		['what is too large', { status: 200, body: `"${'x'.repeat(9 * 1024 * 1024)}"` }],
		['a redirect', { status: 302, headers: { location: 'https://elsewhere.example/' } }],
		['a problem of its own', { status: 503, body: 'upstream' }],
	])('never calls a verification approved when the answer is %s', async (__, answer) => {
		for (const operation of ['get', 'create']) {
			const parameters = operation === 'get' ? get(states[0] as never) : create(server);
			const { items } = await runNode(server, parameters, { handle: () => answer, continueOnFail: true });
			for (const { json } of items) expect(json.status ?? 'error').not.toBe('approved');
			expect(JSON.stringify(items).length).toBeLessThan(20_000);
		}
	});

	it('never approves when a deciding field of the answer is of another kind', async () => {
		const approved = states.find(({ status }) => status === 'approved') as ApiServer['states'][number];
		const word = String((await only(server, get(approved))).providerStatus);
		for (const other of [null, true, 0, [word], { word }, `${word}!`, '']) {
			const handle = (request: Parameters<ApiServer['handle']>[0]) => {
				const answer = server.handle(request);
				return { ...answer, body: replaced(answer.body, word, other) };
			};
			const { items } = await runNode(server, get(approved), { handle, continueOnFail: true, mode: 'manual' });
			expect([other, items[0]?.json.status ?? 'error']).not.toEqual([other, 'approved']);
		}
	});

	it('begins and cancels nothing for an AI agent', async () => {
		const tool = { type: 'n8n-nodes-kyc.anyTool' };
		for (const parameters of [create(server), { ...get(states[0] as State), operation: 'cancel' }]) {
			await expect(runNode(server, parameters, tool)).rejects.toThrow('An AI agent may only look verifications up');
		}
		expect((await runNode(server, get(states[0] as never), tool)).items).toHaveLength(1);
	});
});

function replaced(value: unknown, word: string, other: unknown): unknown {
	if (value === word) return other;
	if (Array.isArray(value)) return value.map((inner) => replaced(inner, word, other));
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, replaced(inner, word, other)]));
}

describe.each(named.filter(([, { api }]) => api.find))('the look-up by reference of %s', (_, server) => {
	const { verificationId, parameters } = server.states[0] as State;
	const get = { operation: 'get', ...parameters };
	const by = (externalId: unknown) => ({ ...get, lookUpBy: 'externalId', externalId: String(externalId) });

	it('never puts out the verification of another reference', async () => {
		const known = await only(server, { ...get, lookUpBy: 'verificationId', verificationId });
		const handle = await replaying(server, by(known.externalId));
		await expect(runNode(server, by('somebody-else'), { handle })).rejects.toThrow(
			/another verification than the one that was asked for|has no verification with this external ID/,
		);
	});

	it('does not take a problem of the provider for the answer that there is none', async () => {
		const found = runNode(server, by('customer-7'), { handle: () => ({ status: 500, body: {} }) });
		await expect(found).rejects.toMatchObject({ description: expect.stringContaining('has a problem of its own') });
	});
});

describe.each(named.filter(([, { api }]) => api.cancel))('Cancel of %s', (_, server) => {
	it('never puts out another verification than the one that was asked for', async () => {
		const { verificationId, parameters } = server.states[0] as State;
		const get = { operation: 'get', lookUpBy: 'verificationId', verificationId, ...parameters };
		const handle = await replaying(server, get);
		const cancelled = runNode(server, { operation: 'cancel', verificationId: server.unknownId }, { handle });
		await expect(cancelled).rejects.toThrow('another verification than the one that was asked for');
	});
});

describe.each(named.filter(([, { api }]) => api.list))('the list of %s', (_, server) => {
	it('never puts out the verifications of another reference', async () => {
		const all = { operation: 'getAll', returnAll: true };
		const ids = async (parameters: IDataObject, around = {}) =>
			(await runNode(server, parameters, around)).items.map(({ json }) => json.verificationId);
		const known = await ids(all);
		expect(known.length).toBeGreaterThan(0);
		const somebodyElse = { ...all, filters: { externalId: 'somebody-else' } };
		const found = await ids(somebodyElse, { handle: await replaying(server, all) }).catch((error: Error) => {
			expect(error.message).toContain('something other than a verification');
			return [];
		});
		expect(found.filter((id) => known.includes(id))).toEqual([]);
	});

	it('ends where a page comes again, though more are said to follow', async () => {
		const all = { operation: 'getAll', returnAll: true };
		const { items } = await runNode(server, all, { handle: withoutEnd(server) });
		expect(items.length).toBeGreaterThan(0);
	});

	it.each(['{}', '"none"', 'null', '{"data":"none"}', '{"items":null}', '{"results":{}}'])(
		'is not empty when the answer is %s',
		async (body) => {
			const all = { operation: 'getAll', returnAll: true };
			const got = runNode(server, all, { handle: () => ({ status: 200, body }) });
			await expect(got).rejects.toThrow('answered with something other than a list');
		},
	);
});

describe.each(named.filter(([, { webhooks }]) => webhooks))('the webhooks of %s', (_, server) => {
	afterEach(() => server.webhooks?.clear());

	it('are all told, the disabled ones as such', async () => {
		const made = [true, false].map((enabled) => ({
			id: `made-${enabled}`,
			url: `https://n8n.example/${enabled}`,
			enabled,
		}));
		for (const { id, ...webhook } of made) server.webhooks?.set(id, { ...webhook, secret: 'made-up-secret' });
		expect(await server.api.webhooks?.list(await askServer(server))).toEqual(made);
	});
});

test.each(named)('no payload of %s holds what is for the person alone', (_, { api, forThePerson = [] }) => {
	expect(api.secretFields ?? []).toHaveLength(forThePerson.length);
	for (const name of forThePerson) {
		expect(withoutSecrets({ inner: { [name]: 'made up' } }, api.secretFields)).toEqual({ inner: {} });
	}
});
