import { truoraApi } from '../../../nodes/Truora/api';
import { truora } from '../../../nodes/Truora/truora';
import type { JsonObject } from '../../../webhook/json';
import { jwt } from '../../support/crypto';
import { type ApiServer, SECRETS, type ServerAnswer, type ServerRequest, type State } from '../../support/api/server';

const KEY = 'eyJhbGciOiJIUzI1NiJ9.backend.made-up';

/** The token of the documentation's example, until 2027-01-15 10:00 UTC. */
export const token = jwt('the key of the provider', {
	account_id: 'customer-7',
	additional_data: '{"country":"ALL","flow_id":"IPF0123456789abcdef","redirect_url":"https://example.com/done"}',
	client_id: 'TCI0123456789abcdef',
	exp: 1_800_007_200,
	grant: 'digital-identity',
	iat: 1_800_000_000,
	key_type: 'web',
});

type Words = readonly [name: string, action: string, told: JsonObject, outcome: State['status']];

/** https://dev.truora.com/guides/get_result and https://dev.truora.com/guides/override_process. */
const words: readonly Words[] = [
	['pending', 'started', { status: 'pending' }, 'pending'],
	['success', 'succeeded', { status: 'success' }, 'approved'],
	['declined', 'failed', { status: 'failure', failure_status: 'declined', declined_reason: 'underage' }, 'rejected'],
	['failure', 'failed', { status: 'failure' }, 'rejected'],
	['expired', 'failed', { status: 'failure', failure_status: 'expired' }, 'other'],
	['canceled', 'failed', { status: 'failure', failure_status: 'canceled' }, 'other'],
	['system_error', 'failed', { status: 'failure', failure_status: 'system_error' }, 'other'],
	['overridden to success', 'failed', { status: 'failure', override_status: 'success' }, 'approved'],
	['overridden to failure', 'succeeded', { status: 'success', override_status: 'failure' }, 'rejected'],
	['an account of its own', 'succeeded', { status: 'success', account_id: `ACC${'0a'.repeat(16)}` }, 'approved'],
];

const idOf = (index: number) => `IDP${String(index).padStart(32, '0')}`;

const processes = new Map<string, JsonObject>(
	words.map(([, , told], index) => [
		idOf(index),
		{
			process_id: idOf(index),
			account_id: 'customer-7',
			flow_id: 'IPF0123456789abcdef',
			created_via: 'web',
			flow_version: 2,
			country: 'CO',
			validations: [
				{ validation_id: 'VLD1', type: 'document-validation', validation_status: 'success', details: {} },
				{ validation_id: 'VLD2', type: 'face-recognition', threshold: 0.65 },
			],
			...told,
		},
	]),
);

const states = words.map(([name, action, told, outcome], index): State => ({
	name,
	verificationId: idOf(index),
	delivery: {
		events: [
			{
				id: `HKE${index}`,
				event_type: 'identity_process',
				event_action: action,
				object: { process_id: idOf(index), account_id: 'customer-7', ...told },
				timestamp: '2024-10-11T00:00:00Z',
			},
		],
	},
	status: outcome,
}));

export const server: ApiServer = {
	api: truoraApi,
	provider: truora,
	hosts: ['api.account.truora.com', 'api.identity.truora.com'],
	credential: { apiKey: KEY },
	wrongCredential: { apiKey: 'eyJhbGciOiJIUzI1NiJ9.nobody-knows-it' },
	create: {
		externalId: 'customer-7',
		template: { __rl: true, mode: 'id', value: 'IPF0123456789abcdef' },
		additionalFields: {
			email: 'jane@doe.com',
			phone: '+570000000000',
			redirectUrl: 'https://example.com/done?a=1&b=2',
			body: '{"start_variables":{"metadata":{"name":"juan"}}}',
		},
	},
	created: {
		verificationId: null,
		externalId: 'customer-7',
		providerStatus: null,
		url: `https://identity.truora.com/?token=${token}`,
		urlExpiresAt: '2027-01-15T10:00:00.000Z',
	},
	states,
	unknownId: `IDP${'f'.repeat(32)}`,
	unknownReason: 'process not found',

	handle(request) {
		const { host, headers, method, path } = request;
		if (headers['truora-api-key'] !== KEY) return refusal(403, 'Forbidden');
		if (host === 'api.account.truora.com' && method === 'POST' && path === '/v1/api-keys') return create(request);
		if (host !== 'api.identity.truora.com' || method !== 'GET') return refusal(404, 'not found');
		if (path === '/v1/processes/') return { status: 200, body: { processes: [...processes.keys()] } };
		const id = /^\/v1\/processes\/([^/?]+)\/result$/.exec(path)?.[1];
		if (id === undefined) return refusal(404, 'not found');
		const process = processes.get(id);
		return process ? { status: 200, body: { ...process, ...SECRETS } } : refusal(404, 'process not found');
	},
};

const required = ['key_type', 'grant', 'api_key_version', 'country', 'flow_id', 'account_id', 'redirect_url'];
const optional = ['phone', 'emails'];
const fixed: JsonObject = { key_type: 'web', grant: 'digital-identity', api_key_version: '1', country: 'ALL' };

/** https://dev.truora.com/guides/web_integration_token. */
function create({ headers, body }: ServerRequest): ServerAnswer {
	if (headers['content-type'] !== 'application/x-www-form-urlencoded') return refusal(415, 'unsupported content type');
	const fields = new URLSearchParams(body.toString());
	const missing = required.find((name) => !fields.get(name));
	if (missing) return refusal(400, `${missing} is required`);
	const names = [...fields.keys()];
	const unknown = names.find(
		(name) => !required.includes(name) && !optional.includes(name) && !/^start_variables\.metadata\.\w+$/.test(name),
	);
	if (unknown) return refusal(400, `unknown field ${unknown}`);
	const wrong = Object.keys(fixed).find((name) => fields.get(name) !== fixed[name]);
	if (wrong) return refusal(400, `invalid ${wrong}`);
	if (!/^[a-zA-Z0-9_.-]+$/.test(String(fields.get('account_id')))) return refusal(400, 'invalid account_id');
	if (!/^(\+\d+)?$/.test(fields.get('phone') ?? '')) return refusal(400, 'invalid phone');
	return { status: 200, body: { api_key: token, message: 'API key created successfully', ...SECRETS } };
}

/** The form of the sample in https://dev.truora.com/docs. */
function refusal(status: number, message: string): ServerAnswer {
	return { status, body: { code: 10_000 + status, http_code: status, message } };
}
