import { eventIdOf } from '../../webhook/eventId';
import { anything, fields, list, text } from '../../webhook/fields';
import type { Provider } from '../../webhook/provider';
import { inUse } from '../../webhook/secrets';
import { isoTime } from '../../webhook/time';
import { authenticateTimestampedHmac } from '../../webhook/timestampedHmac';
import { kebabKeys } from './inflection';
import { outcomeOf } from './outcomes';
import { readResource } from './resource';

/**
 * Persona, by the documentation that `facts.ts` names.
 * `Persona-Signature` is `t=<Unix seconds>,v1=<hex>`, the HMAC-SHA256 of `{t}.{raw body}` under the
 * whole webhook secret; two such sets, separated by a space, while the secret is rotated. The body
 * is a JSON:API event around the resource that it is about.
 */
export const persona: Provider<'webhookSecret' | 'previousWebhookSecret'> = {
	id: 'persona',
	displayName: 'Persona',
	credential: {
		type: 'personaWebhookApi',
		fields: [
			{ name: 'webhookSecret', label: 'Webhook Secret', required: true, mistake },
			{ name: 'previousWebhookSecret', label: 'Previous Webhook Secret (Rotation Only)', required: false, mistake },
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
		const event = eventFields.parse(payload.data);
		const { name, 'created-at': createdAt, payload: about } = attributesFields.parse(kebabKeys(event.attributes));
		const { reading, type, hasMatch, attributes } = readResource(about.data, about.included);
		const { providerStatus: status, verificationId: id } = reading;
		return [
			{
				...reading,
				...outcomeOf({ name, type, status, hasMatch }),
				selector: name ?? 'unknown',
				eventId: event.id ?? eventIdOf(['persona', name, id, text.parse(attributes.status), createdAt], context),
				eventType: name ?? 'unknown',
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

const eventFields = fields({ id: text, attributes: anything });

const attributesFields = fields({
	name: text,
	'created-at': text,
	payload: fields({ data: anything, included: list }),
});
