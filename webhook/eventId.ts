import { createHash } from 'node:crypto';
import type { ReadContext } from './provider';

/**
 * An event id made of the fields that tell one event from another, joined by colons.
 * Where one of them is missing the payload's fingerprint stands in, so that two different events
 * are never taken for one. A part that may be an e-mail address stands there as a digest.
 */
export function eventIdOf(parts: readonly (string | null)[], context: ReadContext): string {
	const known = parts.filter((part) => part !== null).map(unreadable);
	return (known.length === parts.length ? known : [...known, context.fingerprint()]).join(':');
}

/** An id that may be an e-mail address is none that everybody may read. */
export function unreadable(part: string): string {
	return part.includes('@') ? createHash('sha256').update(part).digest('hex').slice(0, 32) : part;
}
