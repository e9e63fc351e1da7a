import { trustSwiftlyApi } from '../../../nodes/TrustSwiftly/api';
import { trustSwiftly } from '../../../nodes/TrustSwiftly/trustSwiftly';
import type { JsonObject } from '../../../webhook/json';
import {
	type ApiServer,
	jsonOf,
	SECRETS,
	type ServerAnswer,
	type ServerRequest,
	type State,
} from '../../support/api/server';

const HOST = 'https://acme.trustswiftly.com';
/** Links may lead to a domain of the customer: https://docs.trustswiftly.com/integration. */
const LINKS = 'https://verify.acme.example';
const KEY = 'ts-api-key-5b1e0c77';

/** The users that there are, by id; a higher one changed later. */
export const users = new Map<number, { readonly status: string; readonly checks: readonly number[] }>([
	[101, { status: 'Verified', checks: [2, 2] }],
	[102, { status: 'Banned', checks: [2, 0] }],
	[103, { status: 'Review', checks: [2, 2] }],
	[104, { status: 'Active', checks: [0, 0] }],
	[105, { status: 'Active', checks: [2, 0] }],
	[106, { status: 'Active', checks: [2, 2] }],
	[107, { status: 'Active', checks: [2, 3] }],
	[108, { status: 'Active', checks: [2, 4] }],
	[109, { status: 'Unconfirmed', checks: [1, 0] }],
]);

const friendly = ['Assigned', 'Processing', 'Complete', 'Rejected', 'Complete In Review', 'Reset', 'Removed'];

export function verificationsOf(checks: readonly number[]) {
	return checks.map((value, index) => ({
		id: [1, 3][index],
		name: ['Email', 'Document / ID'][index],
		status: { value, friendly: friendly[value] },
	}));
}

/** A user as https://docs.trustswiftly.com/users shows it, with the reference that it was created with. */
export function user(id: number): JsonObject {
	const { status = 'Active', checks = [] } = users.get(id) ?? {};
	return {
		id,
		first_name: null,
		last_name: null,
		username: `Verify_User${id}`,
		email: `user${id}@example.com`,
		verifications: verificationsOf(checks),
		phone: '+13129450121',
		avatar: 'https://images.trustswiftly.com/public/avatars/none.png',
		address: null,
		country_id: null,
		role_id: 2,
		status,
		birthday: null,
		last_login: '2026-01-14 03:33:33',
		email_verified_at: null,
		reference_id: `ref/${id}`,
		created_at: '2026-01-13 22:27:49',
		updated_at: `2026-01-14 03:33:${id - 90}`,
	};
}

/** Only this webhook tells of the person as a whole: https://docs.trustswiftly.com/webhooks/handling-webhooks. */
const states = [101, 102, 103].map((id): State => {
	const { status = '', checks = [] } = users.get(id) ?? {};
	const delivery = {
		id: `evt-${id}`,
		type: 'user.status.changed',
		subject: 'user',
		spec_version: '2025-10-08',
		occurred_at: '2026-01-14T03:33:33+00:00',
		relationships: { user_id: id },
		data: {
			email: `user${id}@example.com`,
			phone_number: '+13129450121',
			user_status: status,
			reference_id: `ref/${id}`,
			verifications: verificationsOf(checks),
		},
	};
	const outcome = { Verified: 'approved', Banned: 'rejected', Review: 'pending' } as const;
	return { name: status, verificationId: String(id), delivery, status: outcome[status as 'Verified'] };
});

