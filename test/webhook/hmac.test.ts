import { randomBytes } from 'node:crypto';
import {
	authenticateHmac,
	decodeDigest,
	matchesHmac,
	readDigest,
	signatureMismatch,
	type HmacScheme,
} from '../../webhook/hmac';
import { hmac } from '../support/crypto';
import { expectRefusal } from '../support/reception';
import { refused } from './refused';

const scheme: HmacScheme = { header: 'X-Signature', encoding: 'hex', field: 'Signing Key' };
const body = Buffer.from('{"status":"AUTO_APPROVED","note":"a\\/b \u00fc"}\n');
const key = 'kl\u00e4vier';
const digest = hmac(key, body);

/** "Jefe" signs "what do ya want for nothing?". */
const published = {
	sha1: 'effcdf6ae5eb2fa2d27416d5f184df9c259a7c79',
	sha256: '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
	sha512:
		'164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea2505549758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737',
} as const;

describe('matchesHmac', () => {
	it.each([
		['RFC 2202, section 3, case 2', 'sha1'],
		['RFC 4231, section 4.3', 'sha256'],
		['RFC 4231, section 4.3', 'sha512'],
	] as const)('agrees with %s (%s)', (_, algorithm) => {
		const parts = ['what do ya want ', Buffer.from('for nothing?')];
		const claimed = Buffer.from(published[algorithm], 'hex');
		expect(matchesHmac(['Jefe'], parts, [claimed], algorithm)).toBe(true);
		expect(matchesHmac([Buffer.from('Jefe')], parts, [claimed], algorithm)).toBe(true);
		claimed[claimed.length - 1]! ^= 1;
		expect(matchesHmac(['Jefe'], parts, [claimed], algorithm)).toBe(false);
	});

	it('takes SHA-256 where no algorithm is named', () => {
		expect(matchesHmac([key], [body], [digest])).toBe(true);
	});

	it('takes text for UTF-8, in keys and in parts', () => {
		expect(matchesHmac([Buffer.from(key, 'utf8')], [body.toString('utf8')], [digest])).toBe(true);
		expect(matchesHmac([Buffer.from(key, 'latin1')], [body], [digest])).toBe(false);
	});

	it.each([
		['an empty body', ''],
		['a body that is not UTF-8', Buffer.from([0xff, 0x00, 0xfe])],
		['a key longer than a block', body, 'k'.repeat(65)],
	] as const)('agrees with another library about %s', (_, message, signingKey: string = key) => {
		expect(matchesHmac([signingKey], [message], [hmac(signingKey, message)])).toBe(true);
	});

	it('lets any key and any digest match, and nothing when there are none', () => {
		const wrong = randomBytes(32);
		expect(matchesHmac(['other', key], [body], [wrong, digest])).toBe(true);
		expect(matchesHmac(['other'], [body], [wrong, digest])).toBe(false);
		expect(matchesHmac([key], [body], [wrong])).toBe(false);
		expect(matchesHmac([], [body], [digest])).toBe(false);
		expect(matchesHmac([key], [body], [])).toBe(false);
	});

	it('refuses each digest in which one bit is flipped', () => {
		for (let bit = 0; bit < 256; bit++) {
			const flipped = Buffer.from(digest);
			flipped[bit >> 3]! ^= 1 << (bit & 7);
			expect(matchesHmac([key], [body], [flipped])).toBe(false);
		}
	});
});

describe('decodeDigest', () => {
	it.each([
		['hex', 'sha1', 20],
		['hex', 'sha256', 32],
		['hex', 'sha512', 64],
		['base64', 'sha1', 20],
		['base64', 'sha256', 32],
		['base64', 'sha512', 64],
	] as const)('takes whole digests only (%s, %s)', (encoding, algorithm, bytes) => {
		const whole = randomBytes(bytes);
		expect(decodeDigest(whole.toString(encoding), { encoding, algorithm })).toEqual(whole);
		for (const length of [0, bytes / 2, bytes - 1, bytes + 1, bytes * 2]) {
			expect(decodeDigest(randomBytes(length).toString(encoding), { encoding, algorithm })).toBeNull();
		}
	});

	it('takes hex in either case', () => {
		expect(decodeDigest(digest.toString('hex').toUpperCase(), { encoding: 'hex' })).toEqual(digest);
	});
});

const hex = digest.toString('hex');
const base64 = digest.toString('base64');

