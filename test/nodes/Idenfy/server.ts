import { idenfyApi } from '../../../nodes/Idenfy/api';
import { idenfy } from '../../../nodes/Idenfy/idenfy';
import type { JsonObject } from '../../../webhook/json';
import {
	type ApiServer,
	jsonOf,
	SECRETS,
	type ServerAnswer,
	type ServerRequest,
	type State,
} from '../../support/api/server';

const HOST = 'https://ivs.idenfy.com';
const credential = { apiKey: 'idenfy-key-3f1c7a52', apiSecret: 'idenfy-word-8d3a0242' };

const good = { document: 'DOC_VALIDATED', face: 'FACE_MATCH' };
const bad = { document: 'DOC_INFO_MISMATCH', face: 'FACE_MISMATCH' };

/** The words of https://documentation.idenfy.com/resources/vocabulary, with or without the decision of a reviewer. */
const cases = [
	['APPROVED, reviewed', 'APPROVED', good, good, 'approved'],
	['DENIED, reviewed', 'DENIED', bad, bad, 'rejected'],
	['SUSPECTED, reviewed', 'SUSPECTED', good, good, 'pending'],
	['APPROVED, automatic', 'APPROVED', good, null, 'pending'],
	['DENIED, automatic', 'DENIED', bad, null, 'pending'],
	['REVIEWING', 'REVIEWING', good, null, 'pending'],
	['ACTIVE', 'ACTIVE', null, null, 'pending'],
	['EXPIRED', 'EXPIRED', null, null, 'other'],
	['EXPIRED-DELETED', 'EXPIRED-DELETED', null, null, 'other'],
	['DELETED', 'DELETED', good, good, 'other'],
	['ARCHIVED', 'ARCHIVED', good, good, 'other'],
] as const;

/** What is not known is empty, as https://documentation.idenfy.com/kyc/data-retrieval says. */
function answerOf([name, status, auto, manual]: (typeof cases)[number]): JsonObject {
	return {
		fraudTags: [],
		mismatchTags: [],
		autoDocument: auto?.document ?? '',
		autoFace: auto?.face ?? '',
		manualDocument: manual?.document ?? '',
		manualFace: manual?.face ?? '',
		scanRef: `scan ${name}`,
		clientId: `customer ${name}`,
		status,
	};
}

/** https://documentation.idenfy.com/api-reference/webhooks; null is what the webhook writes for the same. */
function deliveryOf([name, overall, auto, manual]: (typeof cases)[number]): JsonObject {
	return {
		final: manual !== null || auto === null,
		platform: 'PC',
		status: {
			overall,
			fraudTags: [],
			mismatchTags: [],
			autoDocument: auto?.document ?? null,
			autoFace: auto?.face ?? null,
			manualDocument: manual?.document ?? null,
			manualFace: manual?.face ?? null,
			additionalSteps: null,
		},
		data: {},
		fileUrls: {},
		scanRef: `scan ${name}`,
		clientId: `customer ${name}`,
		externalRef: null,
		companyId: '',
		beneficiaryId: '',
		startTime: 1728604500,
		finishTime: 1728604800,
	};
}

const states = cases.map((each): State => {
	const [name, , , , status] = each;
	return { name, verificationId: `scan ${name}`, delivery: deliveryOf(each), status };
});

export const server: ApiServer = {
	api: idenfyApi,
	provider: idenfy,
	hosts: ['ivs.idenfy.com'],
	credential,
	wrongCredential: { apiKey: 'idenfy-key-nobody-knows', apiSecret: 'idenfy-word-nobody-knows' },
	create: {
		externalId: 'customer-4711',
		additionalFields: {
			firstName: 'Zoë',
			lastName: "O'Müller-Smith",
			redirectUrl: 'https://example.com/done',
			expiresAfter: 86400,
			language: 'lt',
			body: '{"externalRef":"order-12","country":["LT","DE"]}',
		},
	},
	created: {
		verificationId: 'ec6a7108-8c26-11e9-9758-309c231b1bac',
		externalId: 'customer-4711',
		providerStatus: null,
		url: `${HOST}/api/v2/redirect?authToken=pgYQX0z2T8mtcpNj9I20`,
		urlExpiresAt: null,
	},
	states,
	forThePerson: ['redirectUrl', 'sessionUrl', 'digitString'],
	unknownId: 'scan nobody',
	unknownReason: 'Verification with the given scanRef does not exist.',

	handle(request) {
		const { pathname, searchParams, search } = new URL(request.path, HOST);
		const { apiKey, apiSecret } = credential;
		if (request.headers.authorization !== `Basic ${btoa(`${apiKey}:${apiSecret}`)}`) {
			return refusal(401, 'UNAUTHORIZED', 'Invalid credentials');
		}
		if (`${request.method} ${pathname}` === 'GET /kyc/identifications/') return list(searchParams);
		if (!['/api/v2/token', '/api/v2/status'].includes(pathname) || search !== '') {
			return refusal(404, 'BAD_VALUE', 'Invalid endpoint URL');
		}
		if (request.method !== 'POST') return refusal(405, 'METHOD_NOT_ALLOWED', 'Only POST is known.');
		if (request.headers['content-type'] !== 'application/json') return refusal(400, 'JSON_ERROR', 'Not JSON');
		return pathname === '/api/v2/token' ? create(request) : status(request);
	},
};

