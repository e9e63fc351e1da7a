import { humanosApi } from '../../../nodes/Humanos/api';
import { humanos } from '../../../nodes/Humanos/humanos';
import type { KycEvent } from '../../../webhook/event';
import type { JsonObject } from '../../../webhook/json';
import { hmac } from '../../support/crypto';
import { type ApiServer, jsonOf, SECRETS, type ServerAnswer, type State } from '../../support/api/server';

const KEY = 'humanos-3f1c7a52';
const SECRET = 'pä$$ of the key 7f3c';

/** Status of the credential, what its person has said, and what that is. */
const words: [status: string, said: boolean | null, KycEvent['status']][] = [
	['APPROVED', true, 'approved'],
	['ACCEPTED', true, 'approved'],
	['REJECTED', false, 'rejected'],
	['PENDING', true, 'pending'],
	['PENDING', null, 'pending'],
	['DRAFT', null, 'pending'],
	['REVOKED', null, 'other'],
];

const idOf = (index: number) => `507f1f77bcf86cd79943901${index}`;
const person = { id: 'did:web:humanos.tech:user:7', contact: 'person@example.com' };

/** https://docs.humanos.id/api-reference/2026-05-17/requests/get-detail */
export function request(id: string, credentials: JsonObject[], more: JsonObject = {}): JsonObject {
	return {
		...{ id, name: 'Onboarding', securityLevel: 'CONTACT', createdAt: '2026-11-20T10:30:00Z', internalId: 'abc-123' },
		...{ subjects: [{ ...person, internalId: 'crm-7', identityStatus: 'HUMANOS' }], canceledAt: null },
		credentials: credentials.map((one, index) => ({
			id: `urn:via:credential:${index}`,
			resourceType: 'DOCUMENT',
			...one,
		})),
		...more,
	};
}

function credential(status: string, said: boolean | null): JsonObject {
	return { status, ...(said !== null && { decisions: [{ id: person.id, accepted: said }] }) };
}

const states = words.map(([status, said, meaning], index): State => {
	const { id, resourceType, ...rest } = (request('', [credential(status, said)]).credentials as JsonObject[])[0] ?? {};
	const action = said === null ? null : said ? 'accept' : 'reject';
	return {
		name: `${status}${action === null ? '' : `, ${action}`}`,
		verificationId: idOf(index),
		status: meaning,
		/** https://docs.humanos.id/api-reference/2026-05-17/webhooks/credential-event */
		delivery: {
			...{ eventType: 'credential', requestId: idOf(index), internalId: 'abc-123', user: person },
			...(action !== null && { decision: { action, date: '2026-11-20T10:35:00Z' } }),
			credential: { id, resourceType, ...rest },
		},
	};
});

/** What can be looked up; tests add to it. */
export const requests = new Map(
	words.map(([status, said], index) => [idOf(index), request(idOf(index), [credential(status, said)])]),
);

const taken = [
	'contacts',
	'name',
	'securityLevel',
	'groupIds',
	'resourcesIds',
	'credentials',
	'language',
	'redirectUrl',
	'internalId',
];
const levels = ['CONTACT', 'ORGANIZATION_KYC', 'HUMANOS_KYC', 'HUMANOS_REVALIDATION'];

