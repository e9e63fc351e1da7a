import { shuftiPro } from '../../../nodes/ShuftiPro/shuftiPro';
import type { KycEvent } from '../../../webhook/event';
import type { JsonObject } from '../../../webhook/json';
import { sha256 } from '../../support/crypto';
import { acceptedEvent, deliver, type Sent } from '../../support/reception';

export const credential = { secretKey: 'Schlüssel — 7f3c9e', previousSecretKey: 'the one before 51d0' };

/** What Shufti Pro sends: the header is the hex SHA-256 of the body with the hex SHA-256 of the key behind it. */
export function send(body: string | Uint8Array | JsonObject, secretKey = credential.secretKey): Sent {
	const isRaw = typeof body === 'string' || body instanceof Uint8Array;
	const text = isRaw ? body : JSON.stringify(body).replaceAll('/', '\\/');
	const hashedKey = sha256(secretKey).toString('hex');
	const signature = sha256(Buffer.concat([Buffer.from(text), Buffer.from(hashedKey)])).toString('hex');
	return { body: text, headers: { Signature: signature } };
}

export async function eventOf(payload: JsonObject): Promise<KycEvent> {
	return acceptedEvent(await deliver(shuftiPro, credential, send(payload)));
}

/** An accepted request, after the sample in the documentation. */
export const sample = {
	reference: '17374217',
	event: 'verification.accepted',
	email: 'zoe@example.com',
	country: 'GB',
	verification_result: { document: { document: 1, name: 1 }, face: 1 },
	verification_data: { document: { name: { full_name: 'Zoë Müller' } } },
	proofs: { verification_report: 'https://api.shuftipro.com/storage/report' },
};
