import { subject } from '../../webhook/event';
import { eventIdOf } from '../../webhook/eventId';
import { text } from '../../webhook/fields';
import { unknown } from '../../webhook/outcome';
import type { Provider } from '../../webhook/provider';
import { inUse } from '../../webhook/secrets';
import { isoTimeOfUnixSeconds } from '../../webhook/time';
import { authenticateTimestampedHmac } from '../../webhook/timestampedHmac';
import { facts } from './facts';
import { isAboutSession, outcomeOf } from './outcomes';
import { environmentOf, eventFields, hasSession, referenceOf, sessionFields, sessionOf } from './session';

const METADATA_KEY = 'metadataKey';

function secretMistake(secret: string): string | null {
	return secret.startsWith('whsec_') ? null : 'must begin with whsec_: copy it whole from the provider';
}

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
			{ name: 'signingSecret', label: 'Signing Secret', required: true, mistake: secretMistake },
			{ name: 'previousSigningSecret', label: 'Previous Signing Secret', required: false, mistake: secretMistake },
		],
	},
	tellsEnvironment: true,
	tellsTime: true,
	tolerance: 300,
	parameters: [METADATA_KEY],

	authenticate: (delivery, { signingSecret, previousSigningSecret }, clock) =>
		authenticateTimestampedHmac(
			delivery,
			{ header: 'Stripe-Signature', field: 'Signing Secret' },
			inUse(signingSecret, previousSigningSecret),
			clock,
		),

	read(payload, context) {
		const event = eventFields.parse(payload);
		const session = sessionFields.parse(event.data.object);
		const isSession = hasSession(event, session);
		const environment = environmentOf(event, session);
		const contradicts = environment === undefined || (isAboutSession(event.type) && !isSession);
		return [
			{
				...(contradicts ? unknown : outcomeOf(event.type, sessionOf(event, session))),
				selector: event.type ?? 'unknown',
				environment: environment ?? null,
				check: null,
				eventId: event.id ?? eventIdOf(['stripe-identity', event.type, session.id, null], context),
				eventType: event.type ?? 'unknown',
				providerStatus: text.parse(session.status),
				verificationId: isSession ? session.id : null,
				externalId: referenceOf(session, metadataKeyOf(context.parameters[METADATA_KEY])),
				subject: subject({
					id: session.related_customer ?? session.related_customer_account,
					email: session.provided_details.email,
					phone: session.provided_details.phone,
				}),
				occurredAt: isoTimeOfUnixSeconds(event.created),
				payload,
			},
		];
	},
};

/** Where Stripe's own samples put the customer's reference (https://docs.stripe.com/identity/verify-identity-documents). */
export const DEFAULT_METADATA_KEY = 'user_id';

function metadataKeyOf(parameter: unknown): string {
	const key = typeof parameter === 'string' ? parameter.trim() : '';
	return key === '' ? DEFAULT_METADATA_KEY : key;
}
