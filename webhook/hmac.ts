import { createHmac, timingSafeEqual } from 'node:crypto';
import { decodeBase64, decodeBase64Url, decodeHex } from './encoding';
import { header } from './header';
import type { Authenticated, Delivery } from './provider';
import { refuse, type Refusal } from './refusal';

export type HmacAlgorithm = keyof typeof digestBytes;

const decoders = { hex: decodeHex, base64: decodeBase64, base64url: decodeBase64Url };

const digestBytes = { sha1: 20, sha256: 32, sha512: 64 } as const;

/** Where a provider puts its signature. */
export interface HmacScheme {
	/** The header with the digest. */
	readonly header: string;
	readonly encoding: keyof typeof decoders;
	/** What stands before the digest, such as `sha256=`; required where it is set. */
	readonly prefix?: string;
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
	const { prefix = '' } = scheme;
	const digest = value.startsWith(prefix) ? decodeDigest(value.slice(prefix.length), scheme) : null;
	if (digest === null) {
		const form = `${prefix === '' ? '' : `${prefix} and `}one digest in ${scheme.encoding}`;
		return refuse('signature_malformed', `The ${scheme.header} header is not ${form}.`);
	}
	return { ok: true, digest };
}

/** @returns null when the text is not one digest of the scheme's length in the scheme's encoding */
export function decodeDigest(
	text: string,
	{ encoding, algorithm = 'sha256' }: Pick<HmacScheme, 'encoding' | 'algorithm'>,
): Buffer | null {
	const digest = decoders[encoding](text);
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
