import type { KycEvent } from '../../../webhook/event';
import type { JsonObject } from '../../../webhook/json';
import { trustSwiftly } from '../../../nodes/TrustSwiftly/trustSwiftly';
import { hmac } from '../../support/crypto';
import { acceptedEvent, deliver, type Sent } from '../../support/reception';

export const credential = { signingSecret: 'whsec — übung 08f1', previousSigningSecret: 'the one before c2a7' };

/** What Trust Swiftly sends: the header is the hex HMAC-SHA256 of the body, in which PHP escapes slashes. */
export function send(body: string | Uint8Array | JsonObject, signingSecret = credential.signingSecret): Sent {
	const isRaw = typeof body === 'string' || body instanceof Uint8Array;
	const text = isRaw ? body : JSON.stringify(body).replaceAll('/', '\\/');
	return { body: text, headers: { Signature: hmac(signingSecret, text).toString('hex') } };
}

/** What comes of a payload, with the trigger's parameter as given. */
export async function eventOf(payload: JsonObject, approvedWhen: unknown = 'allChecks'): Promise<KycEvent> {
	return acceptedEvent(await deliver(trustSwiftly, credential, send(payload), { parameters: { approvedWhen } }));
}

/** The documented sample: the e-mail check is complete, the document check is still open. */
export const sample = {
	id: '4e057b68-0d5f-40ad-b84a-a4d878b738fd',
	type: 'verification.completed',
	subject: 'verification',
	spec_version: '2025-10-08',
	occurred_at: '2025-10-08T23:55:09+00:00',
	resource_id: 1,
	relationships: { user_id: 172, user_uuid: '0199c63f-a1d4-7400-bc22-8cdfaad82084' },
	data: {
		verification_id: 1,
		verification_name: 'Email verification',
		email: 'jane@example.com',
		user_status: 'Active',
		order_id: null,
		ip: '172.19.0.7',
		ip_country: 'US',
		reference_id: '5122',
		last_activity: '2025-10-08T23:54:50+00:00',
		verifications: [
			{
				id: 1,
				name: 'Email',
				status: { value: 2, friendly: 'Complete' },
				attributes: { email: 'jane@example.com', paypal_email_verified: 0 },
				start_time: '2025-10-08 23:54:43',
				completion_time: '2025-10-08 23:55(0 h 0 m 26 s)',
				completed_at: '2025-10-08 23:55',
			},
			{
				id: 3,
				name: 'Document / ID',
				status: { value: 0, friendly: 'Assigned' },
				attributes: { verify_documents: [], workflow: 'ID + Selfie' },
			},
		],
	},
};

/** A payload of 2021 to 2025. */
export const flat = {
	id: '3c7375ae-e177-987d-3816-a95b41dee93e',
	ip: '192.0.2.7',
	event: 'verification.completed',
	email: 'john@example.com',
	trust_id: 9,
	created_at: '2023-01-02 03:04:05',
	user_status: 'Active',
	reference_id: 'r9',
	verifications: [{ id: 1, name: 'Email', status: { value: 2, friendly: 'Complete' } }],
};

/** The sample with checks in these states; the first is the one that the event is about. */
export function withChecks(type: string, ...states: readonly unknown[]): JsonObject {
	const verifications = states.map((value, index) => ({ id: index + 1, name: `Check ${index}`, status: { value } }));
	return { ...sample, type, data: { ...sample.data, verifications } };
}

/** A payload of the oldest generation: the states of the checks are words. */
export function withWords(event: string, ...words: readonly unknown[]): JsonObject {
	const verifications = words.map((status, index) => ({ id: index + 1, name: `Check ${index}`, status }));
	return { ...flat, event, verification_id: 1, verification_name: 'Check 0', verifications };
}
