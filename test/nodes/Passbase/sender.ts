import { createCipheriv } from 'node:crypto';
import type { KycEvent } from '../../../webhook/event';
import type { JsonObject } from '../../../webhook/json';
import { passbase } from '../../../nodes/Passbase/passbase';
import { encryptCbc } from '../../support/crypto';
import { acceptedEvent, deliver, type Sent } from '../../support/reception';

/** 32 bytes each. */
export const credential = {
	encryptionSecret: 'fXxsFtBKf5XDXwLvCnWvjiU58wL9LR6t',
	previousEncryptionSecret: 'the-secret-before-that-one-83b1f',
};

const iv = Buffer.from('b11b8c2a27103dd1626d1d88fb671b01', 'hex');

/** The bytes of a body before they are base64: IV and ciphertext. */
export function sealed(plaintext: string | Uint8Array, secret: string | Uint8Array = credential.encryptionSecret) {
	return Buffer.concat([iv, encryptCbc(secret, iv, plaintext)]);
}

/** The same without a process of its own, for tests with many of them. */
export function sealedQuickly(plaintext: string, withIv: Uint8Array = iv): Buffer {
	const cipher = createCipheriv('aes-256-cbc', credential.encryptionSecret, withIv);
	return Buffer.concat([withIv, cipher.update(plaintext), cipher.final()]);
}

/** A delivery of these bytes. */
export function carry(bytes: Uint8Array): Sent {
	return { body: Buffer.from(bytes).toString('base64'), headers: { 'content-type': 'text/plain' } };
}

/** What Passbase sends: base64 of the IV and the ciphertext. */
export function send(payload: string | Uint8Array | JsonObject, secret?: string | Uint8Array): Sent {
	const isRaw = typeof payload === 'string' || payload instanceof Uint8Array;
	return carry(sealed(isRaw ? payload : JSON.stringify(payload), secret));
}

export async function eventOf(payload: string | JsonObject): Promise<KycEvent> {
	return acceptedEvent(await deliver(passbase, credential, send(payload)));
}

/** The documented sample. */
export const sample = {
	event: 'VERIFICATION_COMPLETED',
	key: 'b76e244e-26a3-49ef-9c72-3e599bf0b5f2',
	status: 'pending',
	created: 1582628711,
	updated: 1582628999,
	processed: 1582628999,
};
