import { eventIdOf } from '../../webhook/eventId';
import { unknown } from '../../webhook/outcome';
import type { Provider } from '../../webhook/provider';
import { inUse } from '../../webhook/secrets';
import { isoTimeOfUnixSeconds } from '../../webhook/time';
import { authenticateTimestampedHmac } from '../../webhook/timestampedHmac';
import { isAboutSession, outcomeOf } from './outcomes';
import { METADATA_KEY, readResource } from './resource';
import { environmentOf, eventFields, hasSession, sessionOf } from './session';

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
	credential: {
		type: 'stripeIdentityWebhookApi',
		fields: [
			{ name: 'signingSecret', label: 'Signing Secret', required: true, mistake: secretMistake },
			{
				name: 'previousSigningSecret',
				label: 'Previous Signing Secret (Rotation Only)',
				required: false,
				mistake: secretMistake,
			},
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
		const { reading, session } = readResource(event.data.object, context.parameters);
		const namesSession = hasSession(event, session);
		const environment = environmentOf(event.livemode, session.livemode);
		const contradicts = environment === undefined || (isAboutSession(event.type) && !namesSession);
		return [
			{
				...reading,
				...(contradicts ? unknown : outcomeOf(event.type, sessionOf(session, event.data.previous_attributes))),
				selector: event.type ?? 'unknown',
				environment: environment ?? null,
				eventId: event.id ?? eventIdOf(['stripe-identity', event.type, session.id, null], context),
				eventType: event.type ?? 'unknown',
				verificationId: namesSession ? session.id : null,
				occurredAt: isoTimeOfUnixSeconds(event.created),
				payload,
			},
		];
	},
};
