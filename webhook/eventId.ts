import type { ReadContext } from './provider';

/**
 * An event id made of the fields that tell one event from another, joined by colons.
 * Where one of them is missing the payload's fingerprint stands in, so that two different events
 * are never taken for one.
 */
export function eventIdOf(parts: readonly (string | null)[], context: ReadContext): string {
	const known = parts.filter((part) => part !== null);
	return (known.length === parts.length ? known : [...known, context.fingerprint()]).join(':');
}
