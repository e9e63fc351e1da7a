import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { diditApi } from '../../../nodes/Didit/api';
import { didit } from '../../../nodes/Didit/didit';
import type { JsonObject } from '../../../webhook/json';
import {
	type ApiServer,
	jsonOf,
	SECRETS,
	type ServerAnswer,
	type ServerRequest,
	type ServerWebhook,
	type State,
} from '../../support/api/server';
import { destinationBody, sessionBody } from './bodies';

const KEY = 'didit-key-0123456789';
export const WORKFLOW = '11111111-2222-3333-4444-555555555555';

/** https://docs.didit.me/integration/verification-statuses */
const words: [word: string, status: State['status']][] = [
	['Approved', 'approved'],
	['Declined', 'rejected'],
	['In Review', 'pending'],
	['Not Started', 'pending'],
	['In Progress', 'pending'],
	['Awaiting User', 'pending'],
	['Resubmitted', 'pending'],
	['Expired', 'other'],
	['Abandoned', 'other'],
	['Kyc Expired', 'other'],
];

const idOf = (index: number) => `aaaaaaaa-0000-4000-8000-${String(index).padStart(12, '0')}`;

/** The answer of `GET /v3/session/{sessionId}/decision/`: https://docs.didit.me/sessions-api/retrieve-session. */
export function session(index: number, status: string, more: JsonObject = {}): JsonObject {
	return {
		session_id: idOf(index),
		session_kind: 'user',
		session_number: 43762 - index,
		session_url: `https://verify.didit.me/session/${SECRETS.session_token}`,
		status,
		environment: 'live',
		workflow_id: WORKFLOW,
		features: ['ID_VERIFICATION', 'LIVENESS'],
		vendor_data: `user-${index}`,
		metadata: { account: 'ABC123' },
		expected_details: null,
		contact_details: { email: 'carmen@example.com', send_notification_emails: false, phone: null },
		callback: null,
		id_verifications: [{ node_id: 'feature_ocr_1', status: 'Approved', full_name: 'Carmen Española' }],
		liveness_checks: null,
		reviews: [],
		created_at: new Date(Date.UTC(2026, 2, 4) - index * 60 * 60 * 1000).toISOString().replace('Z', '123Z'),
		expires_at: '2026-03-11T00:00:00.000000Z',
		...more,
	};
}

export const sessions = words.map(([word], index) => session(index, word));

/** What a webhook tells of a session: https://docs.didit.me/integration/webhooks. */
export function delivery(about: JsonObject, more: JsonObject = {}): JsonObject {
	const { session_id, session_kind, status, environment, workflow_id, vendor_data, metadata } = about;
	const event = { event_id: randomUUID(), webhook_type: 'status.updated', timestamp: 1772600700, ...more };
	return {
		...event,
		session_id,
		session_kind,
		status,
		environment,
		workflow_id,
		vendor_data,
		metadata,
		decision: about,
	};
}

/** The `request_body` of each attempt, by the id of the session, the newest first. */
export const attempts = new Map<string, JsonObject[]>();

export const server: ApiServer = {
	api: diditApi,
	provider: didit,
	hosts: ['verification.didit.me'],
	credential: { apiKey: KEY },
	wrongCredential: { apiKey: 'didit-key-of-nobody' },
	create: {
		externalId: 'abc-123',
		template: { __rl: true, mode: 'id', value: WORKFLOW },
		additionalFields: {
			email: 'jane@doe.com',
			phone: '+14155552671',
			firstName: 'Jane',
			lastName: 'Doe',
			redirectUrl: 'https://example.com/done',
			language: 'pt-BR',
			body: '{"metadata":{"order":"5122"},"contact_details":{"send_notification_emails":true}}',
		},
	},
	created: {
		verificationId: idOf(3),
		externalId: 'abc-123',
		providerStatus: 'Not Started',
		environment: null,
		url: 'https://verify.didit.me/pt-BR/session/3FaJ9wLqX2Mz',
		urlExpiresAt: null,
	},
	states: words.map(([name, status], index) => ({
		name,
		verificationId: idOf(index),
		delivery: delivery(sessions[index] as JsonObject),
		status,
	})),
	webhooks: new Map<string, ServerWebhook>(),
	forThePerson: ['url', 'session_url', 'kyc_session_url', 'kyb_sub_session_url'],
	unknownId: 'bbbbbbbb-0000-4000-8000-000000000000',
	unknownReason: 'Not found.',

	handle(request) {
		const { headers, method } = request;
		const { pathname, searchParams } = new URL(request.path, 'https://verification.didit.me');
		// https://docs.didit.me/console/api-keys: a wrong key is 401, none is 403.
		if (headers['x-api-key'] === undefined) return refusal(403, 'You do not have permission to perform this action.');
		if (headers['x-api-key'] !== KEY) return refusal(401, 'Invalid API key.');
		const [, , id = '', action] =
			/^\/v3\/(session|webhook\/destinations)\/(?:([^/]+)\/)?(?:([a-z]+)\/)?$/.exec(pathname) ?? [];
		if (pathname.startsWith('/v3/webhook/destinations/')) return registering(request, id);
		if (pathname === '/v3/session/' && method === 'POST') return create(request);
		if (method !== 'GET') return refusal(405, `Method "${method}" not allowed.`);
		if (pathname === '/v3/sessions/') return listSessions(searchParams);
		if (pathname === '/v3/workflows/') return page(workflows, searchParams, []);
		if (action === 'webhooks') return listDeliveries(id);
		return action === 'decision' ? one(id) : { status: 404, body: '<h1>Not Found</h1>' };
	},
};

