import { decryptGcm } from '../../webhook/aes';
import { decodeBase64, decodeUtf8 } from '../../webhook/encoding';
import { fields, text } from '../../webhook/fields';
import { checkFreshness, parseUnixTime } from '../../webhook/freshness';
import { header } from '../../webhook/header';
import { type HmacScheme, matchesHmac, readDigest, signatureMismatch } from '../../webhook/hmac';
import { parseJsonObject } from '../../webhook/json';
import { deriveKey } from '../../webhook/pbkdf2';
import type { Authenticated, Clock, Delivery } from '../../webhook/provider';
import { refuse, type Refusal } from '../../webhook/refusal';

const scheme: HmacScheme = { header: 'x-signature', encoding: 'hex', field: 'Signature Secret' };

/**
 * Checks signature and time of the encrypted wrapper.
 * @returns null when both are right
 */
export function verifyWrapper(delivery: Delivery, keys: readonly string[], clock: Clock): Refusal | null {
	const claimed = readDigest(delivery, scheme);
	if (!claimed.ok) return claimed;
	const timestamp = header(delivery, 'x-timestamp');
	if (timestamp === null) {
		return refuse('timestamp_missing', 'The x-timestamp header is missing; the signature covers it.');
	}
	const signedAt = parseUnixTime(timestamp);
	if (signedAt === null) {
		return refuse(
			'timestamp_malformed',
			'The x-timestamp header is not a Unix time in seconds (10 digits) or milliseconds (13 digits).',
		);
	}
	const signs = (body: string | Uint8Array) => matchesHmac(keys, [timestamp, '.', body], [claimed.digest]);
	const compact = () => compactJson(delivery.rawBody);
	if (!signs(delivery.rawBody) && !signs(compact() ?? delivery.rawBody)) return signatureMismatch(scheme);
	return checkFreshness(signedAt, clock, 'The x-timestamp header');
}

/**
 * The provider may sign its own serialisation of the wrapper, without white space. Only what looks
 * like a wrapper is parsed, so that a large body of something else costs nothing.
 */
function compactJson(rawBody: Buffer): string | null {
	const body = rawBody.toString('utf8');
	return WRAPPER.test(body) ? JSON.stringify(parseJsonObject(body)) : null;
}

/** Three texts of base64, its slashes escaped or not. */
const WRAPPER = /^\s*\{(?:\s*"(?:iv|data|tag)"\s*:\s*"[\w+/=\\]*"\s*[,}]){3}\s*$/;

/** PBKDF2 as the documentation's sample code has it. */
const keyDerivation = { iterations: 10_000, keyBytes: 32 };

/** Decrypts the wrapper with the first of the keys that fits. */
export async function decryptWrapper(
	{ rawBody }: Delivery,
	keys: ReadonlyArray<{ secret: string; salt: string }>,
): Promise<Authenticated> {
	const wrapper = wrapperFields.parse(parseJsonObject(decodeUtf8(rawBody) ?? ''));
	const iv = decodeBase64(wrapper.iv ?? '');
	const data = decodeBase64(wrapper.data ?? '');
	const tag = decodeBase64(wrapper.tag ?? '');
	for (const { secret, salt } of keys) {
		const key = await deriveKey(Buffer.from(secret, 'base64'), salt, keyDerivation);
		const payload = iv && data && tag && decryptGcm(key, iv, data, tag);
		if (payload) return { ok: true, payload };
	}
	return refuse(
		'decryption_failed',
		"The signature is right but the body cannot be decrypted; compare Encryption Secret and Encryption Salt in the credential with the provider's dashboard.",
	);
}

const wrapperFields = fields({ iv: text, data: text, tag: text });
