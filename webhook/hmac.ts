import { createHmac, timingSafeEqual } from 'node:crypto';
import { decodeBase64, decodeHex } from './encoding';
import { header } from './header';
import type { Authenticated, Delivery } from './provider';
import { refuse, type Refusal } from './refusal';

export type HmacAlgorithm = keyof typeof digestBytes;

const digestBytes = { sha1: 20, sha256: 32, sha512: 64 } as const;

/** Where a provider puts its signature. */
export interface HmacScheme {
	/** The header with the digest. */
	readonly header: string;
	readonly encoding: 'hex' | 'base64';
	/** SHA-256 unless it is named. */
	readonly algorithm?: HmacAlgorithm;
	/** The credential field with the key, as the user sees it. */
	readonly field: string;
}

/** The digest that a delivery claims to have. */
export function readDigest(delivery: Delivery, scheme: HmacScheme): { ok: true; digest: Buffer } | Refusal {
	const value = header(delivery, scheme.header);
	if (value === null) {
		return refuse(
			'signature_missing',
			`The ${scheme.header} header is missing; only deliveries signed by the provider are accepted.`,
		);
	}
	const digest = decodeDigest(value, scheme);
	if (digest === null) {
		return refuse('signature_malformed', `The ${scheme.header} header is not one digest in ${scheme.encoding}.`);
	}
	return { ok: true, digest };
}

/** @returns null when the text is not one digest of the scheme's length in the scheme's encoding */
export function decodeDigest(
	text: string,
	{ encoding, algorithm = 'sha256' }: Omit<HmacScheme, 'header' | 'field'>,
): Buffer | null {
	const digest = encoding === 'hex' ? decodeHex(text) : decodeBase64(text);
	return digest?.length === digestBytes[algorithm] ? digest : null;
}

/**
 * Whether one of the digests is the HMAC (RFC 2104) of the parts under one of the keys, in constant
 * time. The parts are hashed once per key, however many digests there are.
 * @param keys text counts as UTF-8
 * @param digests each of the algorithm's length
 */
export function matchesHmac(
	keys: readonly (string | Uint8Array)[],
	parts: readonly (string | Uint8Array)[],
	digests: readonly Buffer[],
	algorithm: HmacAlgorithm = 'sha256',
): boolean {
	return keys.some((key) => {
		const hmac = hmacOf(key, parts, algorithm);
		return digests.some((digest) => timingSafeEqual(hmac, digest));
	});
}

function hmacOf(key: string | Uint8Array, parts: readonly (string | Uint8Array)[], algorithm: HmacAlgorithm): Buffer {
	const hmac = createHmac(algorithm, key);
	for (const part of parts) hmac.update(part);
	return hmac.digest();
}

export function signatureMismatch(scheme: Pick<HmacScheme, 'header' | 'field'>): Refusal {
	return refuse(
		'signature_mismatch',
		`The ${scheme.header} header does not match the body; compare ${scheme.field} in the credential with the provider's dashboard.`,
	);
}

/**
 * The commonest scheme: a header with the HMAC of the raw body.
 * @param keys the secrets in use
 */
export function authenticateHmac(delivery: Delivery, scheme: HmacScheme, keys: readonly string[]): Authenticated {
	const claimed = readDigest(delivery, scheme);
	if (!claimed.ok) return claimed;
	if (!matchesHmac(keys, [delivery.rawBody], [claimed.digest], scheme.algorithm)) return signatureMismatch(scheme);
	return { ok: true, payload: delivery.rawBody };
}
