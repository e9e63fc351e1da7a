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

const KEY_BYTES = 32;
const BLOCK_BYTES = 16;

/**
 * AES-256-CBC with PKCS#7 padding (NIST SP 800-38A; RFC 5652, section 6.3). CBC proves nothing about where the data
 * comes from: the caller must check that the plaintext makes sense, and take as long for every failure. Who can tell a
 * wrong padding from another failure, be it by time, can decrypt and forge.
 * @param key 32 bytes
 * @returns the plaintext; where the padding is wrong, with it, for the same check; null when the lengths are wrong
 */
export function decryptCbc(
	key: Uint8Array,
	iv: Uint8Array,
	data: Uint8Array,
): { readonly isPadded: boolean; readonly plaintext: Buffer } | null {
	if (key.length !== KEY_BYTES || iv.length !== BLOCK_BYTES) return null;
	if (data.length === 0 || data.length % BLOCK_BYTES !== 0) return null;
	// Node's own check of the padding throws, which takes longer than a right one.
	const decipher = createDecipheriv('aes-256-cbc', key, iv).setAutoPadding(false);
	const blocks = Buffer.concat([decipher.update(data), decipher.final()]);
	const padding = blocks[blocks.length - 1] ?? 0;
	let wrong = Number(padding === 0) | Number(padding > BLOCK_BYTES);
	for (let back = 1; back <= BLOCK_BYTES; back++) {
		wrong |= Number(back <= padding) & Number(blocks[blocks.length - back] !== padding);
	}
	return { isPadded: wrong === 0, plaintext: blocks.subarray(0, blocks.length - padding * (1 - wrong)) };
}
