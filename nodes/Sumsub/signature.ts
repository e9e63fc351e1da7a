import { header } from '../../webhook/header';
import { authenticateHmac, type HmacAlgorithm } from '../../webhook/hmac';
import type { Authenticated, Delivery, Secrets } from '../../webhook/provider';
import { refuse } from '../../webhook/refusal';
import { inUse } from '../../webhook/secrets';

export type SecretName = 'secretKey' | 'algorithm' | 'previousSecretKey';

/** The values of a webhook's `signatureAlgorithm`, and of the algorithm header. */
export const algorithms = new Map<string, HmacAlgorithm>([
	['HMAC_SHA256_HEX', 'sha256'],
	['HMAC_SHA512_HEX', 'sha512'],
	['HMAC_SHA1_HEX', 'sha1'],
]);

/** What a missing algorithm header stands for, in https://github.com/SumSubstance/agent-skills. */
const UNNAMED = 'HMAC_SHA256_HEX';

/** The rest of a sentence that says what is wrong with an algorithm; null when nothing is. */
export function algorithmProblem(algorithm: string): string | null {
	return algorithms.has(algorithm)
		? null
		: `must be one of ${[...algorithms.keys()].join(', ')}: choose the one that the webhook is set to`;
}

/**
 * The algorithm is the credential's. The header that names it is not signed: it can only contradict,
 * else a stranger could choose the weakest.
 */
export function authenticateDigest(
	delivery: Delivery,
	{ secretKey, algorithm, previousSecretKey }: Secrets<SecretName>,
): Authenticated {
	const isSigned = header(delivery, 'x-payload-digest') !== null;
	if (isSigned && (header(delivery, 'x-payload-digest-alg') ?? UNNAMED) !== algorithm) {
		return refuse(
			'signature_malformed',
			'The x-payload-digest-alg header (SHA-256 where it is missing) does not name the algorithm of the credential; choose the same Signature Algorithm in the credential as in the provider.',
		);
	}
	return authenticateHmac(
		delivery,
		{ header: 'x-payload-digest', encoding: 'hex', algorithm: algorithms.get(algorithm), field: 'Secret Key' },
		inUse(secretKey, previousSecretKey),
	);
}
