import { randomUUID } from 'node:crypto';
import { personaApi } from '../../../nodes/Persona/api';
import { persona } from '../../../nodes/Persona/persona';
import type { JsonObject } from '../../../webhook/json';
import { openApi } from '../../support/api/openapi';
import {
	type ApiServer,
	jsonOf,
	SECRETS,
	type ServerAnswer,
	type ServerRequest,
	type ServerWebhook,
	type State,
} from '../../support/api/server';

/** https://github.com/persona-id/persona-openapi at a1526b5, version 2025-12-08. */
export const schema = openApi('persona');

const KEY = 'persona_sandbox_3f1c7a52-aaaa';

const words = { created: 'created', started: 'pending', completed: 'completed', approved: 'approved' } as const;
const others = {
	declined: 'declined',
	failed: 'failed',
	expired: 'expired',
	'marked-for-review': 'needs_review',
} as const;
const statuses = { created: 'pending', started: 'pending', completed: 'pending', approved: 'approved' } as const;
const otherStatuses = {
	declined: 'rejected',
	failed: 'rejected',
	expired: 'other',
	'marked-for-review': 'pending',
} as const;

/** The schema's own example of an inquiry, in a status. */
function inquiry(status: string): JsonObject {
	const { data } = schema.example('inquiry-retrieve') as { data: { attributes: JsonObject; id: string } };
	const attributes = { ...data.attributes, status, 'decisioned-at': '2023-03-31T19:07:01.000Z' };
	return { ...data, id: `inq_${status}`, attributes };
}

function event(name: string, status: string): JsonObject {
	const payload = { data: inquiry(status), included: [] };
	const attributes = { name: `inquiry.${name}`, 'created-at': '2023-03-31T19:07:02.000Z', payload };
	return { data: { type: 'event', id: `evt_${status}`, attributes } };
}

const states = Object.entries({ ...words, ...others }).map(([name, word]): State => ({
	name,
	verificationId: `inq_${word}`,
	delivery: event(name, word),
	status: { ...statuses, ...otherStatuses }[name as keyof typeof words],
}));

export const server: ApiServer = {
	api: personaApi,
	provider: persona,
	hosts: ['api.withpersona.com'],
	credential: { apiKey: KEY },
	wrongCredential: { apiKey: 'persona_sandbox_nobody-knows-it' },
	create: {
		externalId: 'abc-123',
		template: { __rl: true, mode: 'id', value: 'itmpl_p8ANAJy9iqadm2buF2xcVgqH' },
		additionalFields: {
			email: 'jane@doe.com',
			phone: '+15550000001',
			firstName: 'Jane',
			lastName: 'Doe',
			redirectUrl: 'https://example.com/done',
			expiresAfter: 3600,
			body: '{"data":{"attributes":{"note":"by n8n"}}}',
		},
	},
	created: {
		verificationId: 'inq_zEx4jL84ShbUyuwX6AzPSqt6',
		externalId: 'abc-123',
		providerStatus: 'created',
		url: 'https://withpersona.com/verify?code=ABC123',
		urlExpiresAt: '2023-03-31T19:07:01.000Z',
	},
	states,
	webhooks: new Map<string, ServerWebhook>(),
	unknownId: 'inq_nobody',
	unknownReason: 'The requested record could not be found',

	handle(request) {
		const { headers, method } = request;
		const url = new URL(request.path, 'https://api.withpersona.com');
		if (headers.authorization !== `Bearer ${KEY}`) return refusal(401, 'Must provide a valid API key');
		if (headers['persona-version'] !== '2025-12-08') return refusal(400, 'Unknown version');
		if (headers['key-inflection'] !== 'kebab') return refusal(400, 'Unknown inflection');
		const [, , , kind, id, action] = url.pathname.split('/');
		if (!url.pathname.startsWith('/api/v1/')) return refusal(404, 'No such path');
		if (kind === 'webhooks') return registering(request, id, action);
		if (kind === 'inquiries' && method === 'POST' && id === undefined) return create(request);
		if (kind === 'inquiries' && id !== undefined) return one(method, id, action);
		if (method !== 'GET' || id !== undefined) return refusal(405, 'No such method');
		const unknown = [...url.searchParams.keys()].find((name) => !schema.queryNames('GET', `/${kind}`).includes(name));
		if (unknown) return refusal(400, `Unknown parameter ${unknown}`);
		return list(String(kind), url.searchParams);
	},
};

