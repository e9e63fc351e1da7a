import { checkFreshness, parseUnixTime } from './freshness';
import { header } from './header';
import { decodeDigest, matchesHmac, signatureMismatch } from './hmac';
import type { Authenticated, Clock, Delivery } from './provider';
import { refuse, type Refusal } from './refusal';

export interface TimestampedHmacScheme {
	readonly header: string;
	/** The credential field with the key, as the user sees it. */
	readonly field: string;
	/** The name of the entries with the signatures; `v1` unless it is named. */
	readonly entry?: string;
	/** Whether a space may stand behind a comma. */
	readonly isSpaced?: boolean;
}

/** One `t=<Unix seconds>,v1=<hex>[,v1=<hex>]`. */
interface SignatureSet {
	readonly timestamp: string;
	/** Milliseconds. */
	readonly signedAt: number;
	readonly digests: readonly Buffer[];
}

/** While a secret is rotated there are two. More would let a stranger make us hash the body as often. */
const MAX_SETS = 2;

/**
 * A header `t=<Unix seconds>,v1=<hex HMAC-SHA256 of "{t}.{raw body}">`. Several v1 may stand in a
 * set, and two sets in the header, separated by a space: any one may match. Other entries count for nothing. See https://docs.stripe.com/webhooks#verify-manually.
 * @param keys the secrets in use
 */
export function authenticateTimestampedHmac(
	delivery: Delivery,
	scheme: TimestampedHmacScheme,
	keys: readonly string[],
	clock: Clock,
): Authenticated {
	const value = header(delivery, scheme.header);
	if (value === null) return missing(scheme);
	const texts = (scheme.isSpaced ? value.replaceAll(', ', ',') : value).split(' ');
	if (texts.length > MAX_SETS) return malformed(scheme);
	const sets: SignatureSet[] = [];
	for (const text of texts) {
		const set = readSet(text, scheme);
		if (!set.ok) return set;
		sets.push(set);
	}
	const matching = sets.filter(({ timestamp, digests }) =>
		matchesHmac(keys, [timestamp, '.', delivery.rawBody], digests),
	);
	let refusal: Refusal | null = signatureMismatch(scheme);
	for (const { signedAt } of matching) {
		refusal = checkFreshness(signedAt, clock, `The time in the ${scheme.header} header`);
		if (refusal === null) break;
	}
	return refusal ?? { ok: true, payload: delivery.rawBody };
}

function readSet(text: string, scheme: TimestampedHmacScheme): ({ ok: true } & SignatureSet) | Refusal {
	const entries = text.split(',').map((entry) => /^(\w+)=(.*)$/.exec(entry));
	if (entries.includes(null)) return malformed(scheme);
	const valuesOf = (name: string) => entries.flatMap((entry) => (entry?.[1] === name ? [entry[2] ?? ''] : []));
	const [timestamp, ...furtherTimestamps] = valuesOf('t');
	const signatures = valuesOf(scheme.entry ?? 'v1');
	if (timestamp === undefined) return refuse('timestamp_missing', `The ${scheme.header} header has no t.`);
	const signedAt = timestamp.length === 10 ? parseUnixTime(timestamp) : null;
	if (signedAt === null || furtherTimestamps.length > 0) {
		return refuse('timestamp_malformed', `The t of the ${scheme.header} header is not one Unix time in seconds.`);
	}
	if (signatures.length === 0) return missing(scheme);
	const digests = signatures.flatMap((signature) => decodeDigest(signature, { encoding: 'hex' }) ?? []);
	return digests.length === signatures.length ? { ok: true, timestamp, signedAt, digests } : malformed(scheme);
}

function missing({ header: name, entry = 'v1' }: TimestampedHmacScheme): Refusal {
	return refuse(
		'signature_missing',
		`The ${name} header with a ${entry} signature is missing; only deliveries signed by the provider are accepted.`,
	);
}

function malformed({ header: name, entry = 'v1' }: TimestampedHmacScheme): Refusal {
	return refuse('signature_malformed', `The ${name} header is not of the form t=<Unix seconds>,${entry}=<hex>.`);
}
