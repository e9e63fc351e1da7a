import * as z from 'zod/v4/mini';

const dateTime = z.iso.datetime({ offset: true, local: true });
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
	return new Date(HAS_OFFSET.test(iso) ? iso : `${iso}Z`).toISOString();
}

/**
 * Unix seconds as ISO 8601 in UTC.
 * @returns null when there is no such day
 */
export function isoTimeOfUnixSeconds(seconds: number | null): string | null {
	const time = new Date((seconds ?? Number.NaN) * 1000);
	return Number.isNaN(time.getTime()) ? null : time.toISOString();
}
