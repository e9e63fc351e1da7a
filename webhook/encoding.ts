/**
 * Strict decoders. Node's own skip what they do not know, so that `digest + "ZZ"` and `digest`
 * decode to the same bytes; these return null for anything but the one canonical text.
 */

const HEX = /^(?:[0-9a-f]{2})*$/i;

/** Hexadecimal in either case (RFC 4648, section 8). */
export function decodeHex(text: string): Buffer | null {
	return HEX.test(text) ? Buffer.from(text, 'hex') : null;
}

/** Padded base64 with the standard alphabet (RFC 4648, section 4). */
export function decodeBase64(text: string): Buffer | null {
	return decodeCanonical(text, 'base64');
}

/** Unpadded base64url as JWTs use it (RFC 7515, section 2). */
export function decodeBase64Url(text: string): Buffer | null {
	return decodeCanonical(text, 'base64url');
}

function decodeCanonical(text: string, encoding: 'base64' | 'base64url'): Buffer | null {
	const bytes = Buffer.from(text, encoding);
	return bytes.toString(encoding) === text ? bytes : null;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** UTF-8 without malformed sequences; a leading byte order mark is dropped. */
export function decodeUtf8(bytes: Uint8Array): string | null {
	try {
		return utf8.decode(bytes);
	} catch {
		return null;
	}
}
