import { pbkdf2 } from 'node:crypto';

export interface Pbkdf2Parameters {
	readonly iterations: number;
	readonly keyBytes: number;
}

/** Most derived keys that are kept; past that the one derived first is forgotten. */
const CAPACITY = 64;

const derived = new Map<string, Promise<Buffer>>();

/**
 * PBKDF2-HMAC-SHA256 (RFC 8018, section 5.2), once per password and salt: a derivation takes
 * milliseconds, off the main thread, and is kept for the next delivery. One that fails is not.
 */
export function deriveKey(password: Buffer, salt: string, { iterations, keyBytes }: Pbkdf2Parameters): Promise<Buffer> {
	const id = JSON.stringify([password.toString('base64'), salt, iterations, keyBytes]);
	const kept = derived.get(id);
	if (kept) return kept;
	const key = new Promise<Buffer>((resolve, reject) => {
		pbkdf2(password, salt, iterations, keyBytes, 'sha256', (error, bytes) => (error ? reject(error) : resolve(bytes)));
	});
	derived.set(id, key);
	key.catch(() => {
		if (derived.get(id) === key) derived.delete(id);
	});
	for (const oldest of derived.keys()) {
		if (derived.size <= CAPACITY) break;
		derived.delete(oldest);
	}
	return key;
}
