import type { RefusalCode } from '../../webhook/refusal';
import { authenticateTimestampedHmac } from '../../webhook/timestampedHmac';
import { hmac } from '../support/crypto';
import { expectRefusal, NOW } from '../support/reception';
import { refused } from './refused';

const scheme = { header: 'Stripe-Signature', field: 'Signing Secret' };
const key = 'whsec_sp\u00e4t';
const body = Buffer.from('{\n  "id": "evt_123",\n  "path": "a\\/b"\n}\n');
const t = Math.floor(NOW / 1000);
const signed = (time: number | string, signingKey = key, rawBody: Uint8Array = body) =>
	hmac(signingKey, Buffer.concat([Buffer.from(`${time}.`), rawBody])).toString('hex');
const hex = signed(t);
const wrong = '0'.repeat(64);

const authenticate = (value: string | string[] | undefined, keys = [key], tolerance = 300) =>
	authenticateTimestampedHmac({ rawBody: body, headers: { 'stripe-signature': value } }, scheme, keys, {
		now: NOW,
		tolerance,
	});

describe('authenticateTimestampedHmac', () => {
	it.each([
		['one signature', `t=${t},v1=${hex}`],
		['one signature in capitals', `t=${t},v1=${hex.toUpperCase()}`],
		['the time behind the signature', `v1=${hex},t=${t}`],
		['a wrong signature before the right one', `t=${t},v1=${wrong},v1=${hex}`],
		['a wrong signature behind the right one', `t=${t},v1=${hex},v1=${wrong}`],
		['a signature of another version', `t=${t},v1=${hex},v0=anything`],
		['two sets, the first of which is right', `t=${t},v1=${hex} t=${t - 1},v1=${wrong}`],
		['two sets, the second of which is right', `t=${t - 1},v1=${wrong} t=${t},v1=${hex}`],
		['two sets, of which the first is right but stale', `t=${t - 400},v1=${signed(t - 400)} t=${t},v1=${hex}`],
		['two sets, of which the second is right but stale', `t=${t},v1=${hex} t=${t - 400},v1=${signed(t - 400)}`],
	])('accepts %s', (_, value) => {
		const authenticated = authenticate(value);
		expect(authenticated).toEqual({ ok: true, payload: body });
		expect(authenticated.ok && authenticated.payload).toBe(body);
	});

	it('accepts either secret while a rotation is under way, and none when there are none', () => {
		const value = `t=${t},v1=${hex}`;
		expect(authenticate(value, ['new', key]).ok).toBe(true);
		expect(authenticate(value, [key, 'old']).ok).toBe(true);
		expect(authenticate(value, ['new', 'old']).ok).toBe(false);
		expect(authenticate(value, []).ok).toBe(false);
	});

	it('authenticates an empty body that is signed', () => {
		const headers = { 'stripe-signature': `t=${t},v1=${signed(t, key, Buffer.alloc(0))}` };
		const delivery = { rawBody: Buffer.alloc(0), headers };
		expect(authenticateTimestampedHmac(delivery, scheme, [key], { now: NOW, tolerance: 300 }).ok).toBe(true);
	});
});

const refusals: Record<string, [RefusalCode, string | string[] | undefined]> = {
	'no header': ['signature_missing', undefined],
	'an empty header': ['signature_missing', ''],
	'a time without a signature': ['signature_missing', `t=${t}`],
	'a signature of another version only': ['signature_missing', `t=${t},v0=${hex}`],
	'a signature without a time': ['timestamp_missing', `v1=${hex}`],
	'an empty time': ['timestamp_malformed', `t=,v1=${hex}`],
	'a time in milliseconds': ['timestamp_malformed', `t=${NOW},v1=${signed(NOW)}`],
	'a time in words': ['timestamp_malformed', `t=now,v1=${hex}`],
	'a time with a fraction': ['timestamp_malformed', `t=${t}.0,v1=${hex}`],
	'two times in one set': ['timestamp_malformed', `t=${t},t=${t - 1},v1=${hex}`],
	'a bare digest': ['signature_malformed', hex],
	'half a digest': ['signature_malformed', `t=${t},v1=${hex.slice(0, 32)}`],
	'a digest with noise behind': ['signature_malformed', `t=${t},v1=${hex}ZZ`],
	'a digest in base64': ['signature_malformed', `t=${t},v1=${Buffer.from(hex, 'hex').toString('base64')}`],
	'an empty digest': ['signature_malformed', `t=${t},v1=`],
	'a malformed digest beside the right one': ['signature_malformed', `t=${t},v1=${hex},v1=abc`],
	'a space behind the comma': ['signature_malformed', `t=${t}, v1=${hex}`],
	'three sets': ['signature_malformed', `t=${t},v1=${wrong} t=${t},v1=${wrong} t=${t},v1=${hex}`],
	'a space behind': ['signature_malformed', `t=${t},v1=${hex} `],
	'a header that is sent twice': ['signature_malformed', [`t=${t},v1=${hex}`, `t=${t},v1=${hex}`]],
	'the digest of another body': ['signature_mismatch', `t=${t},v1=${signed(t, key, Buffer.from('x'))}`],
	'the digest under another key': ['signature_mismatch', `t=${t},v1=${signed(t, 'other')}`],
	'the digest at another time': ['signature_mismatch', `t=${t + 1},v1=${hex}`],
	'a stale time that is not the signed one': ['signature_mismatch', `t=${t - 400},v1=${hex}`],
	'the digest of the body alone': ['signature_mismatch', `t=${t},v1=${hmac(key, body).toString('hex')}`],
	'a digest at the time of the other set': ['signature_mismatch', `t=${t + 1},v1=${hex} t=${t},v1=${wrong}`],
	'a time just past': ['timestamp_outside_tolerance', `t=${t - 301},v1=${signed(t - 301)}`],
	'a time ahead': ['timestamp_outside_tolerance', `t=${t + 302},v1=${signed(t + 302)}`],
};

describe('a refused header', () => {
	it.each(Object.entries(refusals))('is one with %s', (_, [code, value]) => {
		expectRefusal(refused(authenticate(value)), code, [key, hex, value]);
	});
});

describe('the tolerance', () => {
	it.each([t - 86_400, t + 86_400])('lets in any time when it is 0 (%i)', (time) => {
		expect(authenticate(`t=${time},v1=${signed(time)}`, [key], 0).ok).toBe(true);
	});

	it('reaches as far as it says', () => {
		expect(authenticate(`t=${t - 299},v1=${signed(t - 299)}`).ok).toBe(true);
		expect(authenticate(`t=${t + 300},v1=${signed(t + 300)}`).ok).toBe(true);
	});
});

describe('a scheme with an entry of another name', () => {
	it('takes that entry alone', () => {
		const rawBody = Buffer.from('{"unit21_id":1}');
		const send = (entries: (digest: string) => string) => {
			const digest = hmac('secret', `1790000000.${rawBody.toString()}`).toString('hex');
			return authenticateTimestampedHmac(
				{ rawBody, headers: { 'x-signature': `t=1790000000,${entries(digest)}` } },
				{ header: 'X-Signature', field: 'Secret', entry: 's0' },
				['secret'],
				{ now: 1_790_000_000_000, tolerance: 300 },
			);
		};
		expect(send((digest) => `s0=${digest}`)).toMatchObject({ ok: true });
		expect(send((digest) => `v1=${digest}`)).toMatchObject({ code: 'signature_missing' });
		expect(send((digest) => `v1=${digest},s0=${'0'.repeat(64)}`)).toMatchObject({ code: 'signature_mismatch' });
	});
});
