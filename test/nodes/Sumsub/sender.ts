import { sumsub } from '../../../nodes/Sumsub/sumsub';
import type { KycEvent } from '../../../webhook/event';
import type { JsonObject } from '../../../webhook/json';
import { hmac } from '../../support/crypto';
import { acceptedEvent, type Circumstances, deliver, type Sent } from '../../support/reception';

export const credential = {
	secretKey: 'Schlüssel — 7f3c9e',
	algorithm: 'HMAC_SHA256_HEX',
	previousSecretKey: 'the one before 51d0',
};

/** What Sumsub sends for a webhook that is set to SHA-256: the header is the hex HMAC of the body. */
export function send(body: string | Uint8Array | JsonObject, secretKey = credential.secretKey): Sent {
	const text = typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body);
	const digest = hmac(secretKey, text).toString('hex');
	return { body: text, headers: { 'x-payload-digest': digest, 'x-payload-digest-alg': 'HMAC_SHA256_HEX' } };
}

export async function eventOf(payload: JsonObject, circumstances: Circumstances = {}): Promise<KycEvent> {
	return acceptedEvent(await deliver(sumsub, credential, send(payload), circumstances));
}

export const GREEN = { reviewAnswer: 'GREEN' };
export const RETRY = { reviewAnswer: 'RED', reviewRejectType: 'RETRY', rejectLabels: ['BAD_PHOTO'] };
export const FINAL = { reviewAnswer: 'RED', reviewRejectType: 'FINAL', rejectLabels: ['FORGERY'] };

/** An applicant who was approved, after the documented sample. */
export const sample = {
	applicantId: '5c9e177b0a975a6eeccf5960',
	inspectionId: '5c9e177b0a975a6eeccf5961',
	applicantType: 'individual',
	correlationId: 'req-63f92830-4d68-4eee-98d5-875d53a12258',
	levelName: 'basic-kyc-level',
	externalUserId: 'customer-7',
	type: 'applicantReviewed',
	sandboxMode: false,
	reviewStatus: 'completed',
	reviewResult: GREEN,
	createdAtMs: '2020-02-21 13:23:19.321',
	clientId: 'example',
};