function create(request: ServerRequest): ServerAnswer {
	const body = jsonOf(request);
	const invalid = schema.refusalOf('POST', '/inquiries', body);
	if (invalid) return refusal(400, invalid);
	// https://docs.withpersona.com/api-reference/inquiries/create-an-inquiry: one of the three is needed.
	if (!/"(inquiry-)?template(-version)?-id":"\w/.test(request.body.toString())) return refusal(400, 'No template');
	const answer = schema.example('inquiry-created') as { data: { attributes: JsonObject }; meta: JsonObject };
	answer.data.attributes = { ...answer.data.attributes, status: 'created', ...SECRETS };
	return { status: 201, body: answer };
}

function one(method: string, id: string, action: string | undefined): ServerAnswer {
	const known = states.find(({ verificationId }) => verificationId === id);
	if (!known) return refusal(404, 'The requested record could not be found');
	if (action === 'expire' && method === 'POST') return { status: 200, body: { data: { ...inquiry('expired'), id } } };
	if (action !== undefined || method !== 'GET') return refusal(405, 'No such method');
	return { status: 200, body: { data: withSecrets(inquiry(id.replace('inq_', ''))), included: [] } };
}

/** Archived ones are gone here, though Persona keeps them. */
function registering(request: ServerRequest, id = '', action = ''): ServerAnswer {
	const webhooks = server.webhooks as Map<string, ServerWebhook>;
	const one = (key: string, webhook: ServerWebhook): JsonObject => ({
		type: 'webhook',
		id: key,
		attributes: { url: webhook.url, status: webhook.enabled ? 'enabled' : 'disabled' },
	});
	if (request.method === 'GET' && id === '') {
		return page(
			Array.from(webhooks, ([key, webhook]) => one(key, webhook)),
			null,
		);
	}
	if (request.method !== 'POST') return refusal(405, 'No such method');
	if (id === '') {
		const body = jsonOf(request) as { data: { attributes: { url: string } } };
		const invalid = schema.refusalOf('POST', '/webhooks', body);
		if (invalid) return refusal(400, invalid);
		const key = `wbh_${webhooks.size + 1}_${Date.now()}`;
		const webhook = { url: body.data.attributes.url, enabled: false, secret: `wbhsec_${randomUUID()}` };
		webhooks.set(key, webhook);
		const answer = schema.example('webhook-created') as { data: { id: string; attributes: JsonObject } };
		answer.data.id = key;
		answer.data.attributes = { ...answer.data.attributes, url: webhook.url, secret: webhook.secret };
		return { status: 201, body: answer };
	}
	const webhook = webhooks.get(id);
	if (!webhook) return refusal(404, 'The requested record could not be found');
	if (action === 'enable') webhooks.set(id, { ...webhook, enabled: true });
	else if (action === 'archive') webhooks.delete(id);
	else return refusal(404, 'No such path');
	return { status: 200, body: { data: one(id, { ...webhook, enabled: action === 'enable' }) } };
}

function withSecrets(resource: JsonObject): JsonObject {
	return { ...resource, attributes: { ...(resource.attributes as JsonObject), ...SECRETS } };
}

/** Two pages, the newest first. */
function list(kind: string, query: URLSearchParams): ServerAnswer {
	const all: Record<string, JsonObject[]> = {
		inquiries: states.map(({ verificationId }) => inquiry(verificationId.replace('inq_', ''))),
		events: states.map(({ delivery }) => delivery.data as JsonObject),
		'inquiry-templates': (schema.example('inquiry-template-list') as { data: JsonObject[] }).data,
	};
	const reference = query.get('filter[reference-id]');
	if (reference !== null && reference !== 'abc-123') return page([], null);
	const entries = all[kind];
	if (!entries) return refusal(404, 'No such path');
	const from = entries.findIndex(({ id }) => id === query.get('page[after]')) + 1;
	const part = entries.slice(from, from + 5);
	return page(part, from + 5 < entries.length ? `/api/v1/${kind}?page%5Bafter%5D=${String(part.at(-1)?.id)}` : null);
}

function page(data: JsonObject[], next: string | null): ServerAnswer {
	return { status: 200, body: { data, links: { prev: null, next } } };
}

/** https://docs.withpersona.com/errors. */
function refusal(status: number, details: string): ServerAnswer {
	return { status, body: { errors: [{ title: 'Refused', details }] } };
}
