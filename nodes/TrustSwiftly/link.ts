import { isoTimeOfUnixSeconds } from '../../webhook/time';

/** Where a person goes on, and until when. */
export interface Link {
	readonly url: string | null;
	/** ISO 8601, UTC. */
	readonly urlExpiresAt: string | null;
}

/**
 * A link as the API writes it: https://docs.trustswiftly.com/users shows one with a stray backslash, which browsers
 * take for a second slash, and has the end of its life in `expires`, in Unix seconds.
 */
export function linkOf(given: string | null): Link {
	const url = given?.replaceAll('\\/', '/') ?? '';
	if (!URL.canParse(url)) return { url: null, urlExpiresAt: null };
	const expires = new URL(url).searchParams.get('expires');
	return { url, urlExpiresAt: expires && isoTimeOfUnixSeconds(Number(expires)) };
}