/** Humanos' API, version 2026-05-17: https://docs.humanos.id/llms.txt. */
export const server: ApiServer = {
	api: humanosApi,
	provider: humanos,
	hosts: ['api.humanos.id'],
	credential: { apiKey: KEY, signatureSecret: SECRET },
	wrongCredential: { apiKey: KEY, signatureSecret: 'that of the webhook' },
	create: {
		externalId: 'abc-123',
		template: { __rl: true, mode: 'id', value: '507f1f77bcf86cd799439012' },
		securityLevel: 'HUMANOS_KYC',
		additionalFields: {
			email: 'person@example.com',
			redirectUrl: 'https://example.com/done',
			language: 'ENG',
			body: '{"name":"Onboarding — Zoë"}',
		},
	},
	created: {
		verificationId: '507f1f77bcf86cd799439099',
		externalId: 'abc-123',
		url: 'https://app.humanos.id/link/507f1f77bcf86cd799439099',
	},
	states,
	forThePerson: ['code', 'link'],
	unknownId: '507f1f77bcf86cd799439077',
	unknownReason: 'Request not found',

	handle({ headers, method, path, body }) {
		const time = headers['x-timestamp'] ?? '';
		// https://docs.humanos.id/essentials/authentication; checked with openssl.
		const signed = body.length > 0 ? Buffer.concat([Buffer.from(`${time}.`), body]) : time;
		const isSigned = headers['x-signature'] === hmac(SECRET, signed).toString('hex');
		const isFresh = Math.abs(Date.now() - Number(time)) < 300_000;
		if (headers.authorization !== `Bearer ${KEY}` || !isSigned || !isFresh) return refusal(401, 'Invalid signature');
		if (headers['api-version'] !== '2026-05-17') return refusal(400, ['Unknown version']);
		const { pathname, searchParams } = new URL(path, 'https://api.humanos.id');
		const [, kind, id] = pathname.split('/');
		if (kind === 'resource' && id === 'group') return listOf([{ id: '507f1f77bcf86cd799439012', name: 'KYC' }]);
		if (kind !== 'request') return refusal(404, 'No such path');
		if (method === 'POST' && id === undefined) return create(jsonOf({ body }));
		if (method === 'GET' && id === undefined) return list(searchParams);
		const known = requests.get(String(id));
		if (!known) return refusal(404, 'Request not found');
		if (method === 'DELETE') return { status: 200, body: true };
		return method === 'GET' ? { status: 200, body: { ...known, ...SECRETS } } : refusal(405, 'No such method');
	},
};

function create(body: JsonObject): ServerAnswer {
	const unknown = Object.keys(body).filter((name) => !taken.includes(name));
	if (unknown.length > 0) return refusal(400, [`property ${unknown.join()} should not exist`]);
	const { contacts, securityLevel, groupIds, resourcesIds, credentials } = body;
	if (!Array.isArray(contacts) || contacts.length === 0) return refusal(400, ['contacts should not be empty']);
	if (!levels.includes(String(securityLevel))) return refusal(400, ['securityLevel must be a valid enum value']);
	if (![groupIds, resourcesIds, credentials].some(Array.isArray)) return refusal(400, 'No resources found');
	const id = '507f1f77bcf86cd799439099';
	const subject = {
		contact: contacts[0],
		id: person.id,
		code: 'secret-otp',
		link: `https://app.humanos.id/link/${id}`,
	};
	return { status: 201, body: { id, credentials: [], subjects: [{ ...subject, ...SECRETS }] } };
}

/** Two a page, whatever was asked for. */
function list(query: URLSearchParams): ServerAnswer {
	const unknown = [...query.keys()].find((name) => !['internalId', 'pageIndex', 'pageSize'].includes(name));
	const size = Number(query.get('pageSize') ?? 10);
	if (unknown || size < 5 || size > 100) return refusal(400, [`Bad query ${unknown ?? 'pageSize'}`]);
	const all = [...requests.values()].filter(
		({ internalId }) =>
			query.get('internalId') === null || String(internalId).includes(String(query.get('internalId'))),
	);
	const from = 2 * Number(query.get('pageIndex') ?? 0);
	return listOf(all.slice(from, from + 2), Math.ceil(all.length / 2));
}

function listOf(data: JsonObject[], totalPages = 1): ServerAnswer {
	return { status: 200, body: { data, totalPages } };
}

function refusal(statusCode: number, message: string | string[]): ServerAnswer {
	return { status: statusCode, body: { statusCode, message, error: 'Refused' } };
}
