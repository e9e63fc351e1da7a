import type { Api, Verification } from '../../api/api';
import { baseUrlOf } from '../../api/baseUrl';
import { compact, mergeBody } from '../../api/body';
import { segment } from '../../api/query';
import { subject } from '../../webhook/event';
import { fields, text } from '../../webhook/fields';
import { asObject } from '../../webhook/json';
import { inReview } from '../../webhook/outcome';
import { readDecision } from './decision';
import { veriff } from './veriff';

/** Veriff's API: https://devdocs.veriff.com/apidocs/v1sessions and https://devdocs.veriff.com/apidocs/v1sessionsiddecision-1. */
export const veriffApi = {
	provider: veriff,
	credentialType: 'veriffKycApi',
	baseUrl: ({ baseUrl }) => baseUrlOf(baseUrl),
	wishes: ['email', 'phone', 'firstName', 'lastName', 'redirectUrl'],
	limits: {
		externalId: { max: 1000 },
		redirectUrl: { pattern: /^https:\/\//, form: 'must begin with https://' },
	},

	reasonOf(body) {
		const { message, code } = refusalFields.parse(body);
		return message === null ? null : [message, code && `(${code})`].filter(Boolean).join(' ');
	},

	async create(ask, wish) {
		const { externalId, email, phone, firstName, lastName, redirectUrl } = wish;
		const sent = compact({
			verification: {
				callback: redirectUrl,
				person: { firstName, lastName, email, phoneNumber: phone },
				vendorData: externalId,
			},
		});
		const answer = await ask({
			method: 'POST',
			path: '/v1/sessions',
			json: mergeBody(sent, wish.body),
			startsVerification: true,
		});
		const { id, status, url, vendorData } = sessionFields.parse(answer).verification;
		return {
			environment: null,
			providerStatus: status,
			verificationId: id,
			externalId: vendorData ?? externalId,
			url,
			urlExpiresAt: null,
			payload: asObject(answer),
		};
	},

	async get(ask, verificationId) {
		const answer = await ask({ method: 'GET', path: `/v1/sessions/${segment(verificationId)}/decision` });
		const payload = asObject(answer);
		return payload.verification === null && payload.status === 'success'
			? undecided(verificationId, payload)
			: decided(payload);
	},
} satisfies Api;

function decided(payload: Verification['payload']): Verification {
	const { reading, occurredAt, code } = readDecision(payload);
	return { ...reading, occurredAt, changedAt: [code, occurredAt].join(), payload };
}

/** `verification` is null until there is a decision: whether the person has begun is not told. */
function undecided(verificationId: string, payload: Verification['payload']): Verification {
	return {
		...inReview,
		environment: null,
		check: null,
		providerStatus: null,
		verificationId,
		externalId: null,
		subject: subject({}),
		occurredAt: null,
		changedAt: null,
		payload,
	};
}

const refusalFields = fields({ message: text, code: text });

const sessionFields = fields({ verification: fields({ id: text, status: text, url: text, vendorData: text }) });
