import { randomUUID } from 'node:crypto';
import { stripeIdentityApi } from '../../../nodes/StripeIdentity/api';
import { stripeIdentity } from '../../../nodes/StripeIdentity/stripeIdentity';
import type { JsonObject } from '../../../webhook/json';
import { resources } from '../../fixtures/openapi/stripe.json';
import {
	type ApiServer,
	SECRETS,
	type ServerAnswer,
	type ServerRequest,
	type ServerWebhook,
	type State,
} from '../../support/api/server';
import { refusalOfForm } from './forms';

const KEY = 'rk_live_example';
const LINK = 'https://verify.stripe.com/start/live_secret-link';

const failed = (code: string) => ({ status: 'requires_input', last_error: { code, reason: 'It failed.' }, url: LINK });

/** What https://docs.stripe.com/identity/how-sessions-work tells of, and what an event tells of it. */
const lives: [name: string, event: string, status: State['status'], session: JsonObject][] = [
	['verified', 'verified', 'approved', { status: 'verified' }],
	['processing', 'processing', 'pending', { status: 'processing' }],
	['created', 'created', 'pending', { status: 'requires_input', url: LINK }],
	['failed', 'requires_input', 'pending', failed('document_expired')],
	['too_young', 'requires_input', 'rejected', failed('under_supported_age')],
	['abandoned', 'requires_input', 'other', failed('abandoned')],
	['canceled', 'canceled', 'other', { status: 'canceled' }],
];

/** https://github.com/stripe/openapi: the fixture of a session, in another state. */
export function session(name: string, state: JsonObject): JsonObject {
	const fixture = resources['identity.verification_session'];
	const own = {
		id: `vs_${name}`,
		livemode: true,
		last_error: null,
		redaction: null,
		client_reference_id: `user-${name}`,
	};
	return { ...fixture, ...own, ...state };
}

export const sessions = lives.map(([name, , , state]) => session(name, state));

export const events = lives.map(([name, event], index): JsonObject => {
	const type = `identity.verification_session.${event}`;
	const created = 1772600700 - index;
	return { ...resources.event, id: `evt_${name}`, livemode: true, created, type, data: { object: sessions[index] } };
});

export const server: ApiServer = {
	api: stripeIdentityApi,
	provider: stripeIdentity,
	hosts: ['api.stripe.com'],
	credential: { apiKey: KEY },
	wrongCredential: { apiKey: 'rk_live_nobodys' },
	create: {
		externalId: 'abc-123',
		verificationType: 'document',
		additionalFields: {
			email: 'jane@doe.com',
			phone: '+15550000001',
			redirectUrl: 'https://example.com/done?a=1&b=2',
			body: '{"metadata":{"order":"5122"},"options":{"document":{"allowed_types":["passport"],"require_matching_selfie":true}}}',
		},
	},
	created: {
		verificationId: 'vs_created',
		externalId: 'abc-123',
		providerStatus: 'requires_input',
		environment: 'live',
		url: LINK,
		urlExpiresAt: null,
	},
	states: lives.map(([name, , status], index) => ({
		name,
		verificationId: `vs_${name}`,
		delivery: events[index] as JsonObject,
		status,
	})),
	webhooks: new Map<string, ServerWebhook>(),
	forThePerson: ['url'],
	unknownId: 'vs_nobody',
	unknownReason: 'No such verification session',

	handle(request) {
		const { headers, method } = request;
		const { pathname, searchParams } = new URL(request.path, 'https://api.stripe.com');
		if (headers.authorization !== `Bearer ${KEY}`) return refusal(401, 'Invalid API Key provided: rk_live_********');
		if (headers['stripe-version'] !== '2026-10-28.endive') return refusal(400, 'Invalid Stripe API version');
		const [, version, ...rest] = pathname.split('/');
		if (version !== 'v1') return refusal(404, `Unrecognized request URL (${method}: ${pathname})`);
		const path = rest.join('/');
		if (path === 'events' && method === 'GET') return listEvents(searchParams);
		if (path.startsWith('webhook_endpoints')) return registering(request, searchParams, rest[1]);
		if (!path.startsWith('identity/verification_sessions')) return refusal(404, 'Unrecognized request URL');
		const [, , id, action] = rest;
		if (id !== undefined) return one(method, id, action);
		return method === 'POST' ? create(request) : listSessions(searchParams);
	},
};

