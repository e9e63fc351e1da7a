import type { Clock } from './provider';
import { refuse, type Refusal } from './refusal';

/**
 * Reads a signed time in Unix seconds (10 digits) or milliseconds (13 digits).
 * @returns milliseconds, or null for anything else
 */
export function parseUnixTime(text: string): number | null {
	if (/^\d{10}$/.test(text)) return Number(text) * 1000;
	if (/^\d{13}$/.test(text)) return Number(text);
	return null;
}

/**
 * Stops a replay: a signed time may lie at most the tolerance in the past or in the future.
 * @param signedAt milliseconds
 * @param source names where the time stands, for the hint
 * @returns null when fresh, or when the tolerance is 0
 */
export function checkFreshness(signedAt: number, clock: Clock, source: string): Refusal | null {
	if (clock.tolerance === 0) return null;
	// Written so that a tolerance that is not a number refuses.
	if (Math.abs(clock.now - signedAt) <= clock.tolerance * 1000) return null;
	return refuse(
		'timestamp_outside_tolerance',
		`${source} lies further from the present than the tolerance set in the trigger's options; check the clock of the n8n server, or send the event again.`,
	);
}
