import { randomUUID } from 'node:crypto';
import { onfidoApi } from '../../../nodes/Onfido/api';
import { onfido } from '../../../nodes/Onfido/onfido';
import { isJsonObject, type JsonObject } from '../../../webhook/json';
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

/** https://github.com/onfido/onfido-openapi-spec at 1498236, version 3.6. */
export const schema = openApi('onfido');

const TOKEN = 'api_sandbox.0f7c1c9e.made-up';
const APPLICANT = 'a2fb9c62-ab10-4898-a8ec-342c4b552ad5';
export const WORKFLOW = 'e8c921eb-0495-44fe-b655-bcdcaffdafe5';
const CREATED = '5556d4c9-9a3c-4ab2-9c3b-8ad5d1ca01d2';

/** Each word of `workflow_run_status`. */
const words: readonly (readonly [string, State['status']])[] = [
	['processing', 'pending'],
	['awaiting_input', 'pending'],
	['awaiting_client_input', 'pending'],
	['approved', 'approved'],
	['declined', 'rejected'],
	['review', 'pending'],
	['abandoned', 'other'],
	['error', 'other'],
];

const runId = (index: number) => `00000000-0000-4000-8000-00000000000${index}`;

/** The schema `workflow_run`. */
export function run(id: string, status: string): JsonObject {
	return {
		id,
		applicant_id: APPLICANT,
		workflow_id: WORKFLOW,
		workflow_version_id: 11,
		status,
		dashboard_url: `https://dashboard.onfido.com/results/${id}`,
		output: { dob: '1990-01-01' },
		reasons: [],
		...(status === 'error' ? { error: { type: 'task_error', message: 'A task has failed' } } : {}),
		customer_user_id: 'abc-123',
		tags: ['abc-123', 'web'],
		link: {
			url: `https://verify.onfido.app/l/${id}`,
			completed_redirect_url: null,
			expired_redirect_url: null,
			expires_at: '2126-07-17T12:00:00Z',
			language: 'en_US',
		},
		created_at: '2026-07-10T12:00:00Z',
		updated_at: '2026-07-10T12:49:09Z',
	};
}

const states = words.map(([word, status], index): State => ({
	name: word,
	verificationId: runId(index),
	status,
	delivery: {
		payload: {
			resource_type: 'workflow_run',
			action: 'workflow_run.completed',
			object: { id: runId(index), status: word, completed_at_iso8601: '2026-07-10T12:49:09Z' },
			resource: run(runId(index), word),
		},
	},
}));

/** What can be looked up; tests add to it. */
export const runs = states.map(({ name, verificationId }) => run(verificationId, name));
export const checks = new Map<string, JsonObject>();
export const applicants: JsonObject[] = [{ id: '1', sandbox: false }];

export const server: ApiServer = {
	api: onfidoApi,
	provider: onfido,
	hosts: ['api.ca.onfido.com', 'api.eu.onfido.com', 'api.us.onfido.com'],
	credential: { apiToken: TOKEN, region: 'eu' },
	wrongCredential: { apiToken: 'api_live.nobody.knows-it', region: 'eu' },
	create: {
		externalId: 'abc-123',
		template: { __rl: true, mode: 'id', value: WORKFLOW },
		additionalFields: {
			email: 'jane@doe.com',
			phone: '+15550000001',
			firstName: 'Jane',
			lastName: 'Doe',
			redirectUrl: 'https://example.com/done',
			language: 'de_DE',
			body: '{"custom_data":{"plan":"gold"},"link":{"expired_redirect_url":"https://example.com/expired"},"tags":["web"]}',
		},
	},
	created: {
		verificationId: CREATED,
		externalId: 'abc-123',
		providerStatus: 'awaiting_input',
		environment: 'test',
		subject: { id: APPLICANT, type: null, email: null, phone: null, name: null },
		url: `https://verify.onfido.app/l/${CREATED}`,
		urlExpiresAt: '2126-07-17T12:00:00.000Z',
	},
	states,
	webhooks: new Map<string, ServerWebhook>(),
	forThePerson: ['link', 'form_uri'],
	unknownId: '99999999-0000-4000-8000-000000000000',
	unknownReason: 'Could not find the requested resource',

	handle(request) {
		const { pathname, searchParams } = new URL(request.path, 'https://api.eu.onfido.com');
		if (request.headers.authorization !== `Token token=${TOKEN}`) {
			return refusal(401, 'authorization_error', 'Authorization error: please re-check your credentials');
		}
		const [, version, kind = '', id] = pathname.split('/');
		const route = `${request.method} ${kind}${id === undefined ? '' : '/id'}`;
		const answer = version === 'v3.6' && server.hosts.includes(request.host) ? routes[route] : undefined;
		if (!answer) return refusal(404, 'resource_not_found', 'No such path');
		const known = id === undefined && request.method === 'GET' && kind !== 'webhooks' ? queryNames(kind) : [];
		const unknown = [...searchParams.keys()].find((name) => !known.includes(name));
		return unknown ? invalid({ [unknown]: ['is unknown'] }) : answer(request, id ?? '', searchParams);
	},
};

