import { eventIdOf } from '../../webhook/eventId';
import { anything, fields, text } from '../../webhook/fields';
import { authenticateHmac } from '../../webhook/hmac';
import type { Provider } from '../../webhook/provider';
import { inUse } from '../../webhook/secrets';
import { isoTime } from '../../webhook/time';
import { checkStatusOf, outcomeOf, selectorOf } from './outcomes';
import { readResource } from './resource';

/**
 * ComplyCube, by the documentation that `facts.ts` names.
 * `ComplyCube-Signature` is the hex HMAC-SHA256 of the raw body under the secret of the webhook; no
 * timestamp. The verdict on the client is that of the workflow session; an event of a check tells of that check alone.
 */
export const complyCube: Provider<'webhookSecret' | 'previousWebhookSecret'> = {
	id: 'complycube',
	displayName: 'ComplyCube',
	credential: {
		type: 'complyCubeWebhookApi',
		fields: [
			{ name: 'webhookSecret', label: 'Webhook Secret', required: true },
			{ name: 'previousWebhookSecret', label: 'Previous Webhook Secret (Rotation Only)', required: false },
		],
	},
	tellsTime: true,
	parameters: ['approvedWhen'],

	authenticate: (delivery, { webhookSecret, previousWebhookSecret }) =>
		authenticateHmac(
			delivery,
			{ header: 'ComplyCube-Signature', encoding: 'hex', field: 'Webhook Secret' },
			inUse(webhookSecret, previousWebhookSecret),
		),

	read(payload, context) {
		const { id, type, createdAt, payload: about } = eventFields.parse(payload);
		const { reading, told, resource } = readResource(type, about);
		const check = checkStatusOf(told);
		return [
			{
				...reading,
				...outcomeOf(told, context.parameters.approvedWhen),
				selector: selectorOf(type),
				check: check === null ? null : { name: resource.type, status: check },
				eventId: id ?? eventIdOf(['complycube', type, resource.id, createdAt], context),
				eventType: type ?? 'unknown',
				occurredAt: isoTime(createdAt),
				payload,
			},
		];
	},
};

const eventFields = fields({ id: text, type: text, createdAt: text, payload: anything });
