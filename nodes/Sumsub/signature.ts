import { header } from '../../webhook/header';
import { type HmacAlgorithm, matchesHmac, readDigest, signatureMismatch } from '../../webhook/hmac';
import type { Authenticated, Delivery, Secrets } from '../../webhook/provider';
import { inUse } from '../../webhook/secrets';

export type SecretName = 'secretKey' | 'algorithm' | 'previousSecretKey';

/** The values of a webhook's `signatureAlgorithm`, and of the algorithm header. */
export const algorithms = new Map<string, HmacAlgorithm>([
	['HMAC_SHA256_HEX', 'sha256'],
	['HMAC_SHA512_HEX', 'sha512'],
	['HMAC_SHA1_HEX', 'sha1'],
]);

const scheme = {
	header: 'x-payload-digest',
	encoding: 'hex',
	field: 'Secret Key and Signature Algorithm',
} as const;

/** The rest of a sentence that says what is wrong with an algorithm; null when nothing is. */
export function algorithmProblem(algorithm: string): string | null {
	return algorithms.has(algorithm)
		? null
		: `must be one of ${[...algorithms.keys()].join(', ')}: choose the one that the webhook is set to`;
}

/**
 * The algorithm is the credential's. The header that names it is not signed: it can only contradict, else a stranger
 * could choose the weakest. A digest of any of the three is answered in one way, whatever the header names, so that
 * the answer does not tell which one the credential has.
 */
export function authenticateDigest(
	delivery: Delivery,
	{ secretKey, algorithm, previousSecretKey }: Secrets<SecretName>,
): Authenticated {
	const hash = algorithms.get(algorithm) ?? 'sha256';
	const claimed = readDigest(delivery, { ...scheme, algorithm: hash });
	const isOfAny = [...algorithms.values()].some((other) => readDigest(delivery, { ...scheme, algorithm: other }).ok);
	if (!claimed.ok && !isOfAny) return claimed;
	const digests = claimed.ok ? [claimed.digest] : [];
	const isAuthentic = matchesHmac(inUse(secretKey, previousSecretKey), [delivery.rawBody], digests, hash);
	const isNamed = (header(delivery, 'x-payload-digest-alg') ?? algorithm) === algorithm;
	return isAuthentic && isNamed ? { ok: true, payload: delivery.rawBody } : signatureMismatch(scheme);
}
