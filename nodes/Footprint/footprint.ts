import { subject } from '../../webhook/event';
import { eventIdOf } from '../../webhook/eventId';
import { anything, fields, text } from '../../webhook/fields';
import type { Provider } from '../../webhook/provider';
import { inUse } from '../../webhook/secrets';
import { authenticateStandardWebhook, standardWebhooksSecretProblem } from '../../webhook/standardWebhooks';
import { isoTime } from '../../webhook/time';
import { facts } from './facts';
import { outcomeOf } from './outcomes';

/**
 * Footprint, by the documentation that `facts.ts` names.
 * Svix sends its events, by Standard Webhooks: `svix-signature` holds `v1,<base64>`, the HMAC-SHA256
 * of `{svix-id}.{svix-timestamp}.{raw body}` under the secret's bytes, once for each secret while it
 * is rotated. The only id of an event is `svix-id`, the same for each attempt.
 */
export const footprint: Provider<'signingSecret' | 'previousSigningSecret'> = {
	id: 'footprint',
	displayName: 'Footprint',
	facts,
	credential: {
		type: 'footprintWebhookApi',
		fields: [
			{ name: 'signingSecret', label: 'Signing Secret', required: true, problem: standardWebhooksSecretProblem },
			{
				name: 'previousSigningSecret',
				label: 'Previous Signing Secret',
				required: false,
				problem: standardWebhooksSecretProblem,
			},
		],
	},
	tolerance: 300,

	authenticate: (delivery, { signingSecret, previousSigningSecret }, clock) =>
		authenticateStandardWebhook(delivery, 'Signing Secret', inUse(signingSecret, previousSigningSecret), clock),

	read(payload, context) {
		const event = eventFields.parse(payload);
		const status = event.status ?? event.new_status;
		const verificationId = event.onboarding_id ?? event.fp_id;
		return [
			{
				...outcomeOf(event.event_kind, status, event.requires_manual_review),
				selector: event.event_kind ?? 'unknown',
				check: null,
				eventId:
					context.signedId ??
					eventIdOf(['footprint', event.event_kind, verificationId, status, event.timestamp], context),
				eventType: event.event_kind ?? 'unknown',
				providerStatus: status,
				verificationId,
				externalId: event.external_id,
				subject: subject({ id: event.fp_id }),
				occurredAt: isoTime(event.timestamp),
				payload,
			},
		];
	},
};

const eventFields = fields({
	event_kind: text,
	fp_id: text,
	external_id: text,
	onboarding_id: text,
	status: text,
	/** Of `footprint.onboarding.status_changed`. */
	new_status: text,
	requires_manual_review: anything,
	timestamp: text,
});
