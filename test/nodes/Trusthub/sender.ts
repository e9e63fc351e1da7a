import type { JsonObject } from '../../../webhook/json';
import { hmac } from '../../support/crypto';
import type { Sent } from '../../support/reception';

export const credential = { apiPassword: 'Pä$$wort — 7f3c9e', previousApiPassword: 'the one before 51d0' };

/** What Trusthub sends: the header is the base64 HMAC-SHA256 of the body. */
export function send(body: string | Uint8Array | JsonObject, apiPassword = credential.apiPassword): Sent {
	const text = typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body);
	return { body: text, headers: { 'X-Signature': hmac(apiPassword, text).toString('base64') } };
}

/** The documented sample. */
export const sample = {
	sessionId: 'e7abc715e-a674-48ef-a237-1196ab3664e8',
	status: 'AUTO_APPROVED',
	projectId: 'development',
	externalId: '53421526A',
};