/** https://docs.stripe.com/api/identity/verification_sessions/create */
function create(request: ServerRequest): ServerAnswer {
	const invalid = refusalOfForm('session', request);
	if (invalid) return refusal(400, invalid);
	const key = request.headers['idempotency-key'] ?? '';
	if (key.length < 1 || key.length > 255)
		return refusal(400, 'Keys for idempotent requests can only be 255 characters');
	const form = new URLSearchParams(request.body.toString());
	if (form.has('type') === form.has('verification_flow')) return refusal(400, 'Missing required param: type.');
	const told = { client_reference_id: form.get('client_reference_id'), status: 'requires_input', url: LINK };
	return { status: 200, body: { ...session('created', told), ...SECRETS } };
}

/** https://docs.stripe.com/api/identity/verification_sessions/retrieve and /cancel */
function one(method: string, id: string, action: string | undefined): ServerAnswer {
	const known = sessions.find((each) => each.id === id);
	if (!known) return refusal(404, `No such verification session: '${id}'`, 'resource_missing');
	if (action === undefined && method === 'GET') return { status: 200, body: { ...known, ...SECRETS } };
	if (action !== 'cancel' || method !== 'POST') return refusal(404, 'Unrecognized request URL');
	if (known.status !== 'requires_input') return refusal(400, `You cannot cancel this: it is ${String(known.status)}`);
	return { status: 200, body: { ...known, status: 'canceled', url: null, ...SECRETS } };
}

/** https://docs.stripe.com/api/identity/verification_sessions/list */
function listSessions(query: URLSearchParams): ServerAnswer {
	const reference = query.get('client_reference_id');
	return page(
		sessions.filter((each) => reference === null || each.client_reference_id === reference),
		query,
		['client_reference_id', 'related_customer', 'status'],
	);
}

/** https://docs.stripe.com/api/events/list */
function listEvents(query: URLSearchParams): ServerAnswer {
	const types = query.getAll('types[]');
	if (types.length > 20) return refusal(400, 'Too many types');
	const wanted = events.filter(({ type }) => types.length === 0 || types.includes(String(type)));
	return page(wanted, query, ['type', 'types[]', 'delivery_success']);
}

/** https://docs.stripe.com/api/webhook_endpoints */
function registering(request: ServerRequest, query: URLSearchParams, id: string | undefined): ServerAnswer {
	const webhooks = server.webhooks as Map<string, ServerWebhook>;
	const endpoint = (key: string, { url, enabled }: ServerWebhook): JsonObject => ({
		...resources.webhook_endpoint,
		id: key,
		url,
		status: enabled ? 'enabled' : 'disabled',
	});
	if (request.method === 'GET' && id === undefined) {
		return page(
			Array.from(webhooks, ([key, webhook]) => endpoint(key, webhook)),
			query,
		);
	}
	if (request.method === 'DELETE' && id !== undefined) {
		return webhooks.delete(id)
			? { status: 200, body: { ...resources.deleted_webhook_endpoint, id } }
			: refusal(404, `No such webhook endpoint: '${id}'`, 'resource_missing');
	}
	if (request.method !== 'POST' || id !== undefined) return refusal(404, 'Unrecognized request URL');
	const invalid = refusalOfForm('endpoint', request);
	if (invalid) return refusal(400, invalid);
	const form = new URLSearchParams(request.body.toString());
	const webhook = { url: String(form.get('url')), enabled: true, secret: `whsec_${randomUUID()}` };
	const key = `we_${randomUUID()}`;
	webhooks.set(key, webhook);
	return { status: 200, body: { ...endpoint(key, webhook), secret: webhook.secret } };
}

/** https://docs.stripe.com/api/pagination */
function page(all: JsonObject[], query: URLSearchParams, own: string[] = []): ServerAnswer {
	const known = ['limit', 'starting_after', 'ending_before', 'created[gte]', 'expand[]', ...own];
	const unknown = [...query.keys()].find((name) => !known.includes(name));
	if (unknown) return refusal(400, `Received unknown parameter: ${unknown}`, 'parameter_unknown');
	const limit = Number(query.get('limit') ?? 10);
	if (!(limit >= 1 && limit <= 100)) return refusal(400, 'Invalid limit');
	const after = query.get('starting_after');
	const young = all.filter(({ created }) => Number(created) >= Number(query.get('created[gte]') ?? 0));
	const from = after === null ? 0 : young.findIndex(({ id }) => id === after) + 1;
	if (after !== null && from === 0) return refusal(400, `No such object: '${after}'`, 'resource_missing');
	const data = young.slice(from, from + limit);
	return { status: 200, body: { object: 'list', data, has_more: from + limit < young.length, url: '/v1' } };
}

/** https://docs.stripe.com/api/errors */
function refusal(status: number, message: string, code?: string): ServerAnswer {
	return { status, body: { error: { type: 'invalid_request_error', message, code } } };
}
