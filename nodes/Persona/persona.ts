import { subject } from '../../webhook/event';
import { eventIdOf } from '../../webhook/eventId';
import { anything, fields, text } from '../../webhook/fields';
import type { Provider } from '../../webhook/provider';
import { inUse } from '../../webhook/secrets';
import { isoTime } from '../../webhook/time';
import { authenticateTimestampedHmac } from '../../webhook/timestampedHmac';
import { facts } from './facts';
import { kebabKeys } from './inflection';
import { outcomeOf } from './outcomes';

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
			{ name: 'webhookSecret', label: 'Webhook Secret', required: true },
			{ name: 'previousWebhookSecret', label: 'Previous Webhook Secret', required: false },
		],
	},
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
		const { id, type, attributes, relationships } = about.data;
		const inquiry = inquiryFields.parse(kebabKeys(attributes));
		return [
			{
				...outcomeOf(name, type, inquiry.status),
				selector: name ?? 'unknown',
				check: null,
				eventId: event.id ?? eventIdOf(['persona', name, id, inquiry.status, createdAt], context),
				eventType: name ?? 'unknown',
				providerStatus: inquiry.status,
				verificationId: id,
				externalId: inquiry['reference-id'],
				subject: subject({
					id: relationships.account.data.id,
					email: inquiry['email-address'],
					phone: inquiry['phone-number'],
					name: fullName(inquiry['name-first'], inquiry['name-middle'], inquiry['name-last']),
				}),
				occurredAt: isoTime(createdAt),
				payload,
			},
		];
	},
};

function fullName(...names: (string | null)[]): string | null {
	return names.filter((name) => name !== null).join(' ') || null;
}

const resourceFields = fields({
	id: text,
	type: text,
	attributes: anything,
	relationships: fields({ account: fields({ data: fields({ id: text }) }) }),
});

const eventFields = fields({ name: text, 'created-at': text, payload: fields({ data: resourceFields }) });

/** Other resources have a status and a reference too. */
const inquiryFields = fields({
	status: text,
	'reference-id': text,
	'email-address': text,
	'phone-number': text,
	'name-first': text,
	'name-middle': text,
	'name-last': text,
});
