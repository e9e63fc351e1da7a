import { z } from 'zod';

const dateTime = z.string().datetime({ offset: true, local: true });
const HAS_OFFSET = /(?:Z|[+-]\d{2}:?\d{2})$/;

/**
 * A time as a provider writes it, as ISO 8601 in UTC. Takes ISO 8601 with `T` or a space; without
 * an offset it is UTC.
 * @returns null when it is not such a time
 */
export function isoTime(text: string | null): string | null {
	if (text === null) return null;
	const iso = text.replace(' ', 'T');
	if (!dateTime.safeParse(iso).success) return null;
	return isoOf(new Date(HAS_OFFSET.test(iso) ? iso : `${iso}Z`));
}

/**
 * Unix seconds as ISO 8601 in UTC.
 * @returns null when there is no such day
 */
export function isoTimeOfUnixSeconds(seconds: number | null): string | null {
	return isoOf(new Date((seconds ?? Number.NaN) * 1000));
}

/** Offsets such as +24:00 lead to no time, others out of the years that ISO 8601 writes with four digits. */
function isoOf(time: Date): string | null {
	const year = time.getUTCFullYear();
	return year >= 0 && year <= 9999 ? time.toISOString() : null;
}