export const server: ApiServer = {
	api: trustSwiftlyApi,
	provider: trustSwiftly,
	hosts: ['acme.trustswiftly.com'],
	credential: { baseUrl: HOST, apiKey: KEY },
	wrongCredential: { baseUrl: HOST, apiKey: 'ts-api-key-nobody-knows' },
	create: {
		externalId: 'customer-4711',
		template: { __rl: true, mode: 'id', value: 'tmpl_MQ' },
		additionalFields: {
			email: 'jane@example.com',
			phone: '+13129450122',
			firstName: 'Jane',
			lastName: 'Doe',
			redirectUrl: 'https://example.com/done',
			expiresAfter: 90000,
			body: '{"order_id":"order-12","send_link":false}',
		},
	},
	created: {
		verificationId: '69',
		externalId: 'customer-4711',
		providerStatus: null,
		url: `${LINKS}/security-verify?expires=1900000000&key=69&hours=25&signature=3949637e`,
		urlExpiresAt: '2030-03-17T17:46:40.000Z',
	},
	states,
	forThePerson: ['magic_link', 'full_url', 'short_url'],
	unknownId: '999',
	unknownReason: 'User Not Found',

	handle(request) {
		const { method, headers } = request;
		const { pathname, searchParams } = new URL(request.path, HOST);
		if ((headers['user-agent'] ?? 'n8n') === 'n8n') return { status: 403, body: 'Forbidden' };
		if (headers.authorization !== `Bearer ${KEY}`) return refusal(401, 'api_auth_error', 'Unauthenticated.');
		const route = `${method} ${pathname}`;
		if (route === 'GET /api/users') return list(searchParams);
		if ([...searchParams].length > 0) return refusal(400, 'api_invalid_error', 'No query is known.');
		if (route === 'GET /api/settings/templates/verifications') return { status: 200, body: templates };
		if (route === 'POST /api/users') return create(request);
		const [, id, what] = /^\/api\/users\/(\d+)(\/verify-url)?$/.exec(pathname) ?? [];
		if (method === 'POST' && id && what) return verifyUrl(request, id);
		const [, reference] = /^\/api\/users\/ref\/([^/]+)$/.exec(pathname) ?? [];
		const number = Number(id ?? decodeURIComponent(reference ?? '').replace(/^ref\//, ''));
		if (method !== 'GET' || what || !users.has(number)) return refusal(404, 'api_user_error', 'User Not Found');
		return { status: 200, body: { data: { ...user(number), ...SECRETS } } };
	},
};

/** https://docs.trustswiftly.com/templates */
const templates = [
	{ id: 1, name: 'tmpl_MQ', types: ['Email'] },
	{ id: 2, name: 'tmpl_Mg', types: ['Phone / SMS', 'Document / ID'] },
];

const texts = [
	'notice',
	'email',
	'template_id',
	'reference_id',
	'phone',
	'last_name',
	'first_name',
	'username',
	'custom_verify_data',
	'order_id',
	'completion_url',
	'deaNumber',
];

function create(request: ServerRequest): ServerAnswer {
	const body = jsonOf(request);
	const errors: Record<string, string[]> = {};
	for (const [name, value] of Object.entries(body)) {
		const isKnown = /^send_(link|sms)$/.test(name) ? typeof value === 'boolean' : texts.includes(name);
		if (!isKnown || (texts.includes(name) && typeof value !== 'string')) errors[name] = [`The ${name} is invalid.`];
	}
	if (!body.email) errors.email = ['The email field is required.'];
	if (/^user\d+@example.com$/.test(String(body.email))) errors.email = ['The email has already been taken.'];
	if (Object.keys(errors).length > 0) {
		return refusal(422, 'api_validation_error', 'The given data was invalid.', { errors });
	}
	if (!templates.some(({ name }) => name === body.template_id)) {
		return refusal(422, 'api_template_error', 'Invalid templateId provided.');
	}
	const magic_link = `${LINKS}\\/security-verify?expires=1800000000&key=16RWTtJR&signature=768898ec`;
	return { status: 200, body: { status: 'success', id: 69, magic_link, ...SECRETS } };
}

function verifyUrl(request: ServerRequest, id: string): ServerAnswer {
	const { expiration_hours: hours, ...rest } = jsonOf(request);
	if (Object.keys(rest).length > 0 || (hours !== undefined && !Number.isInteger(hours))) {
		return refusal(422, 'api_validation_error', 'The given data was invalid.');
	}
	const life = hours === undefined ? '' : `&hours=${String(hours)}`;
	const full_url = `${LINKS}/security-verify?expires=1900000000&key=${id}${life}&signature=3949637e`;
	return { status: 200, body: { short_url: 'https://tinyurl.com/y32d35rf', full_url } };
}

/** https://docs.trustswiftly.com/pagination and https://docs.trustswiftly.com/filtering-and-sorting; pages of four. */
function list(query: URLSearchParams): ServerAnswer {
	const { page = '1', per_page, sort, ...rest } = Object.fromEntries(query);
	if (Object.keys(rest).length > 0) return refusal(400, 'api_invalid_error', 'Unknown parameter');
	if (sort !== undefined && sort !== '-updated_at') return refusal(400, 'api_invalid_error', 'Not sorted so here');
	if (per_page !== undefined && Number(per_page) > 100) return refusal(400, 'api_invalid_error', 'At most 100');
	const all = [...users.keys()].sort((one, other) => (sort ? other - one : one - other)).map(user);
	const from = (Number(page) - 1) * 4;
	const next = from + 4 < all.length ? `${HOST}/api/users?page=${Number(page) + 1}` : null;
	return { status: 200, body: { data: all.slice(from, from + 4), links: { prev: null, next }, meta: { total: 9 } } };
}

/** https://docs.trustswiftly.com/errors */
function refusal(status: number, error_type: string, error_message: string, more: JsonObject = {}): ServerAnswer {
	return { status, body: { error_type, error_message, ...more } };
}
