import { eventIdOf } from '../../webhook/eventId';
import { fields, text } from '../../webhook/fields';
import type { Provider } from '../../webhook/provider';
import { inUse } from '../../webhook/secrets';
import { authenticateStandardWebhook, standardWebhooksSecretProblem } from '../../webhook/standardWebhooks';
import { isoTime } from '../../webhook/time';
import { outcomeOf } from './outcomes';
import { readResource } from './resource';

/**
 * Footprint, by the documentation that `facts.ts` names.
 * Svix sends its events, by Standard Webhooks: `svix-signature` holds `v1,<base64>`, the HMAC-SHA256
 * of `{svix-id}.{svix-timestamp}.{raw body}` under the secret's bytes, once for each secret while it
 * is rotated. The only id of an event is `svix-id`, the same for each attempt.
 */
export const footprint: Provider<'signingSecret' | 'previousSigningSecret'> = {
	id: 'footprint',
	displayName: 'Footprint',
	credential: {
		type: 'footprintWebhookApi',
		fields: [
			{ name: 'signingSecret', label: 'Signing Secret', required: true, problem: standardWebhooksSecretProblem },
			{
				name: 'previousSigningSecret',
				label: 'Previous Signing Secret (Rotation Only)',
				required: false,
				problem: standardWebhooksSecretProblem,
			},
		],
	},
	tellsEnvironment: true,
	tellsTime: true,
	tolerance: 300,

	authenticate: (delivery, { signingSecret, previousSigningSecret }, clock) =>
		authenticateStandardWebhook(delivery, 'Signing Secret', inUse(signingSecret, previousSigningSecret), clock),

	read(payload, context) {
		const { event_kind: kind, timestamp } = eventFields.parse(payload);
		const { reading, onboarding } = readResource(payload);
		const { verificationId, providerStatus: status } = reading;
		return [
			{
				...reading,
				...outcomeOf(kind, onboarding),
				// The status is the user's: one event gives it with the id of an onboarding, another without.
				sequence: reading.subject.id,
				selector: kind ?? 'unknown',
				eventId: context.signedId ?? eventIdOf(['footprint', kind, verificationId, status, timestamp], context),
				eventType: kind ?? 'unknown',
				occurredAt: isoTime(timestamp),
				payload,
			},
		];
	},
};

const eventFields = fields({ event_kind: text, timestamp: text });
