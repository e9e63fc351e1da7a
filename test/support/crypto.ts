import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cbc } from '@noble/ciphers/aes.js';
import { hmac as nobleHmac } from '@noble/hashes/hmac.js';
import { sha1 } from '@noble/hashes/legacy.js';
import { sha256 as sha2, sha384, sha512 } from '@noble/hashes/sha2.js';

/** The sending side of the providers, with libraries that share no code with `node:crypto`, the one under test. */

const hashes = { sha1, sha256: sha2, sha384, sha512 };

function bytes(text: string | Uint8Array): Uint8Array {
	return new Uint8Array(Buffer.from(text));
}

/** @param key as UTF-8 text */
export function hmac(key: string, message: string | Uint8Array, hash: keyof typeof hashes = 'sha256'): Buffer {
	return Buffer.from(nobleHmac(hashes[hash], bytes(key), bytes(message)));
}

/** Without a key. */
export function sha256(message: string | Uint8Array): Buffer {
	return Buffer.from(sha2(bytes(message)));
}

/** AES-256-CBC with PKCS#7 padding. */
export function encryptCbc(key: string | Uint8Array, iv: Uint8Array, plaintext: string | Uint8Array): Buffer {
	return Buffer.from(cbc(bytes(key), bytes(iv)).encrypt(bytes(plaintext)));
}

/** AES-256-CBC of whole blocks, which then need not end in a right padding. */
export function encryptCbcUnpadded(key: string | Uint8Array, iv: Uint8Array, plaintext: Uint8Array): Buffer {
	return Buffer.from(cbc(bytes(key), bytes(iv), { disablePadding: true }).encrypt(bytes(plaintext)));
}

/** One segment of a JWT. Text is taken as it is, anything else as its JSON. */
export function segment(content: string | Uint8Array | Readonly<Record<string, unknown>>): string {
	const isRaw = typeof content === 'string' || content instanceof Uint8Array;
	return Buffer.from(isRaw ? content : JSON.stringify(content)).toString('base64url');
}

type Content = Parameters<typeof segment>[0];

/** A compact JWT with an HMAC over the first two segments (RFC 7515, section 3.1). */
export function jwt(
	key: string,
	claims: Content,
	header: Content = { alg: 'HS256', typ: 'JWT' },
	hash?: keyof typeof hashes,
) {
	const input = `${segment(header)}.${segment(claims)}`;
	return `${input}.${hmac(key, input, hash).toString('base64url')}`;
}

function openssl(args: readonly string[], input = ''): Buffer {
	return execFileSync('openssl', args, { input, stdio: 'pipe' });
}

/** A new RSA key pair, and what it signs with RSASSA-PKCS1-v1_5 and SHA-256, with the `openssl` command. */
export function rsaSigner(): { publicKey: string; jwt(claims: Content, header: Content): string; dispose(): void } {
	const folder = mkdtempSync(join(tmpdir(), 'rsa-'));
	const privateFile = join(folder, 'private.pem');
	const publicFile = join(folder, 'public.pem');
	openssl(['genpkey', '-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048', '-out', privateFile]);
	openssl(['pkey', '-in', privateFile, '-pubout', '-out', publicFile]);
	return {
		publicKey: readFileSync(publicFile, 'utf8').trim(),
		jwt(claims, header) {
			const input = `${segment(header)}.${segment(claims)}`;
			const signature = openssl(['dgst', '-sha256', '-sign', privateFile, '-binary'], input);
			return `${input}.${signature.toString('base64url')}`;
		},
		dispose: () => rmSync(folder, { recursive: true }),
	};
}
