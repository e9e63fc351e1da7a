import type { IDataObject } from 'n8n-workflow';
import { trustSwiftlyApi } from '../../../nodes/TrustSwiftly/api';
import { trustSwiftly } from '../../../nodes/TrustSwiftly/trustSwiftly';
import { runNode, type Surroundings } from '../../support/api/node';
import { jsonOf, type ServerAnswer, type ServerRequest } from '../../support/api/server';
import { server, user, users, verificationsOf } from './server';

const create = { operation: 'create', ...server.create };
const fields = server.create.additionalFields as IDataObject;
const get = (id: number, approvedWhen = 'allChecks') => ({
	operation: 'get',
	verificationId: String(id),
	approvedWhen,
});

async function all(parameters: IDataObject, around: Surroundings = {}): Promise<IDataObject[]> {
	const { items } = await runNode(server, parameters, { mode: 'manual', ...around });
	return items.map(({ json }) => json);
}

async function one(parameters: IDataObject, around: Surroundings = {}): Promise<IDataObject> {
	return (await all(parameters, around))[0] as IDataObject;
}

/** The answer of the API with something changed in the user. */
const changed = (more: object) => (): ServerAnswer => ({ status: 200, body: { data: { ...user(106), ...more } } });

const routes = (requests: readonly ServerRequest[]) => requests.map(({ method, path }) => `${method} ${path}`);

describe('a person', () => {
	test.each([
		[101, 'allChecks', 'approved', null],
		[102, 'eachCheck', 'rejected', 'declined'],
		[103, 'eachCheck', 'pending', 'in_review'],
		[104, 'allChecks', 'pending', 'started'],
		[104, 'eachCheck', 'pending', 'started'],
		[105, 'allChecks', 'pending', 'partial'],
		[105, 'eachCheck', 'approved', null],
		[106, 'allChecks', 'approved', null],
		[107, 'allChecks', 'rejected', 'declined'],
		[107, 'eachCheck', 'rejected', 'declined'],
		[108, 'allChecks', 'pending', 'in_review'],
		[109, 'eachCheck', 'pending', 'partial'],
	])('%i is, under %s, %s, %s', async (id, approvedWhen, status, reason) => {
		expect(await one(get(id, approvedWhen))).toMatchObject({
			status,
			reason,
			providerStatus: users.get(id)?.status,
			externalId: `ref/${id}`,
			occurredAt: null,
		});
	});

	test.each(
		[...users].flatMap(([id, { status, checks }]) =>
			['allChecks', 'eachCheck'].map((when) => [id, status, checks, when] as const),
		),
	)(
		'%i (%s, %j) is approved under %s only where an event of the trigger approved',
		async (id, user_status, checks, approvedWhen) => {
			const data = { user_status, verifications: verificationsOf(checks) };
			const about = [
				{ type: 'user.status.changed', data },
				...checks
					.map((state, index) => ({ state, data: { ...data, verification_id: [1, 3][index] } }))
					.filter(({ state }) => state === 2)
					.map((check) => ({ type: 'verification.completed', ...check })),
			];
			const context = { parameters: { approvedWhen }, signedId: null, fingerprint: () => '' };
			const told = about.flatMap((event) => trustSwiftly.read({ ...event, spec_version: '2025-10-08' }, context));
			const { status } = await one(get(id, approvedWhen));
			// A rejected check has an event of its own, which rejects.
			const isApproved = told.some((event) => event.status === 'approved') && !checks.includes(3);
			expect(status === 'approved').toBe(isApproved);
		},
	);

	test.each([
		{ status: null },
		{ status: 'Suspended' },
		{ status: ['Active'] },
		{ verifications: null },
		{ verifications: undefined },
		{ verifications: [] },
		{ verifications: 'complete' },
		{ verifications: [{ id: 1, status: { value: 2, friendly: 'Rejected' } }] },
		{ verifications: [{ id: 1, status: { value: true } }] },
		{ verifications: [{ id: 1, status: { value: 6 } }] },
		{ status: 'Verified', verifications: null },
		{ status: 'Verified', verifications: verificationsOf([2, 3]) },
	])('is not approved by %j', async (more) => {
		for (const approvedWhen of ['allChecks', 'eachCheck']) {
			expect(await one(get(106, approvedWhen), { handle: changed(more) })).not.toMatchObject({ status: 'approved' });
		}
	});

	test('has a name where the API tells it', async () => {
		const handle = changed({ first_name: 'Zoë', last_name: 'Müller' });
		expect(await one(get(106), { handle })).toMatchObject({ subject: { id: '106', name: 'Zoë Müller' } });
	});

	test('is found by the reference, also where the answer has the user in its root', async () => {
		const lookUp = { operation: 'get', lookUpBy: 'externalId', externalId: 'ref/105', approvedWhen: 'allChecks' };
		const { items, requests } = await runNode(server, lookUp);
		expect(routes(requests)).toEqual(['GET /api/users/ref/ref%2F105']);
		expect(items[0]?.json).toMatchObject({ verificationId: '105', reason: 'partial' });
		const handle = () => ({ status: 200, body: { ...user(105), reference_id: undefined } });
		expect(await one(lookUp, { handle })).toMatchObject({ verificationId: '105', externalId: 'ref/105' });
		await expect(runNode(server, { ...lookUp, externalId: 'nobody' })).rejects.toThrow(
			'Trust Swiftly has no verification with this external ID',
		);
	});
});

