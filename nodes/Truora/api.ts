import type { Api } from '../../api/api';
import { compact, mergeBody } from '../../api/body';
import { InputError } from '../../api/errors';
import { phoneNumber } from '../../api/limits';
import { segment } from '../../api/query';
import { fields, text } from '../../webhook/fields';
import { asObject, isJsonObject, type JsonObject } from '../../webhook/json';
import { linkOf } from './link';
import { actionByStatus } from './outcomes';
import { readResource } from './resource';
import { truora } from './truora';

/** Truora's API for digital identity: https://dev.truora.com/docs. */
export const truoraApi = {
	provider: truora,
	credentialType: 'truoraKycApi',
	baseUrl: 'https://api.identity.truora.com',
	wishes: ['email', 'phone', 'redirectUrl'],
	limits: {
		externalId: {
			pattern: /^[a-zA-Z0-9_.-]+$/,
			form: 'may hold only letters without accents, digits, "_", "." and "-"',
		},
		phone: phoneNumber,
	},

	reasonOf(body) {
		return refusalFields.parse(body).message;
	},

	/** A link of its own for each process, which has no id before the person begins: https://dev.truora.com/guides/web_integration_token. */
	async create(ask, wish) {
		const { externalId, template, email, phone, redirectUrl } = wish;
		if (redirectUrl === '' && !('redirect_url' in wish.body)) {
			throw new InputError(
				'Redirect URL is empty',
				'Truora needs to know where the person is sent afterwards. Add it.',
			);
		}
		const sent = compact({
			key_type: 'web',
			grant: 'digital-identity',
			api_key_version: 1,
			country: 'ALL',
			flow_id: template,
			account_id: externalId,
			redirect_url: redirectUrl,
			phone,
			emails: email,
		});
		const answer = await ask({
			baseUrl: 'https://api.account.truora.com',
			method: 'POST',
			path: '/v1/api-keys',
			form: dotted(mergeBody(sent, wish.body)),
		});
		const { api_key: token } = keyFields.parse(answer);
		return {
			...(token === null ? { url: null, urlExpiresAt: null } : linkOf(token)),
			environment: null,
			providerStatus: null,
			verificationId: null,
			externalId,
			payload: asObject(answer),
		};
	},

	/** https://dev.truora.com/guides/get_result. */
	async get(ask, verificationId) {
		const answer = await ask({ method: 'GET', path: `/v1/processes/${segment(verificationId)}/result` });
		const { status, update_date: changedAt } = processFields.parse(answer);
		const action = actionByStatus.get(status ?? '') ?? null;
		return {
			...readResource(asObject(answer), 'identity_process', action).reading,
			occurredAt: null,
			changedAt,
			payload: asObject(answer),
		};
	},
} satisfies Api;

/** Nested fields under the names that Truora has for them: `start_variables.metadata.name`. */
function dotted(object: JsonObject, prefix = ''): JsonObject {
	const entries = Object.entries(object).map(([name, value]) =>
		isJsonObject(value) ? dotted(value, `${prefix}${name}.`) : { [`${prefix}${name}`]: value },
	);
	return Object.assign({}, ...entries) as JsonObject;
}

const refusalFields = fields({ message: text });

const keyFields = fields({ api_key: text });

const processFields = fields({ status: text, update_date: text });
