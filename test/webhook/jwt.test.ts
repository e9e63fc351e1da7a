import { verifyJwt, type JwtScheme } from '../../webhook/jwt';
import type { RefusalCode } from '../../webhook/refusal';
import { hmac, jwt, rsaSigner, segment } from '../support/crypto';
import { expectRefusal, NOW } from '../support/reception';
import { inTime } from '../support/cpu';
import { refused } from './refused';

const scheme: JwtScheme = { algorithm: 'HS256', issuer: 'Truora', field: 'Signing Key' };
const key = 'kl\u00e4vier, the signing key as it is shown';
const seconds = Math.floor(NOW / 1000);
const claims = { events: [{ id: 'HKE1', name: 'Jos\u00e9' }], iat: seconds, iss: 'Truora' };
const token = jwt(key, claims);

const verify = (text: string, keys = [key]) => verifyJwt(text, scheme, keys, { now: NOW, tolerance: 0 });

describe('verifyJwt', () => {
	it('hands out the claims, and the bytes that were signed', async () => {
		const payload = Buffer.from(JSON.stringify(claims));
		expect(await verify(token)).toEqual({ ok: true, claims, payload });
		expect(await verify(jwt(key, ` ${JSON.stringify(claims)}\n`))).toMatchObject({ ok: true, claims });
	});

	it.each([
		['without a type', { alg: 'HS256' }],
		['of another type', { alg: 'HS256', typ: 'at+jwt' }],
		[
			'with a key id and a header that nobody knows',
			{ alg: 'HS256', kid: '../../dev/null', jku: 'https://evil.example' },
		],
	])('accepts a token %s', async (_, header) => {
		expect((await verify(jwt(key, claims, header))).ok).toBe(true);
	});

	it('accepts either secret while a rotation is under way, and none when there are none', async () => {
		expect((await verify(token, ['new', key])).ok).toBe(true);
		expect((await verify(token, [key, 'old'])).ok).toBe(true);
		expect(refused(await verify(token, ['new', 'old'])).code).toBe('signature_mismatch');
		expect(refused(await verify(token, [])).code).toBe('token_malformed');
	});

	it('takes the key for UTF-8 text', async () => {
		expect((await verify(jwt('\u00e4', claims), ['\u00e4'])).ok).toBe(true);
		expect((await verify(jwt('a\u0308', claims), ['\u00e4'])).ok).toBe(false);
	});
});

const [head = '', body = '', signature = ''] = token.split('.');
const otherBody = segment({ ...claims, events: [{ id: 'HKE2' }] });
const expired = jwt(key, { ...claims, exp: seconds - 1 });

const refusals: Record<string, [RefusalCode, string]> = {
	'an empty text': ['token_malformed', ''],
	'one part': ['token_malformed', head],
	'two parts': ['token_malformed', `${head}.${body}`],
	'four parts': ['token_malformed', `${token}.${signature}`],
	'five parts, as in an encrypted token': ['token_malformed', `${head}.${body}.${signature}.${body}.${signature}`],
	'a dot behind': ['token_malformed', `${token}.`],
	'three empty parts': ['token_malformed', '..'],
	'a mebibyte of dots': ['token_malformed', '.'.repeat(1024 * 1024)],
	'a header that is not JSON': ['token_malformed', `${segment('HS256')}.${body}.${signature}`],
	'a header that is a list': ['token_malformed', `${segment('[]')}.${body}.${signature}`],
	'a header without an algorithm': ['token_malformed', jwt(key, claims, { typ: 'JWT' })],
	'an algorithm that is a list': ['token_malformed', jwt(key, claims, '{"alg":["HS256"]}')],
	'a critical extension that nobody knows': [
		'token_malformed',
		jwt(key, claims, { alg: 'HS256', crit: ['exp'], exp: 1 }),
	],
	'an extension that jose knows, off': [
		'token_malformed',
		jwt(key, claims, { alg: 'HS256', crit: ['b64'], b64: false }),
	],
	'an extension that jose knows, on': ['token_malformed', jwt(key, claims, { alg: 'HS256', crit: ['b64'], b64: true })],
	'an extension that nobody has to understand': ['token_malformed', jwt(key, claims, { alg: 'HS256', b64: false })],
	'an empty list of extensions': ['token_malformed', jwt(key, claims, { alg: 'HS256', crit: [] })],
	'a body that is signed without its encoding': ['token_malformed', unencoded()],
	'padding behind the signature': ['token_malformed', `${token}=`],
	'white space behind the signature': ['token_malformed', `${token} `],
	'a line feed in the body': ['token_malformed', `${head}.${body.slice(0, 4)}\n${body.slice(4)}.${signature}`],
	'a signature in the standard alphabet': [
		'token_malformed',
		`${head}.${body}.${Buffer.from(signature, 'base64url').toString('base64')}`,
	],
	'the JSON serialization': ['token_malformed', JSON.stringify({ protected: head, payload: body, signature })],
	'no signature': ['signature_mismatch', `${head}.${body}.`],
	'half a signature': ['signature_mismatch', `${head}.${body}.${signature.slice(0, 20)}`],
	'the signature of another body': ['signature_mismatch', `${head}.${otherBody}.${signature}`],
	'another key': ['signature_mismatch', jwt('another key', claims)],
	'an expired token under another key': ['signature_mismatch', jwt('another key', { ...claims, exp: 1 })],
	'a body that is not JSON': ['payload_unreadable', jwt(key, 'events')],
	'a body that is a list': ['payload_unreadable', jwt(key, '[]')],
	'a body that is not UTF-8': ['payload_unreadable', jwt(key, Buffer.from([0x7b, 0xff, 0x7d]))],
	'an empty body': ['payload_unreadable', jwt(key, '')],
	'an expired token': ['token_claims_invalid', expired],
	'a token that expires now': ['token_claims_invalid', jwt(key, { ...claims, exp: seconds })],
	'a token that is not valid yet': ['token_claims_invalid', jwt(key, { ...claims, nbf: seconds + 1 })],
	'an expiry that is text': ['token_claims_invalid', jwt(key, { ...claims, exp: String(seconds + 60) })],
	'another issuer': ['token_claims_invalid', jwt(key, { ...claims, iss: 'truora' })],
	'an issuer that is a list': ['token_claims_invalid', jwt(key, { ...claims, iss: ['Truora'] })],
	'an issuer that is null': ['token_claims_invalid', jwt(key, { ...claims, iss: null })],
};

