import { subject } from '../../webhook/event';
import { eventIdOf } from '../../webhook/eventId';
import { anything, fields, list, text, word } from '../../webhook/fields';
import { isJsonObject } from '../../webhook/json';
import type { Provider } from '../../webhook/provider';
import { inUse } from '../../webhook/secrets';
import { isoTime } from '../../webhook/time';
import { authenticateTimestampedHmac } from '../../webhook/timestampedHmac';
import { facts } from './facts';
import { kebabKeys } from './inflection';
import { outcomeOf } from './outcomes';
import { personOf } from './person';

/**
 * Persona, by the documentation that `facts.ts` names.
 * `Persona-Signature` is `t=<Unix seconds>,v1=<hex>`, the HMAC-SHA256 of `{t}.{raw body}` under the
 * whole webhook secret; two such sets, separated by a space, while the secret is rotated. The body
 * is a JSON:API event around the resource that it is about.
 */
export const persona: Provider<'webhookSecret' | 'previousWebhookSecret'> = {
	id: 'persona',
	displayName: 'Persona',
	facts,
	credential: {
		type: 'personaWebhookApi',
		fields: [
			{ name: 'webhookSecret', label: 'Webhook Secret', required: true, mistake },
			{ name: 'previousWebhookSecret', label: 'Previous Webhook Secret', required: false, mistake },
		],
	},
	tellsTime: true,
	tolerance: 300,

	authenticate: (delivery, { webhookSecret, previousWebhookSecret }, clock) =>
		authenticateTimestampedHmac(
			delivery,
			{ header: 'Persona-Signature', field: 'Webhook Secret' },
			inUse(webhookSecret, previousWebhookSecret),
			clock,
		),

	read(payload, context) {
		const event = resourceFields.parse(payload.data);
		const { name, 'created-at': createdAt, payload: about } = eventFields.parse(kebabKeys(event.attributes));
		const { id, relationships } = about.data;
		// A resource has attributes, if only those that the webhook's blocklist leaves.
		const type = isJsonObject(about.data.attributes) ? about.data.type : null;
		const attributes = kebabKeys(about.data.attributes);
		const { status, 'has-match': hasMatch } = decidingFields.parse(attributes);
		const accountId = relationships.account.data.id;
		return [
			{
				...outcomeOf({ name, type, status, hasMatch }),
				selector: name ?? 'unknown',
				environment: null,
				check: null,
				eventId: event.id ?? eventIdOf(['persona', name, id, text.parse(attributes.status), createdAt], context),
				eventType: name ?? 'unknown',
				providerStatus: status,
				verificationId: id,
				externalId: referenceOf(attributes) ?? referenceOfAccount(accountId, about.included),
				subject: subject({ id: accountId, ...personOf(attributes) }),
				occurredAt: isoTime(createdAt),
				payload,
			},
		];
	},
};

/** https://docs.withpersona.com/api-reference/webhooks shows a secret. */
function mistake(secret: string): string | null {
	return secret.startsWith('wbhsec_') ? null : 'must begin with wbhsec_: copy it whole from the provider';
}

function referenceOf(attributes: unknown): string | null {
	return referenceFields.parse(attributes)['reference-id'];
}

/** A report has no reference of its own; its account has, where the webhook includes accounts. */
function referenceOfAccount(accountId: string | null, included: readonly unknown[] | null): string | null {
	if (accountId === null) return null;
	const resources = included?.map((resource) => resourceFields.parse(resource)) ?? [];
	const account = resources.find(({ id, type }) => type === 'account' && id === accountId);
	return account === undefined ? null : referenceOf(kebabKeys(account.attributes));
}

const resourceFields = fields({
	id: text,
	type: word,
	attributes: anything,
	relationships: fields({ account: fields({ data: fields({ id: text }) }) }),
});

const eventFields = fields({
	name: text,
	'created-at': text,
	payload: fields({ data: resourceFields, included: list }),
});

const decidingFields = fields({ status: word, 'has-match': word });

const referenceFields = fields({ 'reference-id': text });
