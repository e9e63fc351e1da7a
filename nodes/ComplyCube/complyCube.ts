import { subject } from '../../webhook/event';
import { eventIdOf } from '../../webhook/eventId';
import { fields, text } from '../../webhook/fields';
import { authenticateHmac } from '../../webhook/hmac';
import type { Provider } from '../../webhook/provider';
import { inUse } from '../../webhook/secrets';
import { isoTime } from '../../webhook/time';
import { facts } from './facts';
import { isCheck, outcomeOf, selectorOf } from './outcomes';

/**
 * ComplyCube, by the documentation that `facts.ts` names.
 * `ComplyCube-Signature` is the hex HMAC-SHA256 of the raw body under the secret of the webhook; no
 * timestamp. An event tells of a single check, and not how the client's other checks stand: what
 * is approved is the client as far as this check goes.
 */
export const complyCube: Provider<'webhookSecret' | 'previousWebhookSecret'> = {
	id: 'complycube',
	displayName: 'ComplyCube',
	facts,
	credential: {
		type: 'complyCubeWebhookApi',
		fields: [
			{ name: 'webhookSecret', label: 'Webhook Secret', required: true },
			{ name: 'previousWebhookSecret', label: 'Previous Webhook Secret', required: false },
		],
	},

	authenticate: (delivery, { webhookSecret, previousWebhookSecret }) =>
		authenticateHmac(
			delivery,
			{ header: 'ComplyCube-Signature', encoding: 'hex', field: 'Webhook Secret' },
			inUse(webhookSecret, previousWebhookSecret),
		),

	read(payload, context) {
		const { id, type, createdAt, payload: resource } = eventFields.parse(payload);
		const outcome = outcomeOf(type, resource.outcome);
		return [
			{
				...outcome,
				selector: selectorOf(type),
				check: isCheck(type) ? { name: resource.type, status: outcome.status } : null,
				eventId: id ?? eventIdOf(['complycube', type, resource.id, createdAt], context),
				eventType: type ?? 'unknown',
				providerStatus: resource.outcome ?? resource.status,
				verificationId: resource.id,
				externalId: null,
				subject: subject({ id: resource.clientId }),
				occurredAt: isoTime(createdAt),
				payload,
			},
		];
	},
};

const eventFields = fields({
	id: text,
	type: text,
	createdAt: text,
	payload: fields({ id: text, clientId: text, type: text, status: text, outcome: text }),
});