describe('authenticateHmac', () => {
	const authenticate = (value: string | string[] | undefined, keys = [key], encoding = scheme.encoding) =>
		authenticateHmac({ rawBody: body, headers: { 'x-signature': value } }, { ...scheme, encoding }, keys);

	it.each([
		['hex', hex],
		['hex', hex.toUpperCase()],
		['base64', base64],
	] as const)('hands out the raw body when the digest matches (%s %s)', (encoding, value) => {
		const authenticated = authenticate(value, [key], encoding);
		expect(authenticated).toEqual({ ok: true, payload: body });
		expect(authenticated.ok && authenticated.payload).toBe(body);
	});

	it.each([
		['signature_missing', 'no header', undefined],
		['signature_missing', 'an empty header', ''],
		['signature_malformed', 'half a digest', hex.slice(0, 32)],
		['signature_malformed', 'a digest with noise behind', `${hex}ZZ`],
		['signature_malformed', 'a digest with a prefix', `sha256=${hex}`],
		['signature_malformed', 'a digest in the other encoding', base64],
		['signature_malformed', 'two digests', `${hex}, ${hex}`],
		['signature_malformed', 'a header that is sent twice', [hex, hex]],
		['signature_malformed', 'the digest of another algorithm', hmac(key, body, 'sha512').toString('hex')],
		['signature_mismatch', 'the digest of another body', hmac(key, 'x').toString('hex')],
		['signature_mismatch', 'the digest under another key', hmac('other', body).toString('hex')],
		['signature_mismatch', 'a digest of zeros', '0'.repeat(64)],
	] as const)('answers %s to %s', (code, _, value) => {
		const claimed = typeof value === 'object' ? [...value] : value;
		expectRefusal(refused(authenticate(claimed)), code, [key, hex, base64, claimed]);
	});

	it('accepts either secret while a rotation is under way, and none when there are none', () => {
		expect(authenticate(hex, ['new', key]).ok).toBe(true);
		expect(authenticate(hex, [key, 'old']).ok).toBe(true);
		expect(authenticate(hex, ['new', 'old']).ok).toBe(false);
		expect(authenticate(hex, []).ok).toBe(false);
	});

	it('goes by the algorithm of the scheme', () => {
		const headers = { 'x-signature': hmac(key, body, 'sha512').toString('hex') };
		expect(authenticateHmac({ rawBody: body, headers }, { ...scheme, algorithm: 'sha512' }, [key]).ok).toBe(true);
	});

	it('authenticates an empty body that is signed', () => {
		const delivery = { rawBody: Buffer.alloc(0), headers: { 'x-signature': hmac(key, '').toString('hex') } };
		expect(authenticateHmac(delivery, scheme, [key])).toEqual({ ok: true, payload: Buffer.alloc(0) });
	});
});

describe('hints', () => {
	it('name the header, and the credential field where it may be at fault', () => {
		expect(refused(readDigest({ rawBody: body, headers: {} }, scheme)).hint).toContain('X-Signature');
		expect(signatureMismatch(scheme).hint).toContain('X-Signature');
		expect(signatureMismatch(scheme).hint).toContain('Signing Key');
	});
});

describe('a digest behind a prefix', () => {
	const prefixed: HmacScheme = { ...scheme, prefix: 'sha256=' };
	const send = (value: string, how = prefixed) =>
		authenticateHmac({ rawBody: body, headers: { 'x-signature': value } }, how, [key]);

	it('is accepted with it, and refused without, twice or in other letters', () => {
		const hex = digest.toString('hex');
		expect(send(`sha256=${hex}`)).toMatchObject({ ok: true });
		for (const value of [hex, `SHA256=${hex}`, `sha256=sha256=${hex}`, `sha256= ${hex}`, `sha1=${hex}`, 'sha256=']) {
			expect(send(value)).toMatchObject({ code: 'signature_malformed' });
		}
	});

	it('may be base64url, which is not base64', () => {
		// A digest with both of the signs that differ.
		const number = Array.from({ length: 99 }, (_, index) => index).find((index) => {
			const text = hmac(key, `${index}`).toString('base64');
			return text.includes('+') && text.includes('/');
		});
		const rawBody = Buffer.from(String(number));
		const other = hmac(key, rawBody);
		const how: HmacScheme = { ...scheme, encoding: 'base64url' };
		const sent = (value: string) => authenticateHmac({ rawBody, headers: { 'x-signature': value } }, how, [key]);
		expect(sent(other.toString('base64url'))).toMatchObject({ ok: true });
		expect(sent(other.toString('base64'))).toMatchObject({ code: 'signature_malformed' });
	});
});
