import { footprint } from '../../../nodes/Footprint/footprint';
import type { KycEvent } from '../../../webhook/event';
import type { JsonObject } from '../../../webhook/json';
import { hmac } from '../../support/crypto';
import { acceptedEvent, type Circumstances, deliver, NOW, type Sent } from '../../support/reception';

/** Keys that are text; a secret holds one in base64. */
export const keys = { current: 'thirty-two bytes that are text!!', previous: 'the key before — späť' };

export function secretOf(key: string): string {
	return `whsec_${Buffer.from(key).toString('base64')}`;
}

export const credential = { signingSecret: secretOf(keys.current), previousSigningSecret: secretOf(keys.previous) };

/** In seconds. */
export const time = Math.floor(NOW / 1000);

export function digestOf(
	body: string | Uint8Array,
	{ id = 'msg_1', at = String(time), key = keys.current } = {},
): string {
	return hmac(key, Buffer.concat([Buffer.from(`${id}.${at}.`), Buffer.from(body)])).toString('base64');
}

/** What Svix sends: the digest is the base64 HMAC-SHA256 of id, time and body. */
export function send(body: string | Uint8Array | JsonObject, signed: Parameters<typeof digestOf>[1] = {}): Sent {
	const text = typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body);
	return {
		body: text,
		headers: {
			'svix-id': signed.id ?? 'msg_1',
			'svix-timestamp': signed.at ?? String(time),
			'svix-signature': `v1,${digestOf(text, signed)}`,
		},
	};
}

export async function eventOf(payload: JsonObject, circumstances: Circumstances = {}): Promise<KycEvent> {
	return acceptedEvent(await deliver(footprint, credential, send(payload), circumstances));
}

export const sample = {
	event_kind: 'footprint.onboarding.completed' as unknown,
	external_id: 'Zo\u00eb/7' as unknown,
	fp_id: 'fp_id_xyz' as unknown,
	is_live: true as unknown,
	onboarding_id: 'ob_SRFT2a1mN7DAWJ0VPXkiqK' as unknown,
	playbook_key: 'pb_test_QoEYTOve49Q2IAmaKVYnPs',
	requires_manual_review: false as unknown,
	status: 'pass' as unknown,
	timestamp: '2025-05-05T18:40:46.240470542Z' as unknown,
};
