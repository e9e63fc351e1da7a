import { createHmac, timingSafeEqual } from 'node:crypto';
import { decodeBase64, decodeHex } from './encoding';
import { header } from './header';
import type { Authenticated, Delivery } from './provider';
import { refuse, type Refusal } from './refusal';

/** Where a provider puts its signature. */
export interface HmacScheme {
	/** The header with the digest. */
	readonly header: string;
	readonly encoding: 'hex' | 'base64';
	/** The credential field with the key, as the user sees it. */
	readonly field: string;
}

const SHA256_BYTES = 32;

/** The digest that a delivery claims to have. */
export function readDigest(delivery: Delivery, scheme: HmacScheme): { ok: true; digest: Buffer } | Refusal {
	const value = header(delivery, scheme.header);
	if (value === null) {
		return refuse(
			'signature_missing',
			`The ${scheme.header} header is missing; only deliveries signed by the provider are accepted.`,
		);
	}
	const digest = scheme.encoding === 'hex' ? decodeHex(value) : decodeBase64(value);
	if (digest?.length !== SHA256_BYTES) {
		return refuse(
			'signature_malformed',
			`The ${scheme.header} header is not one SHA-256 digest in ${scheme.encoding}.`,
		);
	}
	return { ok: true, digest };
}

/**
 * Whether the digest is the HMAC-SHA256 of the parts under any of the keys, in constant time.
 * @param keys as UTF-8 text
 * @param digest 32 bytes
 */
export function matchesHmac(keys: readonly string[], parts: readonly (string | Uint8Array)[], digest: Buffer): boolean {
	return keys.some((key) => {
		const hmac = createHmac('sha256', key);
		for (const part of parts) hmac.update(part);
		return timingSafeEqual(hmac.digest(), digest);
	});
}

export function signatureMismatch(scheme: HmacScheme): Refusal {
	return refuse(
		'signature_mismatch',
		`The ${scheme.header} header does not match the body; compare ${scheme.field} in the credential with the provider's dashboard.`,
	);
}

/**
 * The commonest scheme: a header with the HMAC-SHA256 of the raw body.
 * @param keys the secrets in use
 */
export function authenticateHmac(delivery: Delivery, scheme: HmacScheme, keys: readonly string[]): Authenticated {
	const claimed = readDigest(delivery, scheme);
	if (!claimed.ok) return claimed;
	if (!matchesHmac(keys, [delivery.rawBody], claimed.digest)) return signatureMismatch(scheme);
	return { ok: true, payload: delivery.rawBody };
}
