import type { Api, Verification } from '../../api/api';
import { compact, mergeBody } from '../../api/body';
import { InputError, refusedBy } from '../../api/errors';
import { fields, text } from '../../webhook/fields';
import { asObject, isJsonObject, type JsonObject } from '../../webhook/json';
import { readResource } from './resource';
import { shuftiPro } from './shuftiPro';

/**
 * Shufti Pro's API: https://developers.shuftipro.com/docs/verification_endpoints/requests. The reference of the
 * customer is the only id that a request has.
 */
export const shuftiProApi = {
	provider: shuftiPro,
	credentialType: 'shuftiProKycApi',
	baseUrl: 'https://api.shuftipro.com',
	secretFields: ['verificationurl'],
	wishes: ['email', 'redirectUrl', 'expiresAfter', 'language'],
	/** https://developers.shuftipro.com/docs/general_parameters */
	limits: {
		externalId: { min: 6, max: 250 },
		email: { min: 6, max: 128 },
		redirectUrl: { min: 6, max: 250 },
		expiresAfter: { min: 60 },
		language: { min: 2, max: 2 },
	},

	reasonOf,

	async create(ask, wish) {
		const { externalId, email, redirectUrl, expiresAfter, language } = wish;
		requireService(wish.body);
		const sent = compact({
			reference: externalId,
			email,
			redirect_url: redirectUrl,
			language: language.toUpperCase(),
			// Minutes. A link must not work longer than it was asked to.
			ttl: Math.floor(expiresAfter / 60),
		});
		const answer = await ask({
			method: 'POST',
			path: '/',
			json: mergeBody(sent, wish.body),
			startsVerification: true,
		});
		const reading = readResource(answer);
		if (reading.reason === 'provider_error') throw refusedBy(shuftiPro.displayName, 200, reasonOf(answer));
		return {
			...reading,
			externalId: reading.externalId ?? externalId,
			url: urlFields.parse(answer).verification_url,
			urlExpiresAt: null,
			payload: asObject(answer),
		};
	},

	async get(ask, verificationId) {
		return verificationOf(await ask({ method: 'POST', path: '/status', json: { reference: verificationId } }));
	},
} satisfies Api;

function reasonOf(body: unknown): string | null {
	const { error } = refusalFields.parse(body);
	const where = [error.service, error.key].filter((part) => part !== null).join('.');
	if (error.message === null) return null;
	return where === '' ? error.message : `${error.message} (${where})`;
}

/** What is verified is the user's choice: each service is an object of its own, or a journey holds them. */
function requireService(body: JsonObject): void {
	if (Object.values(body).some(isJsonObject) || 'journey_id' in body) return;
	throw new InputError(
		'No service is chosen: Shufti Pro has to know what it shall verify',
		'Add Request Body (JSON) with at least one service, such as {"face": {"proof": ""}}. Nothing was sent.',
	);
}

function verificationOf(answer: unknown): Verification {
	const reading = readResource(answer);
	return {
		...reading,
		occurredAt: null,
		changedAt: null,
		url: reading.providerStatus === 'request.pending' ? urlFields.parse(answer).verification_url : null,
		payload: asObject(answer),
	};
}

const refusalFields = fields({ error: fields({ service: text, key: text, message: text }) });

const urlFields = fields({ verification_url: text });
