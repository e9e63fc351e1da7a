import { createHash } from 'node:crypto';

/**
 * The key of a request that begins a verification. A node that repeats the same body has the same key, in the same
 * execution or in another; another body has another key, because providers repeat their answer, errors too.
 */
export function idempotencyKey(...parts: readonly (string | undefined)[]): string {
	return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
