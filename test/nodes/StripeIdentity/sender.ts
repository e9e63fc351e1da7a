import { stripeIdentity } from '../../../nodes/StripeIdentity/stripeIdentity';
import type { KycEvent } from '../../../webhook/event';
import type { JsonObject } from '../../../webhook/json';
import { hmac } from '../../support/crypto';
import { acceptedEvent, type Circumstances, deliver, NOW, type Sent } from '../../support/reception';

export const credential = { signingSecret: 'whsec_sp\u00e4t\u2014 7f3c', previousSigningSecret: 'whsec_before51d0' };

/** What Stripe sends: the header is the hex HMAC-SHA256 of the time, a dot and the body. */
export function send(body: string | Uint8Array | JsonObject, secret = credential.signingSecret): Sent {
	const text = typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body, null, 2);
	const time = Math.floor(NOW / 1000);
	const signed = Buffer.concat([Buffer.from(`${time}.`), Buffer.from(text)]);
	const digest = hmac(secret, signed).toString('hex');
	return { body: text, headers: { 'Stripe-Signature': `t=${time},v1=${digest}` } };
}

export async function eventOf(payload: JsonObject, circumstances?: Circumstances): Promise<KycEvent> {
	return acceptedEvent(await deliver(stripeIdentity, credential, send(payload), circumstances));
}

/** An event about a verification session; `previous` is what its fields were before. */
export function session(what: string, details: JsonObject = {}, previous?: unknown) {
	return {
		id: 'evt_1NG8Du2eZvKYlo2CUI79vXWy',
		object: 'event',
		api_version: '2025-09-30.clover',
		created: 1772600700,
		data: {
			object: {
				id: 'vs_1NuNAILkdIwHu7ixh7OtGMLw',
				object: 'identity.verification_session',
				client_reference_id: 'Zo\u00eb/7' as unknown,
				created: 1772600400,
				last_error: null as unknown,
				livemode: true,
				metadata: { user_id: '8' },
				provided_details: { email: 'zoe@example.com', phone: '+4915112345678' },
				related_customer: 'cus_9',
				status: what as unknown,
				...details,
			},
			...(previous !== undefined && { previous_attributes: previous }),
		},
		livemode: true,
		type: `identity.verification_session.${what}`,
	};
}

export const sample = session('verified');
