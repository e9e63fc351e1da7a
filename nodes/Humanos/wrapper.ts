import { decryptGcm } from '../../webhook/aes';
import { decodeBase64, decodeUtf8 } from '../../webhook/encoding';
import { fields, text } from '../../webhook/fields';
import { checkFreshness, parseUnixTime } from '../../webhook/freshness';
import { header } from '../../webhook/header';
import { type HmacScheme, matchesHmac, readDigest, signatureMismatch } from '../../webhook/hmac';
import { type JsonObject, parseJsonObject } from '../../webhook/json';
import { deriveKey } from '../../webhook/pbkdf2';
import type { Clock, Delivery } from '../../webhook/provider';
import { refuse, type Refusal } from '../../webhook/refusal';

const scheme: HmacScheme = { header: 'x-signature', encoding: 'hex', field: 'Signature Secret' };

/** The wrapper that the provider signed, and the text of the time that it signed with it. */
export interface Verified {
	readonly ok: true;
	/** Null when what is signed is no JSON object. */
	readonly wrapper: JsonObject | null;
	readonly timestamp: string;
}

/** Checks signature and time of the encrypted wrapper. */
export function verifyWrapper(delivery: Delivery, keys: readonly string[], clock: Clock): Verified | Refusal {
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
	const body = decodeUtf8(delivery.rawBody) ?? '';
	if (!signs(delivery.rawBody) && !signsCompact(body, signs)) return signatureMismatch(scheme);
	const stale = checkFreshness(signedAt, clock, 'The x-timestamp header');
	return stale ?? { ok: true, wrapper: parseJsonObject(body), timestamp };
}

/**
 * The provider may sign its own serialisation of the wrapper, without white space. Only what is a wrapper, each of its
 * three texts once, is written anew: what says more, or says a thing twice, must not change its meaning by it.
 */
function signsCompact(body: string, signs: (text: string) => boolean): boolean {
	const wrapper = WRAPPER.test(body) ? parseJsonObject(body) : null;
	return wrapper !== null && Object.keys(wrapper).length === 3 && signs(JSON.stringify(wrapper));
}

/** Three texts of base64, its slashes escaped or not. A large body of something else costs nothing. */
const WRAPPER = /^\s*\{(?:\s*"(?:iv|data|tag)"\s*:\s*"[\w+/=\\]*"\s*[,}]){3}\s*$/;

/** PBKDF2 as the documentation's sample code has it. */
const keyDerivation = { iterations: 10_000, keyBytes: 32 };

/**
 * Decrypts the wrapper with the first of the keys that fits.
 * @returns the plaintext, or null when none does
 */
export async function decryptWrapper(
	wrapper: JsonObject | null,
	keys: ReadonlyArray<{ secret: string; salt: string }>,
): Promise<Uint8Array | null> {
	const texts = wrapperFields.parse(wrapper);
	const iv = decodeBase64(texts.iv ?? '');
	const data = decodeBase64(texts.data ?? '');
	const tag = decodeBase64(texts.tag ?? '');
	if (!iv || !data || !tag) return null;
	for (const { secret, salt } of keys) {
		const key = await deriveKey(Buffer.from(secret, 'base64'), salt, keyDerivation).catch(() => null);
		const payload = key && decryptGcm(key, iv, data, tag);
		if (payload) return payload;
	}
	return null;
}

const wrapperFields = fields({ iv: text, data: text, tag: text });