type Route = (request: ServerRequest, id: string, query: URLSearchParams) => ServerAnswer;

const routes: Record<string, Route> = {
	'POST applicants': (request) =>
		made(request, '/applicants', ['first_name', 'last_name', 'email', 'phone_number'], (body) => ({
			...body,
			id: APPLICANT,
			sandbox: true,
		})),
	'GET applicants': () => ({ status: 200, body: { applicants } }),
	'POST workflow_runs': (request) => {
		const names = ['workflow_id', 'applicant_id', 'customer_user_id', 'tags', 'custom_data', 'link'];
		return made(request, '/workflow_runs', names, (body) => {
			const created = run(CREATED, 'awaiting_input');
			const link = { ...(created.link as JsonObject), ...(body.link as JsonObject) };
			return { ...created, ...body, link, ...SECRETS };
		});
	},
	'GET workflow_runs': (_, __, query) => {
		const page = Number(query.get('page') ?? 1);
		const [tag, after] = [query.get('tags'), query.get('created_at_gt') ?? ''];
		if (after !== '' && !/^\d{4}-\d\d-\d\d$/.test(after)) return invalid({ created_at_gt: ['must be a date'] });
		const found = runs.filter(
			({ tags, created_at }) =>
				(tag === null || (tags as string[]).includes(tag)) && String(created_at).slice(0, 10) > after,
		);
		return { status: 200, body: found.slice((page - 1) * 5, page * 5) };
	},
	'GET workflow_runs/id': (_, id) => one(runs.find((each) => each.id === id)),
	'GET checks/id': (_, id) => one(checks.get(id)),
	'GET webhooks': () => ({
		status: 200,
		body: { webhooks: Array.from(server.webhooks ?? [], ([id, { url, enabled }]) => ({ id, url, enabled })) },
	}),
	'POST webhooks': (request) =>
		made(request, '/webhooks', ['name', 'url', 'enabled', 'events', 'environments'], (body) => {
			const [id, token] = [randomUUID(), randomUUID()];
			server.webhooks?.set(id, { url: String(body.url), enabled: body.enabled === true, secret: token });
			return { ...body, id, token };
		}),
	'DELETE webhooks/id': (_, id) => (server.webhooks?.delete(id) ? { status: 204 } : one(undefined)),
};

function queryNames(kind: string): string[] {
	return schema.queryNames('GET', `/${kind}`);
}

/** What the schema refuses, and what it does not name: it lets everything pass beside its fields. */
function made(
	request: ServerRequest,
	path: string,
	names: readonly string[],
	answer: (body: JsonObject) => JsonObject,
): ServerAnswer {
	const body = jsonOf(request);
	const link = isJsonObject(body.link) ? Object.keys(body.link) : [];
	const links = ['completed_redirect_url', 'expired_redirect_url', 'expires_at', 'language'];
	const unknown = Object.keys(body).find((name) => !names.includes(name)) ?? link.find((name) => !links.includes(name));
	if (unknown) return invalid({ [unknown]: ['is unknown'] });
	const problem = schema.refusalOf('POST', path, body);
	return problem ? invalid({ body: [problem] }) : { status: 201, body: answer(body) };
}

function one(resource: JsonObject | undefined): ServerAnswer {
	return resource
		? { status: 200, body: { ...resource, ...SECRETS } }
		: refusal(404, 'resource_not_found', 'Could not find the requested resource');
}

function invalid(fields: JsonObject): ServerAnswer {
	return refusal(422, 'validation_error', 'There was a validation error on this request', fields);
}

/** https://documentation.onfido.com/api/latest/#error-object */
function refusal(status: number, type: string, message: string, fields: JsonObject = {}): ServerAnswer {
	return { status, body: { error: { type, message, fields } } };
}
