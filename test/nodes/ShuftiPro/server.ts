import { shuftiProApi } from '../../../nodes/ShuftiPro/api';
import { shuftiPro } from '../../../nodes/ShuftiPro/shuftiPro';
import type { KycEvent } from '../../../webhook/event';
import type { JsonObject } from '../../../webhook/json';
import {
	type ApiServer,
	jsonOf,
	SECRETS,
	type ServerAnswer,
	type ServerRequest,
	type State,
} from '../../support/api/server';

const credential = { clientId: 'client-8723dead44cc', secretKey: 'shufti-secret-1IGaMd' };

/** The words of https://developers.shuftipro.com/docs/verification_endpoints/responses that a request can be in. */
const words: Record<string, KycEvent['status']> = {
	'request.pending': 'pending',
	'request.received': 'pending',
	'review.pending': 'pending',
	'verification.accepted': 'approved',
	'verification.declined': 'rejected',
	'verification.cancelled': 'other',
	'verification.status.changed': 'other',
	'request.timeout': 'other',
	'request.deleted': 'other',
	'request.data.changed': 'other',
};

/** What the same page shows of a request, in a callback and as an answer. */
function request(event: string): JsonObject {
	const passed = event === 'verification.accepted' ? 1 : 0;
	const decided = {
		verification_result: { document: { document: passed, name: passed }, face: passed },
		verification_data: { document: { name: { first_name: 'John', middle_name: null, last_name: 'Doe' } } },
		proofs: { access_token: SECRETS.accessToken, document: { proof: 'https://api.shuftipro.com/storage/proof' } },
	};
	return {
		reference: `sp-${event}`,
		event,
		email: 'johndoe@example.com',
		country: 'GB',
		...(event === 'request.pending' && { verification_url: `https://app.shuftipro.com/process/verification/${event}` }),
		...(/accepted|declined/.test(event) && decided),
		...(event === 'verification.declined' && {
			declined_reason: 'Name on the document does not match',
			declined_codes: ['SPDR01'],
			services_declined_codes: { document: ['SPDR01'], face: null },
		}),
	};
}

const states = Object.entries(words).map(([event, status]): State => ({
	name: event,
	verificationId: `sp-${event}`,
	delivery: request(event),
	status,
}));

export const server: ApiServer = {
	api: shuftiProApi,
	provider: shuftiPro,
	hosts: ['api.shuftipro.com'],
	credential,
	wrongCredential: { clientId: 'client-nobody-knows', secretKey: 'shufti-secret-nobody-knows' },
	create: {
		externalId: 'customer-4711',
		additionalFields: {
			email: 'johndoe@example.com',
			redirectUrl: 'https://example.com/done',
			expiresAfter: 7230,
			language: 'en',
			body: JSON.stringify({
				callback_url: 'https://n8n.example.com/webhook/shufti',
				document: { name: '' },
				face: {},
			}),
		},
	},
	created: {
		verificationId: 'customer-4711',
		externalId: 'customer-4711',
		providerStatus: 'request.pending',
		url: 'https://app.shuftipro.com/process/verification/474f51710fb6',
		urlExpiresAt: null,
	},
	states,
	forThePerson: ['verification_url'],
	unknownId: 'sp-nobody',
	unknownReason: 'The selected reference is invalid. (reference)',

	handle(request) {
		const { clientId, secretKey } = credential;
		const { pathname, search } = new URL(request.path, 'https://api.shuftipro.com');
		if (request.headers.authorization !== `Basic ${btoa(`${clientId}:${secretKey}`)}`) {
			return refusal(401, 'request.unauthorized', 'Authorization keys are missing/invalid.', '');
		}
		if (search !== '') return refusal(400, 'request.invalid', 'No query is known.', '');
		if (`${request.method} ${pathname}` === 'GET /account/info/') {
			return { status: 200, body: { account: { status: 'trial', balance: { amount: '10', currency: 'USD' } } } };
		}
		if (request.method !== 'POST' || request.headers['content-type'] !== 'application/json') {
			return refusal(404, 'request.invalid', 'Resource not found.', '');
		}
		if (pathname === '/') return create(request);
		return pathname === '/status' ? status(request) : refusal(404, 'request.invalid', 'Resource not found.', '');
	},
};

const services = ['document', 'document_two', 'address', 'face', 'consent', 'phone', 'background_checks'];

/** https://developers.shuftipro.com/docs/general_parameters */
function create(request: ServerRequest): ServerAnswer {
	const body = jsonOf(request);
	const isText = (min: number, max: number) => (value: unknown) =>
		typeof value === 'string' && value.length >= min && value.length <= max;
	const known: Record<string, (value: unknown) => boolean> = {
		reference: isText(6, 250),
		callback_url: isText(6, 250),
		redirect_url: isText(6, 250),
		email: isText(6, 128),
		country: isText(2, 2),
		language: (value) => isText(2, 2)(value) && /^[A-Z]+$/.test(String(value)),
		ttl: (value) => Number.isInteger(value) && Number(value) >= 1,
		verification_mode: isText(3, 10),
		...Object.fromEntries(services.map((name) => [name, (value: unknown) => typeof value === 'object'])),
	};
	const wrong = Object.entries(body).find(([name, value]) => !known[name]?.(value));
	if (wrong) return refusal(400, 'request.invalid', `The ${wrong[0]} is invalid.`, wrong[0]);
	if (!services.some((name) => name in body)) return refusal(402, 'request.invalid', 'A service is required.', '');
	if (typeof body.reference !== 'string') return refusal(402, 'request.invalid', 'It is required.', 'reference');
	if (states.some(({ verificationId }) => verificationId === body.reference)) {
		return refusal(409, 'request.invalid', 'The reference has already been taken.', 'reference');
	}
	const { reference, email, country = null } = body;
	const verification_url = 'https://app.shuftipro.com/process/verification/474f51710fb6';
	return {
		status: 200,
		body: { reference, event: 'request.pending', error: '', email, country, verification_url, ...SECRETS },
	};
}

/** https://developers.shuftipro.com/docs/verification_endpoints/requests */
function status(asked: ServerRequest): ServerAnswer {
	const { reference, ...rest } = jsonOf(asked);
	if (Object.keys(rest).length > 0) return refusal(400, 'request.invalid', 'No such parameter.', '');
	const known = states.find(({ verificationId }) => verificationId === reference);
	if (!known) return refusal(404, 'request.invalid', 'The selected reference is invalid.', 'reference');
	return { status: 200, body: { ...request(known.name), ...SECRETS } };
}

/** The form of the error: https://github.com/shuftipro/Android-SDK, status_codes.md. */
function refusal(code: number, event: string, message: string, key: string): ServerAnswer {
	return { status: code, body: { reference: '', event, error: { service: '', key, message }, verification_url: '' } };
}
