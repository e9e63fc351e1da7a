import { createDecipheriv } from 'node:crypto';

const GCM_TAG_BYTES = 16;

/**
 * AES-256-GCM without additional data (NIST SP 800-38D). Only a whole tag counts: Node would take
 * a shorter one, which is easier to forge.
 * @param key 32 bytes
 * @returns the plaintext, or null when anything is wrong
 */
export function decryptGcm(key: Uint8Array, iv: Uint8Array, data: Uint8Array, tag: Uint8Array): Buffer | null {
	if (tag.length !== GCM_TAG_BYTES) return null;
	try {
		const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: GCM_TAG_BYTES });
		decipher.setAuthTag(tag);
		return Buffer.concat([decipher.update(data), decipher.final()]);
	} catch {
		return null;
	}
}

/**
 * AES-256-CBC with PKCS#7 padding (NIST SP 800-38A). CBC proves nothing about where the data comes
 * from: the caller must check that the plaintext makes sense, and answer every failure alike.
 * @param key 32 bytes
 * @returns the plaintext, or null when anything is wrong
 */
export function decryptCbc(key: Uint8Array, iv: Uint8Array, data: Uint8Array): Buffer | null {
	try {
		const decipher = createDecipheriv('aes-256-cbc', key, iv);
		return Buffer.concat([decipher.update(data), decipher.final()]);
	} catch {
		return null;
	}
}
