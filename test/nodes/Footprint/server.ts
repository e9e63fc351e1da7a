import { footprintApi } from '../../../nodes/Footprint/api';
import { footprint } from '../../../nodes/Footprint/footprint';
import type { JsonObject } from '../../../webhook/json';
import {
	type ApiServer,
	jsonOf,
	SECRETS,
	type ServerAnswer,
	type ServerRequest,
	type State,
} from '../../support/api/server';

const KEY = 'sk_test_CXUsbCR8j2kH6e5GeEl8eSBnQTIPCUaKpv';
export const PLAYBOOK = 'pb_test_QoEYTOve49Q2IAmaKVYnPs';

type Words = readonly [name: string, id: string, status: string, review: boolean, outcome: State['status']];

/** https://docs.onefootprint.com/articles/integrate/webhooks; a business has the same words. */
const words: readonly Words[] = [
	['pass', 'fp_id_test_passed', 'pass', false, 'approved'],
	['fail', 'fp_id_test_failed', 'fail', false, 'rejected'],
	['pending', 'fp_id_test_pending', 'pending', false, 'pending'],
	['incomplete', 'fp_id_test_incomplete', 'incomplete', false, 'pending'],
	['none', 'fp_id_test_none', 'none', false, 'other'],
	['a review is due', 'fp_id_test_review', 'fail', true, 'pending'],
	['a business', 'fp_bid_test_passed', 'pass', false, 'approved'],
	['an id that does not tell', 'fp_id_passed', 'pass', false, 'approved'],
];

const REFERENCE = 'customer-abc-123';

/** https://docs.onefootprint.com/llms/api-reference/users.md, with the fields of the server's own source. */
const users = new Map<string, JsonObject>(
	words.map(([, id, status, requires_manual_review]) => [
		id,
		{
			id,
			status,
			requires_manual_review,
			external_id: id === 'fp_id_passed' ? 'customer-abc-124' : REFERENCE,
			requires_additional_info: null,
		},
	]),
);

type Onboarding = Readonly<Record<'playbook_key' | 'status' | 'timestamp', string>>;

/** The newest first. */
export const onboardings: Onboarding[] = [];

/** Entries of a page of onboardings. */
const PAGE = 2;

const states = words.map(([name, id, status, review, outcome]): State => ({
	name,
	verificationId: id,
	delivery: {
		event_kind: 'footprint.onboarding.status_changed',
		fp_id: id,
		external_id: users.get(id)?.external_id,
		is_live: false,
		new_status: status,
		requires_manual_review: review,
		timestamp: '2025-05-05T18:40:46.593634921Z',
	},
	status: outcome,
}));

export const server: ApiServer = {
	api: footprintApi,
	provider: footprint,
	hosts: ['api.onefootprint.com'],
	credential: { apiKey: KEY },
	wrongCredential: { apiKey: 'sk_test_nobody-knows-it' },
	create: {
		externalId: REFERENCE,
		template: { __rl: true, mode: 'id', value: PLAYBOOK },
		additionalFields: {
			email: 'jane@doe.com',
			phone: '+15550000001',
			firstName: 'Jane',
			lastName: 'Doe',
			body: '{"allow_reonboard":true,"bootstrap_data":{"id.dob":"2000-01-01"}}',
		},
	},
	created: {
		environment: 'test',
		verificationId: null,
		externalId: REFERENCE,
		providerStatus: null,
		url: 'https://verify.onefootprint.com/?type=user#obtok_UxM6Vbvk2Rcy1gzcSuXgk3sj3L9I0pAnNH',
		urlExpiresAt: '2025-01-04T20:00:00.000Z',
	},
	states,
	forThePerson: ['link'],
	unknownId: 'fp_id_test_nobody',
	unknownReason: 'Data not found',

	handle(request) {
		const { headers, method } = request;
		const { pathname, searchParams } = new URL(request.path, 'https://api.onefootprint.com');
		if (headers['x-footprint-secret-key'] !== KEY) return refusal(401, 'The API key provided is invalid');
		if (pathname === '/onboarding/session' && method === 'POST') return create(request);
		if (method !== 'GET') return refusal(405, 'Method not allowed');
		if (pathname === '/org/api_keys/check') {
			return { status: 200, body: { id: 'key_1', name: 'n8n', status: 'enabled', is_live: false } };
		}
		const [, kind, id = '', list, ...more] = pathname.split('/');
		const user = users.get(id) ?? [...users.values()].find(({ external_id }) => id === `ext_id:${String(external_id)}`);
		const prefix = kind === 'users' ? 'fp_id_' : kind === 'businesses' ? 'fp_bid_' : null;
		if (!user || prefix === null || !String(user.id).startsWith(prefix)) return refusal(404, 'Data not found');
		if (list === undefined && searchParams.size === 0) return { status: 200, body: { ...user, ...SECRETS } };
		return list === 'onboardings' && more.length === 0 ? listOf(searchParams) : refusal(404, 'Not found');
	},
};

const sessionFields = new Set([
	'kind',
	'key',
	'fp_id',
	'user_external_id',
	'business_external_id',
	'bootstrap_data',
	'allow_reonboard',
]);

/**
 * https://docs.onefootprint.com/llms/articles/integrate/onboarding-sessions.md and
 * https://docs.onefootprint.com/llms/articles/integrate/bootstrap-data.md.
 */
function create(request: ServerRequest): ServerAnswer {
	if (request.headers['content-type'] !== 'application/json') return refusal(400, 'Content type error');
	const body = jsonOf(request);
	const unknown = Object.keys(body).find((name) => !sessionFields.has(name));
	if (unknown) return refusal(400, `Json deserialize error: unknown field \`${unknown}\``);
	if (body.kind !== 'onboard') return refusal(400, 'Json deserialize error: missing field `kind`');
	if (body.key !== PLAYBOOK) return refusal(404, 'Data not found');
	const data = Object.keys((body.bootstrap_data ?? {}) as JsonObject);
	const field = data.find((name) => !/^(id|business)\.[a-z_\d]+$/.test(name));
	if (field) return refusal(400, `Unknown data identifier ${field}`);
	const token = 'obtok_UxM6Vbvk2Rcy1gzcSuXgk3sj3L9I0pAnNH';
	const link = `https://verify.onefootprint.com/?type=user#${token}`;
	return { status: 200, body: { token, link, expires_at: '2025-01-04T12:00-08:00', ...SECRETS } };
}

function listOf(query: URLSearchParams): ServerAnswer {
	const page = Number(query.get('page') ?? 0);
	if ([...query.keys()].some((name) => name !== 'page')) return refusal(400, 'Query deserialize error');
	const next = (page + 1) * PAGE < onboardings.length ? page + 1 : null;
	return { status: 200, body: { data: onboardings.slice(page * PAGE, (page + 1) * PAGE), meta: { next_page: next } } };
}

/** https://docs.onefootprint.com/llms/api-reference/errors.md. */
function refusal(status: number, message: string): ServerAnswer {
	return { status, body: { message, code: 'E100', context: { token: 'secret-of-an-error' } } };
}
