import { didit } from '../../../nodes/Didit/didit';
import type { KycEvent } from '../../../webhook/event';
import type { JsonObject } from '../../../webhook/json';
import { hmac } from '../../support/crypto';
import { acceptedEvent, type Circumstances, deliver, NOW, type Sent } from '../../support/reception';

export const credential = {
	secretSharedKey: 'Schl\u00fcssel \u2014 7f3c9e',
	previousSecretSharedKey: 'the one before',
};

/** What Didit sends: the header is the hex HMAC-SHA256 of the body. */
export function send(body: string | Uint8Array | JsonObject, secret = credential.secretSharedKey): Sent {
	const text = typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body);
	return { body: text, headers: { 'X-Signature': hmac(secret, text).toString('hex') } };
}

export async function eventOf(payload: JsonObject, circumstances: Circumstances = {}): Promise<KycEvent> {
	return acceptedEvent(await deliver(didit, credential, send(payload), circumstances));
}

/** In seconds. */
export const time = Math.floor(NOW / 1000);

export const sample = {
	application_id: '11111111-2222-3333-4444-555555555555',
	created_at: time - 6,
	decision: { session_id: 'aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee', status: 'Approved', reviews: [] } as unknown,
	environment: 'live',
	event_id: '9c0c8b8a-1111-4222-9333-444444444444' as unknown,
	session_id: 'aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee' as unknown,
	session_kind: 'user',
	status: 'Approved' as unknown,
	timestamp: time as unknown,
	vendor_data: 'Zo\u00eb/7' as unknown,
	webhook_type: 'status.updated' as unknown,
	workflow_id: '22222222-3333-4444-5555-666666666666',
};
