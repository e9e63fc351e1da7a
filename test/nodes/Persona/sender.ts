import { persona } from '../../../nodes/Persona/persona';
import type { KycEvent } from '../../../webhook/event';
import type { JsonObject } from '../../../webhook/json';
import { hmac } from '../../support/crypto';
import { acceptedEvent, deliver, NOW, type Sent } from '../../support/reception';

export const credential = { webhookSecret: 'wbhsec_sp\u00e4t\u2014 7f3c', previousWebhookSecret: 'wbhsec_before51d0' };

/** What Persona sends: the header is the hex HMAC-SHA256 of the time, a dot and the body. */
export function send(body: string | Uint8Array | JsonObject): Sent {
	const text = typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body);
	const time = Math.floor(NOW / 1000);
	const signed = Buffer.concat([Buffer.from(`${time}.`), Buffer.from(text)]);
	const digest = hmac(credential.webhookSecret, signed).toString('hex');
	return { body: text, headers: { 'Persona-Signature': `t=${time},v1=${digest}` } };
}

export async function eventOf(payload: JsonObject): Promise<KycEvent> {
	return acceptedEvent(await deliver(persona, credential, send(payload)));
}

/** An event about an inquiry, in kebab case. */
export function inquiry(name: unknown, status: unknown, type: unknown = 'inquiry') {
	return {
		data: {
			type: 'event',
			id: 'evt_XGuYWp7WuDzNxie5z16s7sGJ',
			attributes: {
				name,
				'created-at': '2026-03-04T06:05:00.100+01:00',
				payload: {
					data: {
						type,
						id: 'inq_2CVZ4HyVg7qaboXz2PUHknAn',
						attributes: {
							status,
							'reference-id': 'Zo\u00eb/7',
							'created-at': '2019-09-09T22:40:56.000Z',
							'name-first': 'Zo\u00eb',
							'name-last': 'M\u00fcller',
							'email-address': 'zoe@example.com',
							'phone-number': '+4915112345678',
						},
						relationships: { account: { data: { type: 'account', id: 'act_8' } } },
					},
					included: [],
				},
			},
		},
	};
}

export const sample = inquiry('inquiry.approved', 'approved');