/** https://docs.didit.me/sessions-api/create-session */
function create(request: ServerRequest): ServerAnswer {
	const problem = problemOf(sessionBody, request);
	if (problem) return { status: 400, body: problem };
	const { vendor_data, workflow_id, callback, metadata, language } = jsonOf(request);
	if (workflow_id !== WORKFLOW) return { status: 400, body: { workflow_id: 'Invalid workflow_id.' } };
	const path = language === undefined ? '' : `${String(language)}/`;
	return {
		status: 201,
		body: {
			session_id: idOf(3),
			session_number: 43762,
			session_token: SECRETS.session_token,
			url: `https://verify.didit.me/${path}session/3FaJ9wLqX2Mz`,
			vendor_data,
			metadata: metadata ?? null,
			status: 'Not Started',
			workflow_id,
			workflow_version: 3,
			callback: callback ?? null,
		},
	};
}

function one(id: string): ServerAnswer {
	const known = sessions.find(({ session_id }) => session_id === id);
	return known ? { status: 200, body: { ...known, ...SECRETS } } : refusal(404, 'Not found.');
}

/** https://docs.didit.me/management-api/sessions/list-webhooks: not paginated, two fields are JSON in a text. */
function listDeliveries(id: string): ServerAnswer {
	const body = (attempts.get(id) ?? []).map((sent) => ({
		uuid: randomUUID(),
		request_header: JSON.stringify({ 'X-Signature': 'c0ffee' }),
		request_body: JSON.stringify(sent),
		response_status: 200,
	}));
	return { status: 200, body };
}

/** https://docs.didit.me/sessions-api/list-sessions: a row tells less than a decision. Dates are whole days. */
function listSessions(query: URLSearchParams): ServerAnswer {
	const kind = query.get('session_kind') ?? 'user';
	if (!['user', 'business', 'all'].includes(kind)) {
		return { status: 400, body: { session_kind: 'Must be "user", "business", or "all".' } };
	}
	const from = query.get('date_from') ?? '';
	if (!/^(\d{4}-\d{2}-\d{2})?$/.test(from)) return { status: 400, body: { date_from: ['Enter a valid date.'] } };
	const rows = sessions
		.filter((each) => each.session_kind === kind && String(each.created_at) >= from)
		.filter(({ vendor_data }) => [null, vendor_data].includes(query.get('vendor_data')))
		.map(({ session_id, session_kind, session_number, session_url, status, vendor_data, created_at }) => ({
			...{ session_id, session_kind, session_number, session_url, status, vendor_data, created_at },
			features: [],
			full_name: null,
		}));
	return page(rows, query, ['session_kind', 'vendor_data', 'date_from']);
}

export const workflows: JsonObject[] = [
	{ uuid: randomUUID(), workflow_id: WORKFLOW, workflow_label: 'Standard KYC', status: 'draft', is_archived: false },
	{
		uuid: randomUUID(),
		workflow_id: WORKFLOW,
		workflow_label: 'Standard KYC',
		status: 'published',
		is_archived: false,
	},
	{ uuid: randomUUID(), workflow_id: WORKFLOW, workflow_label: 'Before', status: 'published', is_archived: false },
	{ uuid: randomUUID(), workflow_id: randomUUID(), workflow_label: 'Old', status: 'published', is_archived: true },
];

/** https://docs.didit.me/management-api/webhook/create-destination */
function registering(request: ServerRequest, id: string): ServerAnswer {
	const webhooks = server.webhooks as Map<string, ServerWebhook>;
	const { method } = request;
	if (method === 'GET' && id === '') {
		return {
			status: 200,
			body: Array.from(webhooks, ([uuid, { url, enabled }]) => ({ uuid, label: 'n8n', url, enabled })),
		};
	}
	if (method === 'DELETE' && id !== '') {
		return webhooks.delete(id) ? { status: 204 } : refusal(404, 'Webhook destination not found.');
	}
	if (method !== 'POST' || id !== '') return refusal(405, `Method "${method}" not allowed.`);
	const problem = problemOf(destinationBody, request);
	if (problem) return { status: 400, body: problem };
	const { url, enabled } = destinationBody.parse(jsonOf(request));
	if (Array.from(webhooks.values()).some((webhook) => webhook.url === url)) {
		return { status: 400, body: { url: ['This webhook destination already exists for the application.'] } };
	}
	const uuid = randomUUID();
	const secret = randomUUID();
	webhooks.set(uuid, { url, enabled, secret });
	return { status: 201, body: { ...jsonOf(request), uuid, secret_shared_key: secret } };
}

function page(all: JsonObject[], query: URLSearchParams, own: string[]): ServerAnswer {
	const unknown = [...query.keys()].find((name) => !['limit', 'offset', ...own].includes(name));
	if (unknown) return { status: 400, body: { [unknown]: ['Unknown parameter.'] } };
	const offset = Number(query.get('offset') ?? 0);
	const end = offset + Number(query.get('limit') ?? 50);
	const next = end < all.length ? `https://verification.didit.me/v3/?offset=${end}` : null;
	return { status: 200, body: { count: all.length, next, previous: null, results: all.slice(offset, end) } };
}

/** As Didit tells it: the field, with a list of texts. */
function problemOf(schema: z.ZodType, request: ServerRequest): JsonObject | null {
	if (!request.headers['content-type']?.startsWith('application/json')) return { detail: 'Unsupported media type.' };
	const { error } = schema.safeParse(jsonOf(request));
	if (!error) return null;
	return Object.fromEntries(error.issues.map(({ path, message }) => [String(path[0] ?? 'detail'), [message]]));
}

function refusal(status: number, detail: string): ServerAnswer {
	return { status, body: { detail } };
}
