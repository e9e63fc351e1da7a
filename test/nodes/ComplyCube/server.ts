import { randomUUID } from 'node:crypto';
import { complyCubeApi } from '../../../nodes/ComplyCube/api';
import { complyCube } from '../../../nodes/ComplyCube/complyCube';
import { isJsonObject, type JsonObject } from '../../../webhook/json';
import {
	type ApiServer,
	jsonOf,
	SECRETS,
	type ServerAnswer,
	type ServerRequest,
	type ServerWebhook,
	type State,
} from '../../support/api/server';

const KEY = 'test_made-up-5f1c7a52';
export const CLIENT = '5eb1276d96be4a0008713af5';
export const TEMPLATE = '688f1e2837d2a9000202ad01';

/** The statuses of a session, `complete` with each outcome; and the event that tells them. */
const words: readonly (readonly [string, string | null, string, State['status']])[] = [
	['started', null, 'started', 'pending'],
	['processing', null, 'processing', 'pending'],
	['complete', 'clear', 'completed', 'approved'],
	['complete', 'attention', 'completed', 'pending'],
	['complete', 'rejected', 'updated', 'rejected'],
	['complete', 'match_confirmed', 'completed', 'pending'],
	['abandoned', null, 'abandoned', 'other'],
	['cancelled', null, 'cancelled', 'other'],
];

/** https://docs.complycube.com/documentation/api-reference/core-resources/workflow-sessions/get-a-workflow-session */
export function session(id: string, status: string, outcome: string | null, clientId = CLIENT): JsonObject {
	return {
		id,
		clientId,
		entityName: 'John Doe',
		status,
		workflowTemplateId: TEMPLATE,
		workflowTemplateName: 'AML + Liveness + Document Verification flow',
		workflowId: '68566be3a37a78622f4f7be7',
		workflowVersion: 1,
		compliancePolicies: [],
		tasks: [],
		allRelatedChecks: [{ checkId: '689c78f619987c0002774921', type: 'document_check', taskId: 'task_1' }],
		...(outcome ? { outcome } : {}),
		createdAt: '2025-01-13T11:35:20.592Z',
		...(status === 'complete' ? { completedAt: '2025-01-13T11:37:30.124Z' } : {}),
		updatedAt: '2025-01-13T11:39:30.124Z',
	};
}

const states = words.map(([status, outcome, event, becomes], index): State => {
	const id = `68566be3a37a78622f4f7b0${index}`;
	const payload = session(id, status, outcome);
	return {
		name: outcome ?? status,
		verificationId: id,
		status: becomes,
		delivery: {
			id: `68566be3a37a78622f4f7c0${index}`,
			type: `workflow.session.${event}`,
			resourceType: 'workflowSession',
			payload,
			createdAt: '2025-01-13T11:39:30.124Z',
		},
	};
});

/** The newest first; tests add to them. */
export const sessions = states.map(({ delivery }) => delivery.payload as JsonObject);
export const clients: JsonObject[] = [];

export const server: ApiServer = {
	api: complyCubeApi,
	provider: complyCube,
	hosts: ['api.complycube.com'],
	credential: { apiKey: KEY },
	wrongCredential: { apiKey: 'live_nobody-knows-it' },
	create: {
		externalId: 'abc-123',
		template: { __rl: true, mode: 'id', value: TEMPLATE },
		additionalFields: {
			email: 'john@doe.com',
			phone: '+15550000001',
			firstName: 'John',
			lastName: 'Doe',
			redirectUrl: 'https://example.com/done',
			body: '{"theme":"dark","cancelUrl":"https://example.com/later"}',
		},
	},
	created: {
		verificationId: null,
		externalId: 'abc-123',
		providerStatus: null,
		subject: { id: CLIENT, type: 'person', email: 'john@doe.com', phone: '+15550000001', name: 'John Doe' },
		url: 'https://flow.complycube.com/made-up',
		urlExpiresAt: null,
	},
	states,
	webhooks: new Map<string, ServerWebhook>(),
	forThePerson: ['redirectUrl'],
	unknownId: '5eb2b61e02df0a0008f1cf2b',
	unknownReason: "Invalid workflow session id '5eb2b61e02df0a0008f1cf2b'",

	handle(request) {
		const { pathname, searchParams } = new URL(request.path, 'https://api.complycube.com');
		if (request.headers.authorization !== KEY) {
			return refusal(401, { type: 'unauthorized', message: "The 'Authorization' header is invalid" });
		}
		const [, version, ...steps] = pathname.split('/');
		const [kind, id = '', action] = steps;
		const routed = kind === 'flow' ? `${request.method} ${steps.join('/')}` : `${request.method} ${kind}`;
		const route = routes[`${routed}${kind !== 'flow' && id ? '/id' : ''}${action ? `/${action}` : ''}`];
		if (version !== 'v1' || !route) return refusal(404, { type: 'resource_not_found', message: 'No such path' });
		const isJson = request.headers['content-type'] === 'application/json';
		if (request.method === 'POST' && !isJson) return refusal(400, { type: 'invalid_request', message: 'No JSON' });
		return route(request, id, searchParams);
	},
};

