import { idenfy } from '../../../nodes/Idenfy/idenfy';
import type { KycEvent } from '../../../webhook/event';
import type { JsonObject } from '../../../webhook/json';
import { hmac } from '../../support/openssl';
import { acceptedEvent, deliver, type Sent } from '../../support/reception';

export const credential = { signingKey: 'Schlüssel — 7f3c9e', previousSigningKey: 'the one before 51d0' };

/** What iDenfy sends: the header is the hex HMAC-SHA256 of the body. */
export function send(body: string | Uint8Array | JsonObject, signingKey = credential.signingKey): Sent {
	const text = typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body);
	return { body: text, headers: { 'Idenfy-Signature': hmac(signingKey, text).toString('hex') } };
}

export async function eventOf(payload: JsonObject): Promise<KycEvent> {
	return acceptedEvent(await deliver(idenfy, credential, send(payload)));
}

/** An identity verification, after the schema in the documentation. */
export const sample = {
	final: true,
	platform: 'PC',
	status: {
		overall: 'APPROVED',
		fraudTags: [],
		mismatchTags: [],
		autoFace: 'FACE_MATCH',
		manualFace: 'FACE_MATCH',
		autoDocument: 'DOC_VALIDATED',
		manualDocument: 'DOC_VALIDATED',
		additionalSteps: null,
	},
	data: { docFirstName: 'ZOË', docLastName: 'MÜLLER', fullName: 'ZOË MÜLLER', docType: 'PASSPORT' },
	fileUrls: { FRONT: 'https://example.com/front.png' },
	scanRef: 'c1d0a6b8-6b1e-11ef-8d3a-0242ac120002',
	externalRef: 'order-12',
	clientId: 'customer-7',
	startTime: 1728604500,
	finishTime: 1728604800,
	clientIp: '192.0.2.7',
	emailVerification: { email: 'zoe@example.com', emailVerified: true },
	phoneVerification: { phone: '+4915112345678', phoneVerified: false },
};

/** The sample with another result. */
export function withResult(overall: unknown, final: unknown = true): JsonObject {
	return { ...sample, final, status: { ...sample.status, overall } };
}

export const documentExpiration = {
	scanRef: 'c1d0a6b8-6b1e-11ef-8d3a-0242ac120002',
	clientId: 'customer-7',
	expirationThreshold: 'DOCUMENT_EXPIRES_WITHIN_30_DAYS',
	documentExpiration: '2026-12-31',
};
