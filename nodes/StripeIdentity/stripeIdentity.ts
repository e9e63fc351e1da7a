import { subject } from '../../webhook/event';
import { eventIdOf } from '../../webhook/eventId';
import { anything, fields, number, text } from '../../webhook/fields';
import { isJsonObject } from '../../webhook/json';
import type { Provider } from '../../webhook/provider';
import { inUse } from '../../webhook/secrets';
import { isoTimeOfUnixSeconds } from '../../webhook/time';
import { authenticateTimestampedHmac } from '../../webhook/timestampedHmac';
import { facts } from './facts';
import { outcomeOf } from './outcomes';

/**
 * Stripe Identity, by the documentation that `facts.ts` names.
 * `Stripe-Signature` is `t=<Unix seconds>,v1=<hex>`, the HMAC-SHA256 of `{t}.{raw body}` under the
 * whole signing secret of the endpoint; one v1 for each secret while it is rolled. A v0 is of test
 * mode and signs nothing that counts.
 */
export const stripeIdentity: Provider<'signingSecret' | 'previousSigningSecret'> = {
	id: 'stripe-identity',
	displayName: 'Stripe Identity',
	facts,
	credential: {
		type: 'stripeIdentityWebhookApi',
		fields: [
			{ name: 'signingSecret', label: 'Signing Secret', required: true },
			{ name: 'previousSigningSecret', label: 'Previous Signing Secret', required: false },
		],
	},
	tolerance: 300,

	authenticate: (delivery, { signingSecret, previousSigningSecret }, clock) =>
		authenticateTimestampedHmac(
			delivery,
			{ header: 'Stripe-Signature', field: 'Signing Secret' },
			inUse(signingSecret, previousSigningSecret),
			clock,
		),

	read(payload, context) {
		const { id, type, created, data } = eventFields.parse(payload);
		const session = data.object;
		return [
			{
				...outcomeOf(type, session.status, isJsonObject(session.last_error)),
				selector: type ?? 'unknown',
				check: null,
				eventId: id ?? eventIdOf(['stripe-identity', type, session.id, null], context),
				eventType: type ?? 'unknown',
				providerStatus: session.status,
				verificationId: session.id,
				externalId: session.client_reference_id,
				subject: subject({
					id: session.related_customer,
					email: session.provided_details.email,
					phone: session.provided_details.phone,
				}),
				occurredAt: isoTimeOfUnixSeconds(created),
				payload,
			},
		];
	},
};

const eventFields = fields({
	id: text,
	type: text,
	created: number,
	data: fields({
		object: fields({
			id: text,
			status: text,
			client_reference_id: text,
			related_customer: text,
			last_error: anything,
			provided_details: fields({ email: text, phone: text }),
		}),
	}),
});
