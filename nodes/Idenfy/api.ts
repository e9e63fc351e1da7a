import type { Api, Ask, Verification } from '../../api/api';
import { compact, mergeBody } from '../../api/body';
import { ApiError } from '../../api/errors';
import { query } from '../../api/query';
import { fields, list, text } from '../../webhook/fields';
import { asObject } from '../../webhook/json';
import { fullName } from '../../webhook/name';
import { subject } from '../../webhook/event';
import { idenfy } from './idenfy';
import { asWebhook, readResource } from './resource';

const BASE_URL = 'https://ivs.idenfy.com';

const name = {
	max: 100,
	pattern: /^[^\d~!@#$%^*()_+={}[\]|:;",<>/?]*$/,
	form: 'must hold no digits and none of ~ ! @ # $ % ^ * ( ) _ + = { } [ ] | : ; " , < > / ?',
};

/**
 * iDenfy's API: https://documentation.idenfy.com/kyc/generate-token, https://documentation.idenfy.com/kyc/data-retrieval
 * and https://documentation.idenfy.com/openapi/kyc.yaml. Sandbox and production have one address.
 */
export const idenfyApi = {
	provider: idenfy,
	credentialType: 'idenfyKycApi',
	baseUrl: BASE_URL,
	secretFields: ['redirecturl', 'sessionurl', 'digitstring'],
	wishes: ['firstName', 'lastName', 'redirectUrl', 'expiresAfter', 'language'],
	/** https://documentation.idenfy.com/KYC/GeneratingIdentificationToken */
	limits: {
		externalId: { max: 100, pattern: /^[\x20-\x7e]*$/, form: 'must hold ASCII characters only' },
		firstName: name,
		lastName: name,
		redirectUrl: { min: 5, max: 2048 },
		language: { max: 7 },
		expiresAfter: { max: 30 * 24 * 60 * 60 },
	},

	/** https://documentation.idenfy.com/resources/error-messages */
	reasonOf(body) {
		const { message, identifier } = refusalFields.parse(body);
		return message ?? identifier;
	},

	async create(ask, wish) {
		const { externalId, firstName, lastName, redirectUrl, expiresAfter, language } = wish;
		const sent = compact({
			clientId: externalId,
			// The schema asks for it; the user may want the document alone.
			tokenType: 'tokenType' in wish.body ? '' : 'IDENTIFICATION',
			firstName,
			lastName,
			locale: language,
			expiryTime: expiresAfter,
			successUrl: redirectUrl,
			errorUrl: redirectUrl,
			unverifiedUrl: redirectUrl,
		});
		const answer = await ask({
			method: 'POST',
			path: '/api/v2/token',
			json: mergeBody(sent, wish.body),
			startsVerification: true,
		});
		const begun = tokenFields.parse(answer);
		return {
			environment: null,
			providerStatus: null,
			verificationId: begun.scanRef,
			externalId: begun.clientId ?? externalId,
			subject: subject({ name: fullName(begun.firstName, begun.lastName) }),
			url: begun.redirectUrl ?? begun.sessionUrl ?? linkOf(begun.authToken ?? begun.tokenString),
			urlExpiresAt: null,
			payload: asObject(answer),
		};
	},

	get,

	/** The list does not say which is the newest, and tells no reference. */
	async find(ask, externalId) {
		const path = `/kyc/identifications/${query({ clientId: externalId, perPage: 2 })}`;
		const { results } = listFields.parse(await ask({ method: 'GET', path }));
		const [scanRef = null, ...others] = (results ?? []).map((each) => scanFields.parse(each).scanRef);
		if (others.length > 0) {
			throw new ApiError(
				'iDenfy has several verifications with this external ID',
				'It does not tell which of them is the newest. Look the one that you mean up by Verification ID.',
			);
		}
		const found = scanRef === null ? null : await get(ask, scanRef);
		return found?.externalId === externalId ? found : null;
	},
} satisfies Api;

async function get(ask: Ask, verificationId: string): Promise<Verification> {
	const answer = await ask({ method: 'POST', path: '/api/v2/status', json: { scanRef: verificationId } });
	return { ...readResource(asWebhook(answer)), occurredAt: null, changedAt: null, payload: asObject(answer) };
}

/** Older answers have the token alone: https://documentation.idenfy.com/KYC/ClientRedirectToWebUi. */
function linkOf(authToken: string | null): string | null {
	return authToken === null ? null : `${BASE_URL}/api/v2/redirect${query({ authToken })}`;
}

const refusalFields = fields({ message: text, identifier: text });

/** The two versions of the documentation name the token and the link differently. */
const tokenFields = fields({
	scanRef: text,
	clientId: text,
	firstName: text,
	lastName: text,
	authToken: text,
	tokenString: text,
	redirectUrl: text,
	sessionUrl: text,
});

const listFields = fields({ results: list });

const scanFields = fields({ scanRef: text });