describe('the link', () => {
	test('is that of Create, without the stray backslash, unless another life is wanted', async () => {
		const { expiresAfter: _, ...others } = fields;
		const { items, requests } = await runNode(server, { ...create, additionalFields: others });
		expect(routes(requests)).toEqual(['POST /api/users']);
		expect(items[0]?.json).toMatchObject({
			url: 'https://verify.acme.example/security-verify?expires=1800000000&key=16RWTtJR&signature=768898ec',
			urlExpiresAt: '2027-01-15T08:00:00.000Z',
		});
		const asked = await runNode(server, create);
		expect(routes(asked.requests)).toEqual(['POST /api/users', 'POST /api/users/69/verify-url']);
		expect(jsonOf(asked.requests[1] as ServerRequest)).toEqual({ expiration_hours: 25 });
	});

	test('is asked for when Create has none', async () => {
		const { expiresAfter: _, ...others } = fields;
		const handle = (request: ServerRequest) =>
			request.path === '/api/users' ? { status: 200, body: { status: 'success', id: 69 } } : server.handle(request);
		const { url } = await one({ ...create, additionalFields: others }, { handle });
		expect(url).toBe('https://verify.acme.example/security-verify?expires=1900000000&key=69&signature=3949637e');
	});

	test('is told by Get while the person has something to do, and is no part of the payload', async () => {
		const magic_link = 'https://verify.trustswiftly.com/v/abcdef123456';
		const options = { includePayload: true };
		for (const [checks, url] of [
			[[2, 0], magic_link],
			[[2, 2], null],
		] as const) {
			const handle = changed({ magic_link, verifications: verificationsOf(checks) });
			const item = await one({ ...get(106), options }, { handle });
			expect(item).toMatchObject({ url, urlExpiresAt: null });
			expect(JSON.stringify(item.payload)).not.toContain(magic_link);
		}
	});
});

test('a user is created with the documented fields', async () => {
	const { requests } = await runNode(server, create);
	expect(jsonOf(requests[0] as ServerRequest)).toEqual({
		email: 'jane@example.com',
		template_id: 'tmpl_MQ',
		reference_id: 'customer-4711',
		phone: '+13129450122',
		first_name: 'Jane',
		last_name: 'Doe',
		completion_url: 'https://example.com/done',
		order_id: 'order-12',
		send_link: false,
	});
	expect(requests.map(({ headers }) => headers['user-agent'])).toEqual(['n8n-nodes-kyc', 'n8n-nodes-kyc']);
});

