import { createHash, timingSafeEqual } from 'node:crypto';
import { type HmacScheme, readDigest, signatureMismatch } from '../../webhook/hmac';
import type { Authenticated, Delivery } from '../../webhook/provider';

const scheme: HmacScheme = { header: 'Signature', encoding: 'hex', field: 'Secret Key' };

/**
 * Compares the `Signature` header, in constant time, with the hex SHA-256 of the raw body followed
 * by the hex SHA-256 of the secret key, as https://developers.shuftipro.com has it. The older
 * scheme, with the secret key itself behind the body, is refused.
 * @param secrets those in use, as UTF-8 text
 */
export function authenticateSignature(delivery: Delivery, secrets: readonly string[]): Authenticated {
	const claimed = readDigest(delivery, scheme);
	if (!claimed.ok) return claimed;
	const body = createHash('sha256').update(delivery.rawBody);
	const matches = secrets.some((secret) => {
		const hashedSecret = createHash('sha256').update(secret).digest('hex');
		return timingSafeEqual(body.copy().update(hashedSecret).digest(), claimed.digest);
	});
	return matches ? { ok: true, payload: delivery.rawBody } : signatureMismatch(scheme);
}