/** As RFC 7797 has it: the signature covers the body itself. Whoever looks at the encoded body must not take it. */
function unencoded(): string {
	const extended = segment({ alg: 'HS256', crit: ['b64'], b64: false });
	return `${extended}.${body}.${hmac(key, `${extended}.${JSON.stringify(claims)}`).toString('base64url')}`;
}

/** A header of so many characters, once it is encoded. */
function headOf(characters: number): string {
	const empty = JSON.stringify({ alg: 'HS256', kid: '' });
	return JSON.stringify({ alg: 'HS256', kid: 'k'.repeat(Math.floor((characters * 3) / 4) - empty.length) });
}

describe('the header of a token', () => {
	it('may take one KiB, encoded', async () => {
		const longest = jwt(key, claims, headOf(1024));
		expect(longest.indexOf('.')).toBe(1024);
		expect((await verify(longest)).ok).toBe(true);
	});

	it.each([1026, 1028, 4096, 1_000_000])('may not take %i characters, even when it is signed', async (characters) => {
		const longer = jwt(key, claims, headOf(characters));
		expect(longer.indexOf('.')).toBe(characters);
		expectRefusal(await inTime(() => verify(longer)).then(refused), 'token_malformed', [key]);
	});
});

it.each([
	['the header', `${'A'.repeat(1_000_000)}.${body}.${signature}`, 'token_malformed'],
	['the body', `${head}.${'A'.repeat(1_000_000)}.${signature}`, 'signature_mismatch'],
	['the signature', `${head}.${body}.${'A'.repeat(1_000_000)}`, 'signature_mismatch'],
	['lists in lists as the header', `${segment('['.repeat(750_000))}.${body}.${signature}`, 'token_malformed'],
] as const)('a forged token whose bulk is %s costs nearly nothing', async (_, forged, code) => {
	expectRefusal(await inTime(() => verify(forged)).then(refused), code, [key]);
});

describe('a refused token', () => {
	it.each(Object.entries(refusals))('is one with %s', async (_, [code, text]) => {
		expectRefusal(refused(await verify(text)), code, [key, token, signature]);
	});

	it.each(['none', 'None', 'NONE', '', 'HS384', 'HS512', 'RS256', 'PS256', 'ES256', 'EdDSA', 'hs256', 'A128KW'])(
		'is one of the algorithm %j, whatever its signature',
		async (alg) => {
			const code = alg === '' ? 'token_malformed' : 'token_algorithm_not_allowed';
			expect(refused(await verify(jwt(key, claims, { alg, typ: 'JWT' }))).code).toBe(code);
			expect(refused(await verify(`${segment({ alg })}.${body}.`)).code).toBe(code);
		},
	);

	it('is one that HS512 signs under the right key', async () => {
		const answer = refused(await verify(jwt(key, claims, { alg: 'HS512' }, 'sha512')));
		expectRefusal(answer, 'token_algorithm_not_allowed', [key]);
	});

	it('is one that RS256 signs, also where the public key is known', async () => {
		const rsa = rsaSigner();
		try {
			const signed = rsa.jwt(claims, { alg: 'RS256' });
			expect(refused(await verify(signed, [rsa.publicKey])).code).toBe('token_algorithm_not_allowed');
			expect(refused(await verify(signed, [key])).code).toBe('token_algorithm_not_allowed');
		} finally {
			rsa.dispose();
		}
	});

	it('is one in which any bit of a part is flipped', async () => {
		const parts = [head, body, signature].map((part) => Buffer.from(part, 'base64url'));
		for (const [index, part] of parts.entries()) {
			for (let bit = 0; bit < part.length * 8; bit++) {
				const flipped = Buffer.from(part);
				flipped[bit >> 3]! ^= 1 << (bit & 7);
				const changed = parts.map((bytes, each) => (each === index ? flipped : bytes).toString('base64url'));
				expect((await verify(changed.join('.'))).ok).toBe(false);
			}
		}
	});
});

describe('the times and the issuer of a token', () => {
	it.each([
		['expires later', { exp: seconds + 1 }],
		['is valid from now on', { nbf: seconds }],
		['names no issuer', { iss: undefined }],
		['names no time at all', { iat: undefined }],
		['was issued long ago', { iat: 1 }],
		['will be issued later', { iat: seconds + 86_400 }],
	])('let in a token that %s', async (_, changed) => {
		expect((await verify(jwt(key, { ...claims, ...changed }))).ok).toBe(true);
	});

	it('are not looked at before the signature is', async () => {
		const [, expiredBody] = expired.split('.');
		expect(refused(await verify(`${head}.${expiredBody}.${signature}`)).code).toBe('signature_mismatch');
	});
});
