import { sumsubApi } from '../../../nodes/Sumsub/api';
import { sumsub } from '../../../nodes/Sumsub/sumsub';
import type { KycEvent } from '../../../webhook/event';
import type { JsonObject } from '../../../webhook/json';
import { hmac } from '../../support/crypto';
import { type ApiServer, jsonOf, SECRETS, type ServerAnswer, type State } from '../../support/api/server';

const TOKEN = 'prd:3f1c7a52.sumsub-token';
const KEY = 'secret-k\u00e9y 7f3c';

const green = { reviewAnswer: 'GREEN' };
const final = { reviewAnswer: 'RED', reviewRejectType: 'FINAL', rejectLabels: ['FORGERY'] };
const retry = { reviewAnswer: 'RED', reviewRejectType: 'RETRY', rejectLabels: ['BAD_PHOTO'] };

/** The webhook, the review, and what both are: https://docs.sumsub.com/docs/user-verification-webhooks. */
const words: [type: string, reviewStatus: string, reviewResult: JsonObject | null, status: KycEvent['status']][] = [
	['applicantReviewed', 'completed', green, 'approved'],
	['applicantReviewed', 'completed', final, 'rejected'],
	['applicantReviewed', 'completed', retry, 'pending'],
	['applicantPending', 'pending', null, 'pending'],
	['applicantPrechecked', 'prechecked', null, 'pending'],
	['applicantOnHold', 'onHold', null, 'pending'],
	['applicantCreated', 'init', null, 'pending'],
];

const idOf = (index: number) => `5b594ade0a975a36c9349e6${index}`;

/** https://docs.sumsub.com/reference/get-applicant-data */
export function applicant(id: string, review: JsonObject, more: JsonObject = {}): JsonObject {
	return {
		...{ id, createdAt: '2026-11-20 10:00:00', key: 'JSGCHCDUECEIA', clientId: 'example', inspectionId: `${id}a` },
		...{ externalUserId: `abc/${id}`, type: 'individual', lang: 'en' },
		info: { firstName: 'Jane', lastName: 'Doe', country: 'GBR' },
		review: { reviewId: 'rTFYB', attemptId: 'xWkOh', attemptCnt: 1, levelName: 'basic-kyc-level', ...review },
		...more,
	};
}

const states = words.map(([type, reviewStatus, reviewResult, status], index): State => ({
	name: `${type}${reviewResult ? ` ${String(reviewResult.reviewAnswer)} ${String(reviewResult.reviewRejectType)}` : ''}`,
	verificationId: idOf(index),
	status,
	delivery: {
		...{ type, applicantId: idOf(index), applicantType: 'individual', externalUserId: `abc/${idOf(index)}` },
		...{ reviewStatus, ...(reviewResult && { reviewResult }), levelName: 'basic-kyc-level', sandboxMode: false },
		createdAtMs: '2026-11-20 10:35:00.000',
	},
}));

/** What can be looked up; tests add to it. */
export const applicants = new Map(
	words.map(([, reviewStatus, reviewResult], index) => {
		const times = { createDate: '2026-11-20 10:30:00+0000', reviewDate: '2026-11-20 10:35:00+0000' };
		return [idOf(index), applicant(idOf(index), { reviewStatus, ...(reviewResult && { reviewResult }), ...times })];
	}),
);

/** Sumsub's API: https://docs.sumsub.com/reference. */
export const server: ApiServer = {
	api: sumsubApi,
	provider: sumsub,
	hosts: ['api.sumsub.com'],
	credential: { appToken: TOKEN, secretKey: KEY },
	wrongCredential: { appToken: TOKEN, secretKey: 'that of the webhook' },
	create: {
		externalId: 'abc-123',
		template: { __rl: true, mode: 'id', value: 'basic-kyc-level' },
		additionalFields: {
			email: 'jane@doe.com',
			phone: '+15550000001',
			redirectUrl: 'https://example.com/done?a=1',
			expiresAfter: 86_400,
			language: 'de',
			body: '{"redirect":{"allowedQueryParams":["päram"]}}',
		},
	},
	created: {
		verificationId: null,
		externalId: 'abc-123',
		environment: 'live',
		url: 'https://in.sumsub.com/websdk/p/7JwtC0pb9mcqQsLb',
	},
	states,
	unknownId: '5b594ade0a975a36c9349eff',
	unknownReason: 'Applicant not found',

	handle({ method, path, headers, body }) {
		// https://docs.sumsub.com/reference/authentication; checked with openssl.
		const time = headers['x-app-access-ts'] ?? '';
		const signed = Buffer.concat([Buffer.from(`${time}${method}${path}`), body]);
		const isSigned = headers['x-app-access-sig'] === hmac(KEY, signed).toString('hex');
		if (headers['x-app-token'] !== TOKEN) return refusal(401, 'Invalid app token');
		if (!isSigned || Math.abs(Date.now() / 1000 - Number(time)) > 60) return refusal(401, 'Request signature mismatch');
		const { pathname, searchParams } = new URL(path, 'https://api.sumsub.com');
		if (method === 'GET' && pathname === '/resources/applicants/-/count') return { status: 200, body: { count: 7 } };
		if (method === 'GET' && pathname === '/resources/applicants/-/levels') {
			return { status: 200, body: { items: [{ id: '1', name: 'basic-kyc-level' }], totalItems: 1 } };
		}
		if (method === 'POST' && pathname === '/resources/sdkIntegrations/levels/-/websdkLink') {
			return link(jsonOf({ body }), searchParams);
		}
		const [, which = ''] = /^\/resources\/applicants\/([^/]+)\/one$/.exec(pathname) ?? [];
		if (method !== 'GET' || which === '') return refusal(404, 'No such path');
		const [, reference] = /^-;externalUserId=(.*)$/.exec(which) ?? [];
		const known = [...applicants.values()].find(({ id, externalUserId }) =>
			reference === undefined ? id === which : externalUserId === decodeURIComponent(reference),
		);
		return known ? { status: 200, body: { ...known, ...SECRETS } } : refusal(404, 'Applicant not found');
	},
};

/** https://docs.sumsub.com/reference/generate-websdk-external-link */
function link(
	{ levelName, userId, ttlInSecs, applicantIdentifiers = {}, redirect = {}, ...others }: JsonObject,
	query: URLSearchParams,
): ServerAnswer {
	const unknown = [
		...Object.keys(others).filter((name) => name !== 'externalActionId'),
		...Object.keys(applicantIdentifiers as JsonObject).filter((name) => !['email', 'phone'].includes(name)),
		...Object.keys(redirect as JsonObject).filter(
			(name) => !['successUrl', 'rejectUrl', 'signKey', 'allowedQueryParams'].includes(name),
		),
		...[...query.keys()].filter((name) => name !== 'lang'),
	];
	if (unknown.length > 0) return refusal(400, `Unrecognized field ${unknown.join()}`);
	if (!levelName || !userId || typeof ttlInSecs !== 'number') return refusal(400, 'levelName, userId and ttlInSecs');
	return { status: 200, body: { url: 'https://in.sumsub.com/websdk/p/7JwtC0pb9mcqQsLb', ...SECRETS } };
}

/** https://docs.sumsub.com/reference/errors */
function refusal(code: number, description: string): ServerAnswer {
	return {
		status: code,
		body: { description, code, correlationId: 'c0b20cfb', errorCode: 4003, errorName: 'refused' },
	};
}