/** https://documentation.idenfy.com/KYC/GeneratingIdentificationToken and https://documentation.idenfy.com/openapi/kyc.yaml. */
function create(request: ServerRequest): ServerAnswer {
	const body = jsonOf(request);
	const isText =
		(min: number, max: number, pattern = /^/) =>
		(value: unknown) =>
			typeof value === 'string' && value.length >= min && value.length <= max && pattern.test(value);
	const isNumber = (min: number, max: number) => (value: unknown) =>
		Number.isInteger(value) && Number(value) >= min && Number(value) <= max;
	const isName = isText(1, 100, /^[^\d~!@#$%^*()_+={}[\]|:;",/?]+$/);
	const known: Record<string, (value: unknown) => boolean> = {
		clientId: isText(1, 100, /^[ -~]+$/),
		tokenType: (value) => value === 'IDENTIFICATION' || value === 'DOCUMENT',
		firstName: isName,
		lastName: isName,
		locale: isText(2, 2),
		expiryTime: isNumber(1, 2592000),
		sessionLength: isNumber(60, 3600),
		successUrl: isText(5, 2048),
		errorUrl: isText(5, 2048),
		unverifiedUrl: isText(5, 2048),
		callbackUrl: isText(5, 2048),
		externalRef: isText(1, 40),
		country: () => true,
		documents: Array.isArray,
	};
	const wrong = Object.entries(body).find(([name, value]) => !known[name]?.(value));
	if (wrong) return refusal(400, 'BAD_VALUE', `Field '${wrong[0]}' is not valid.`);
	const missing = ['clientId', 'tokenType'].find((name) => !(name in body));
	if (missing) return refusal(400, 'MISSING_VALUE', `Field '${missing}' is required.`);
	if (body.clientId === 'customer with a session') return refusal(409, 'BAD_VALUE', 'Duplicate clientId');
	const upper = (value: unknown) => (typeof value === 'string' ? value.toUpperCase() : null);
	return {
		status: 200,
		body: {
			message: 'Token created successfully',
			scanRef: 'ec6a7108-8c26-11e9-9758-309c231b1bac',
			clientId: body.clientId,
			firstName: upper(body.firstName),
			lastName: upper(body.lastName),
			expiryTime: body.expiryTime ?? 3600,
			digitString: SECRETS.otp,
			redirectUrl: `${HOST}/api/v2/redirect?authToken=pgYQX0z2T8mtcpNj9I20`,
			...SECRETS,
		},
	};
}

function status(request: ServerRequest): ServerAnswer {
	const { scanRef, ...rest } = jsonOf(request);
	if (Object.keys(rest).length > 0) return refusal(400, 'VALIDATION_ERROR', 'Only scanRef is known.');
	const known = cases.find(([name]) => `scan ${name}` === scanRef);
	if (!known) return refusal(404, 'BAD_VALUE', 'Verification with the given scanRef does not exist.');
	return { status: 200, body: { ...answerOf(known), ...SECRETS } };
}

/** https://documentation.idenfy.com/api-reference/kyc-verifications/list-identifications */
function list(parameters: URLSearchParams): ServerAnswer {
	const { clientId, page: _, perPage, ...rest } = Object.fromEntries(parameters);
	if (Object.keys(rest).length > 0) return refusal(400, 'VALIDATION_ERROR', 'Unknown parameter');
	const all = cases
		.filter(([name]) => clientId === undefined || clientId === `customer ${name}` || clientId === 'customer of two')
		.map(([name, word]) => ({ scanRef: `scan ${name}`, status: word, suspected: word === 'SUSPECTED' }));
	return {
		status: 200,
		body: { count: all.length, results: all.slice(0, Number(perPage ?? 10)), next: null, previous: null },
	};
}

/** https://documentation.idenfy.com/resources/error-messages and https://documentation.idenfy.com/guides/error-handling. */
function refusal(code: number, identifier: string, message: string): ServerAnswer {
	return { status: code, body: { identifier, message } };
}