type Route = (request: ServerRequest, id: string, query: URLSearchParams) => ServerAnswer;

const routes: Record<string, Route> = {
	'GET accountInfo': () => ({ status: 200, body: { username: 'somebody' } }),
	// https://docs.complycube.com/api-reference/clients/create-a-client
	'POST clients': (request) => {
		const body = jsonOf(request);
		const unknown = unknownOf(body, ['type', 'email', 'mobile', 'externalId', 'personDetails', 'metadata']);
		if (unknown) return refusal(400, unknown);
		const person = isJsonObject(body.personDetails) ? body.personDetails : {};
		if (body.type !== 'person' || typeof body.email !== 'string') return invalid('email');
		if (unknownOf(person, ['firstName', 'lastName']) || !person.firstName || !person.lastName) {
			return invalid('personDetails');
		}
		const metadata = Object.entries((body.metadata ?? {}) as JsonObject);
		if (metadata.some(([key, value]) => key.length > 40 || String(value).length > 500)) return invalid('metadata');
		return { status: 201, body: { id: CLIENT, entityName: 'John Doe', ...body, ...SECRETS } };
	},
	'GET clients': (_, __, query) => page(clients, query),
	// https://docs.complycube.com/documentation/api-reference/other-resources/hosted-solution/create-a-session
	'POST flow/sessions': (request) => {
		const body = jsonOf(request);
		const required = ['clientId', 'workflowTemplateId', 'successUrl', 'cancelUrl'];
		const unknown = unknownOf(body, [...required, 'theme', 'supportEmail', 'shortUrl']);
		if (unknown) return refusal(400, unknown);
		const missing = required.find((name) => typeof body[name] !== 'string' || body[name] === '');
		if (missing) return invalid(missing);
		return { status: 201, body: { redirectUrl: 'https://flow.complycube.com/made-up', ...SECRETS } };
	},
	'GET workflowSessions': (_, __, query) => page(sessions, query),
	'GET workflowSessions/id': (_, id) => one(id),
	'POST workflowSessions/id/cancel': (_, id) => {
		const found = sessions.find((each) => each.id === id);
		if (!found) return one(id);
		if (found.status !== 'started') return refusal(400, { type: 'invalid_request', message: 'It is not started' });
		found.status = 'cancelled';
		return { status: 200, body: { status: 'cancelled' } };
	},
	'GET webhooks': (_, __, query) =>
		page(
			Array.from(server.webhooks ?? [], ([id, { url, enabled }]) => ({ id, url, enabled, events: ['*'] })),
			query,
		),
	// https://docs.complycube.com/documentation/api-reference/other-resources/webhooks
	'POST webhooks': (request) => {
		const body = jsonOf(request);
		const unknown = unknownOf(body, ['description', 'url', 'enabled', 'events']);
		if (unknown) return refusal(400, unknown);
		if (!String(body.url).startsWith('https://')) return invalid('url');
		if (!Array.isArray(body.events) || body.events.length === 0) return invalid('events');
		const [id, secret] = [randomUUID(), randomUUID()];
		server.webhooks?.set(id, { url: String(body.url), enabled: body.enabled === true, secret });
		return { status: 201, body: { id, ...body, secret } };
	},
	'DELETE webhooks/id': (_, id) => (server.webhooks?.delete(id) ? { status: 204 } : one(id)),
};

function one(id: string): ServerAnswer {
	const found = sessions.find((each) => each.id === id);
	if (found) return { status: 200, body: { ...found, ...SECRETS } };
	return refusal(404, { type: 'resource_not_found', message: `Invalid workflow session id '${id}'` });
}

/**
 * Filters that are not documented, and characters that none may hold, give no results:
 * https://docs.complycube.com/documentation/api-reference/filtering.
 */
function page(all: readonly JsonObject[], query: URLSearchParams): ServerAnswer {
	const size = Math.min(Number(query.get('pageSize') ?? 100), 3);
	const number = Number(query.get('page') ?? 1);
	const filters = [...query].filter(([name]) => name !== 'page' && name !== 'pageSize');
	const found = all.filter((each) =>
		filters.every(([name, value]) => {
			if (!/^[A-Za-z0-9$\-_*. @+]*$/.test(value)) return false;
			if (name === 'clientId') return each.clientId === value;
			return name.startsWith('metadata.') && (each.metadata as JsonObject)[name.slice(9)] === value;
		}),
	);
	return {
		status: 200,
		body: {
			page: number,
			pageSize: size,
			totalItems: found.length,
			pages: Math.ceil(found.length / size),
			items: found.slice((number - 1) * size, number * size).map(({ tasks: _, completedAt: __, ...shown }) => shown),
		},
	};
}

function unknownOf(body: JsonObject, names: readonly string[]): JsonObject | null {
	const param = Object.keys(body).find((name) => !names.includes(name));
	return param ? { type: 'invalid_request', message: 'This is not known', param } : null;
}

function invalid(param: string): ServerAnswer {
	return refusal(400, { type: 'invalid_request', message: `'${param}' must be provided`, param });
}

/** https://docs.complycube.com/documentation/api-reference/errors */
function refusal(status: number, body: JsonObject): ServerAnswer {
	return { status, body };
}
