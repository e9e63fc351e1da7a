import { createHash, timingSafeEqual } from 'node:crypto';
import { header } from './header';
import type { Authenticated, Delivery } from './provider';
import { refuse } from './refusal';

export interface StaticSecretScheme {
	readonly header: string;
	/** What stands before the secret, such as `Bearer `; required where it is set. */
	readonly prefix?: string;
	/** The credential field with the secret, as the user sees it. */
	readonly field: string;
}

/**
 * A header that must equal a stored value. It proves who sends, not what: whoever has read one delivery can send any
 * other. Digests are compared, because lengths may differ.
 * @param secrets those in use
 */
export function authenticateStaticSecret(
	delivery: Delivery,
	{ header: name, prefix = '', field }: StaticSecretScheme,
	secrets: readonly string[],
): Authenticated {
	const value = header(delivery, name);
	if (value === null) {
		return refuse('signature_missing', `The ${name} header is missing; only deliveries with its secret are accepted.`);
	}
	const matches = secrets.map((secret) => isSame(value, `${prefix}${secret}`));
	if (matches.includes(true)) return { ok: true, payload: delivery.rawBody };
	return refuse(
		'signature_mismatch',
		`The ${name} header does not hold the secret; compare ${field} in the credential with the provider's settings.`,
	);
}

/**
 * HTTP Basic authentication, with user and password in UTF-8: https://www.rfc-editor.org/rfc/rfc7617#section-2
 * @param pairs those in use
 */
export function authenticateBasic(
	delivery: Delivery,
	pairs: readonly { readonly username: string; readonly password: string }[],
): Authenticated {
	const encoded = pairs.map(({ username, password }) => Buffer.from(`${username}:${password}`).toString('base64'));
	const value = header(delivery, 'authorization')?.replace(/^basic +/i, 'Basic ') ?? '';
	return authenticateStaticSecret(
		{ ...delivery, headers: value === '' ? {} : { authorization: value } },
		{ header: 'Authorization', prefix: 'Basic ', field: 'Username and Password' },
		encoded,
	);
}

function isSame(one: string, other: string): boolean {
	return timingSafeEqual(digestOf(one), digestOf(other));
}

function digestOf(text: string): Buffer {
	return createHash('sha256').update(text).digest();
}
