import { veriffApi } from '../../../nodes/Veriff/api';
import { veriff } from '../../../nodes/Veriff/veriff';
import type { KycEvent } from '../../../webhook/event';
import type { JsonObject } from '../../../webhook/json';
import { hmac } from '../../support/crypto';
import { type ApiServer, jsonOf, SECRETS, type ServerAnswer, type State } from '../../support/api/server';

const KEY = '8e4d7a52-3f1c-veriff';
const SECRET = 'abcdef12-sh\u00e4red-secret';

/** https://devdocs.veriff.com/docs/verification-session-status-codes-table */
const words: [code: number, word: string, status: KycEvent['status']][] = [
	[9001, 'approved', 'approved'],
	[9102, 'declined', 'rejected'],
	[9103, 'resubmission_requested', 'pending'],
	[9121, 'review', 'pending'],
	[9104, 'expired', 'other'],
	[9104, 'abandoned', 'other'],
];

const idOf = (index: number) => `f04bdb47-d3be-4b28-b028-a652feb060b${index}`;

/** https://devdocs.veriff.com/apidocs/v1sessionsiddecision-1: that of the webhook. */
function decision(id: string, code: number, status: string): JsonObject {
	const isDecided = code !== 9104;
	return {
		status: 'success',
		verification: {
			...{ id, attemptId: '8a2a2ec4-8a3b-4a0c-a4d8-1d5a0a9a0a01', code, status, reason: null, reasonCode: null },
			...{ decisionTime: isDecided ? '2026-11-20T10:35:00.000Z' : null, acceptanceTime: '2026-11-20T10:30:00.000Z' },
			...{ vendorData: 'abc-123', endUserId: '0a7b1c52-1f2e-4d3c-8b4a-5f6e7d8c9b0a' },
			person: { firstName: 'Jane', lastName: 'Doe', dateOfBirth: '1995-09-08' },
			document: { type: 'PASSPORT', country: 'EE' },
		},
	};
}

const states = words.map(([code, word, status], index): State => ({
	name: word,
	verificationId: idOf(index),
	status,
	delivery: decision(idOf(index), code, word),
}));

/** What can be looked up; tests add to it. */
export const decisions = new Map<string, unknown>(
	states.map(({ verificationId, delivery }) => [verificationId, delivery]),
);

const CREATED = '12df6045-3846-4e45-946a-14fa6136d78b';
const taken = ['callback', 'person', 'document', 'vendorData', 'endUserId', 'address', 'additionalData', 'consents'];
const ofPerson = ['firstName', 'lastName', 'idNumber', 'phoneNumber', 'gender', 'dateOfBirth', 'email', 'fullName'];

/** Veriff's API: https://devdocs.veriff.com/apidocs/v1sessions. */
export const server: ApiServer = {
	api: veriffApi,
	provider: veriff,
	hosts: ['stationapi.veriff.com'],
	credential: { baseUrl: 'https://stationapi.veriff.com', apiKey: KEY, sharedSecret: SECRET },
	wrongCredential: { baseUrl: 'https://stationapi.veriff.com', apiKey: KEY, sharedSecret: 'of another integration' },
	create: {
		externalId: 'abc-123',
		additionalFields: {
			email: 'jane@doe.com',
			phone: '+15550000001',
			firstName: 'Jane',
			lastName: 'Doe',
			redirectUrl: 'https://example.com/done',
			body: '{"verification":{"document":{"country":"EE"},"person":{"idNumber":"007 – ä"}}}',
		},
	},
	created: {
		verificationId: CREATED,
		externalId: 'abc-123',
		providerStatus: 'created',
		url: 'https://alchemy.veriff.com/v/token-of-the-person',
	},
	states,
	unknownId: '00000000-0000-4000-8000-000000000000',
	unknownReason: 'Session not found',

	handle({ method, path, headers, body }) {
		const [, version, kind, id, what] = path.split('/');
		if (version !== 'v1' || kind !== 'sessions') return refusal(404, '1003', 'No such path');
		if (headers['x-auth-client'] !== KEY) return refusal(401, '1102', 'API key must be a valid UUID');
		// https://devdocs.veriff.com/docs/hmac-authentication-and-endpoint-security; checked with openssl.
		const signed = method === 'GET' ? String(id) : body;
		if (headers['x-hmac-signature'] !== hmac(SECRET, signed).toString('hex')) {
			return refusal(401, '1813', 'Signature mismatch');
		}
		if (method === 'POST' && id === undefined) return create(jsonOf({ body }));
		if (method !== 'GET' || what !== 'decision') return refusal(404, '1003', 'No such path');
		const known = decisions.get(String(id));
		return known
			? { status: 200, body: { ...(known as JsonObject), ...SECRETS } }
			: refusal(404, '1304', 'Session not found');
	},
};

function create({ verification = {}, ...others }: JsonObject): ServerAnswer {
	const { person = {}, vendorData, callback = 'https://', ...rest } = verification as JsonObject;
	const unknown = [
		...Object.keys(others),
		...Object.keys(rest).filter((name) => !taken.includes(name)),
		...Object.keys(person as JsonObject).filter((name) => !ofPerson.includes(name)),
	];
	if (unknown.length > 0) return refusal(400, '1104', `Unknown property ${unknown.join()}`);
	if (String(vendorData).length > 1000) return refusal(400, '1109', 'vendorData is too long');
	if (!String(callback).startsWith('https://')) return refusal(400, '1108', 'callback must be https');
	const url = 'https://alchemy.veriff.com/v/token-of-the-person';
	const made = { id: CREATED, url, vendorData, host: 'https://alchemy.veriff.com', status: 'created', ...SECRETS };
	return { status: 201, body: { status: 'success', verification: made } };
}

/** https://devdocs.veriff.com/docs/http-status-codes */
function refusal(status: number, code: string, message: string): ServerAnswer {
	return { status, body: { status: 'fail', code, message } };
}
