import { errors, jwtVerify, type JWTPayload } from 'jose';
import { decodeBase64Url, decodeUtf8 } from './encoding';
import { parseJsonObject } from './json';
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

/** Longest protected header, encoded: strangers must not have more of it parsed before the signature is looked at. */
export const MAX_HEADER_CHARACTERS = 1024;

/**
 * Verifies a compact JWT (RFC 7519). `exp` and `nbf` count when present.
 * @param keys the secrets in use, as UTF-8 text
 * @returns as `payload` the bytes that the signature covers, of which nothing else is ever parsed
 */
export async function verifyJwt(
	token: string,
	scheme: JwtScheme,
	keys: readonly string[],
	clock: Clock,
): Promise<{ ok: true; claims: JWTPayload; payload: Buffer } | Refusal> {
	if (token.indexOf('.') > MAX_HEADER_CHARACTERS) return malformed();
	// jose itself takes white space and the standard alphabet.
	const parts = token.split('.', 4).map(decodeBase64Url);
	const [header, payload] = parts;
	if (parts.length !== 3 || !header || !payload || parts.includes(null) || isExtended(header)) return malformed();
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

/**
 * Whether the header asks for an extension, of which none is understood (RFC 7515, section 4.1.11). jose knows one,
 * `b64`, which no JWT may use (RFC 7797, section 7): it changes what is signed.
 */
function isExtended(header: Uint8Array): boolean {
	const names = parseJsonObject(decodeUtf8(header) ?? '') ?? {};
	return Object.hasOwn(names, 'crit') || Object.hasOwn(names, 'b64');
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