test.each([
	[{ additionalFields: {} }, 'Email is empty'],
	[{ additionalFields: { ...fields, phone: '0312 9450121' } }, 'Phone must look like +14155552671'],
	[{ additionalFields: { ...fields, expiresAfter: 3599 } }, 'Expires After must be at least 3600 seconds'],
	[{ template: 'flow_MQ' }, 'Template must begin with tmpl_'],
])('what Trust Swiftly would refuse is not sent: %j', async (parameters, message) => {
	const handle = () => ({ status: 200, body: { id: 1 } });
	await expect(runNode(server, { ...create, ...parameters }, { handle })).rejects.toThrow(message);
});

test('an email address that another user has is refused in words', async () => {
	const additionalFields = { ...fields, email: 'user101@example.com' };
	await expect(runNode(server, { ...create, additionalFields })).rejects.toThrow(
		'Trust Swiftly refused the request: The given data was invalid. email: The email has already been taken.',
	);
});

test.each([
	[{ error_type: 'api_user_error', error_message: 'User Not Found' }, 'User Not Found'],
	[{ error: { error_message: 'Api Key Wrong' } }, 'Api Key Wrong'],
	[
		{ message: 'The given data was invalid.', errors: { a: ['No.', 'Never.'] } },
		'The given data was invalid. a: No. Never.',
	],
	[{ status: 'fail' }, null],
	['Forbidden', null],
])('the reason in %j is %j', (body, reason) => {
	expect(trustSwiftlyApi.reasonOf(body)).toBe(reason);
});

describe('the list', () => {
	const list = { operation: 'getAll', returnAll: true, approvedWhen: 'allChecks' };

	test('holds everybody, those that changed last first', async () => {
		const { items, requests } = await runNode(server, list);
		expect(items.map(({ json }) => json.verificationId)).toEqual([...users.keys()].reverse().map(String));
		expect(routes(requests)).toEqual(
			[1, 2, 3].map((page) => `GET /api/users?sort=-updated_at&per_page=100&page=${page}`),
		);
	});

	test('is asked for no further than wanted', async () => {
		const limited = await runNode(server, { ...list, returnAll: false, limit: 3 });
		expect([limited.items.length, limited.requests.length]).toEqual([3, 1]);
		const since = await runNode(server, { ...list, filters: { since: '2026-01-14T03:33:17Z' } });
		expect(since.items.map(({ json }) => json.verificationId)).toEqual(['109', '108', '107']);
		expect(since.requests).toHaveLength(1);
	});

	test('narrowed to a reference holds that person or nobody', async () => {
		const of = (externalId: string, since = '') => all({ ...list, filters: { externalId, since } });
		expect((await of('ref/102')).map(({ verificationId }) => verificationId)).toEqual(['102']);
		expect(await of('ref/102', '2026-01-15T00:00:00Z')).toEqual([]);
		expect(await of('nobody')).toEqual([]);
	});
});

test('the templates are told under the ID that Create takes', async () => {
	const ask = () => Promise.resolve(server.handle(request('GET', '/api/settings/templates/verifications')).body);
	expect(await trustSwiftlyApi.listTemplates(ask)).toEqual([
		{ id: 'tmpl_MQ', name: 'tmpl_MQ: Email' },
		{ id: 'tmpl_Mg', name: 'tmpl_Mg: Phone / SMS, Document / ID' },
	]);
});

test.each(['http://acme.trustswiftly.com', 'https://acme.trustswiftly.com/api', 'acme.trustswiftly.com', ''])(
	'the key is not sent to the base URL %j',
	async (baseUrl) => {
		const credential = { ...server.credential, baseUrl };
		await expect(runNode(server, get(101), { credential })).rejects.toThrow(/^The base URL of the credential must be/);
	},
);

function request(method: string, path: string): ServerRequest {
	const headers = { authorization: `Bearer ${server.credential.apiKey}`, 'user-agent': 'n8n-nodes-kyc' };
	return { host: 'acme.trustswiftly.com', method, path, headers, body: Buffer.alloc(0) };
}

test.each([{}, { data: [] }, []])('a list by reference is not made of an answer without a user: %j', async (body) => {
	const list = { operation: 'getAll', returnAll: true, filters: { externalId: 'nobody' } };
	const listed = runNode(server, list, { handle: () => ({ status: 200, body }) });
	await expect(listed).rejects.toThrow('something other than a verification');
});
