import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** Bytes: NIST SP 800-38D, sections 5.2.1.1 and 8.2. */
const IV = 12;
const TAG = 16;
const SALT = 16;

/**
 * A secret encrypted for storage that others can read: AES-256-GCM under a key derived from another secret by
 * HKDF-SHA256 (RFC 5869).
 * @param purpose what it is for: sealed for something else, it does not open
 */
export function seal(secret: string, under: string, purpose: string): string {
	const salt = randomBytes(SALT);
	const iv = randomBytes(IV);
	const cipher = createCipheriv('aes-256-gcm', keyOf(under, salt, purpose), iv, { authTagLength: TAG });
	const encrypted = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
	return Buffer.concat([salt, iv, cipher.getAuthTag(), encrypted]).toString('base64');
}

/** @returns null when it was sealed under another secret or for another purpose, or was changed */
export function open(sealed: unknown, under: string, purpose: string): string | null {
	if (typeof sealed !== 'string' || under === '') return null;
	const bytes = Buffer.from(sealed, 'base64');
	if (bytes.length < SALT + IV + TAG) return null;
	const salt = bytes.subarray(0, SALT);
	const iv = bytes.subarray(SALT, SALT + IV);
	const tag = bytes.subarray(SALT + IV, SALT + IV + TAG);
	try {
		const decipher = createDecipheriv('aes-256-gcm', keyOf(under, salt, purpose), iv, { authTagLength: TAG });
		decipher.setAuthTag(tag);
		return decipher.update(bytes.subarray(SALT + IV + TAG), undefined, 'utf8') + decipher.final('utf8');
	} catch {
		return null;
	}
}

function keyOf(secret: string, salt: Buffer, purpose: string): Buffer {
	return Buffer.from(hkdfSync('sha256', secret, salt, purpose, 32));
}
