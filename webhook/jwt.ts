import { errors, jwtVerify, type JWTPayload } from 'jose';
import { decodeBase64Url } from './encoding';
import type { Clock } from './provider';
import { refuse, type Refusal } from './refusal';

export interface JwtScheme {
	/** The one algorithm that is accepted, whatever the token's header says. */
	readonly algorithm: 'HS256';
	/** Required of a token that names an issuer. */
	readonly issuer: string;
	/** The credential field with the key, as the user sees it. */
	readonly field: string;
}

/**
 * Verifies a compact JWT (RFC 7519). `exp` and `nbf` count when present.
 * @param keys the secrets in use, as UTF-8 text
 */
export async function verifyJwt(
	token: string,
	scheme: JwtScheme,
	keys: readonly string[],
	clock: Clock,
): Promise<{ ok: true; claims: JWTPayload; payload: Buffer } | Refusal> {
	// jose itself takes white space and the standard alphabet.
	const parts = token.split('.', 4).map(decodeBase64Url);
	const payload = parts[1];
	if (parts.length !== 3 || !payload || parts.includes(null)) return malformed();
	let refusal: Refusal = malformed();
	for (const key of keys) {
		try {
			const { payload: claims } = await jwtVerify(token, Buffer.from(key), {
				algorithms: [scheme.algorithm],
				currentDate: new Date(clock.now),
			});
			const { iss } = claims;
			return iss === undefined || iss === scheme.issuer ? { ok: true, claims, payload } : claimsInvalid();
		} catch (error) {
			refusal = refusalOf(error, scheme);
			if (refusal.code !== 'signature_mismatch') return refusal;
		}
	}
	return refusal;
}

/** https://github.com/panva/jose/blob/main/src/util/errors.ts lists the errors. */
function refusalOf(error: unknown, { algorithm, field }: JwtScheme): Refusal {
	if (error instanceof errors.JWSSignatureVerificationFailed) {
		return refuse(
			'signature_mismatch',
			`The token's signature does not match; compare ${field} in the credential with the provider's dashboard.`,
		);
	}
	if (error instanceof errors.JOSEAlgNotAllowed) {
		return refuse('token_algorithm_not_allowed', `The token is not signed with ${algorithm}.`);
	}
	if (error instanceof errors.JWTClaimValidationFailed && error.claim === 'iat') {
		return refuse('timestamp_malformed', 'The iat claim of the token is not a number.');
	}
	if (error instanceof errors.JWTExpired || error instanceof errors.JWTClaimValidationFailed) return claimsInvalid();
	if (error instanceof errors.JWTInvalid)
		return refuse('payload_unreadable', 'The token is authentic, but its payload is not a JSON object.');
	return malformed();
}

function malformed(): Refusal {
	return refuse('token_malformed', 'The body is not a signed JSON Web Token.');
}

function claimsInvalid(): Refusal {
	return refuse('token_claims_invalid', 'The token has expired, is not valid yet, or names another issuer.');
}
