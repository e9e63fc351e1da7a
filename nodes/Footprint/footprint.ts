import { type KycEvent, subject } from '../../webhook/event';
import { eventIdOf } from '../../webhook/eventId';
import { anything, fields, text, word } from '../../webhook/fields';
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
	tellsEnvironment: true,
	tellsTime: true,
	tolerance: 300,

	authenticate: (delivery, { signingSecret, previousSigningSecret }, clock) =>
		authenticateStandardWebhook(delivery, 'Signing Secret', inUse(signingSecret, previousSigningSecret), clock),

	read(payload, context) {
		const event = eventFields.parse(payload);
		const status = event.status ?? event.new_status;
		const fpId = event.fp_id ?? event.footprint_user_id;
		const verificationId = event.onboarding_id ?? fpId;
		return [
			{
				...outcomeOf(event.event_kind, event),
				selector: event.event_kind ?? 'unknown',
				environment: environmentOf(event.is_live),
				check: null,
				eventId:
					context.signedId ??
					eventIdOf(['footprint', event.event_kind, verificationId, status, event.timestamp], context),
				eventType: event.event_kind ?? 'unknown',
				providerStatus: status,
				verificationId,
				externalId: event.external_id ?? event.user_external_id,
				subject: subject({ id: fpId }),
				occurredAt: isoTime(event.timestamp),
				payload,
			},
		];
	},
};

const eventFields = fields({
	event_kind: text,
	fp_id: text,
	/** What `fp_id` was called. */
	footprint_user_id: text,
	external_id: text,
	/** Of `footprint.user.bank_link_updated`. */
	user_external_id: text,
	onboarding_id: text,
	status: word,
	/** Of `footprint.onboarding.status_changed`. */
	new_status: word,
	requires_manual_review: anything,
	is_live: anything,
	timestamp: text,
});

function environmentOf(isLive: unknown): KycEvent['environment'] {
	if (typeof isLive !== 'boolean') return null;
	return isLive ? 'live' : 'test';
}
