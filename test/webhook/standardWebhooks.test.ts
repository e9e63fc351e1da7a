import type { RefusalCode } from '../../webhook/refusal';
import { authenticateStandardWebhook, standardWebhooksSecretProblem } from '../../webhook/standardWebhooks';
import { hmac } from '../support/crypto';
import { expectRefusal, NOW } from '../support/reception';
import { refused } from './refused';

/** https://github.com/standard-webhooks/standard-webhooks, libraries/go/webhook_test.go. */
const published = {
	secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
	id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
	timestamp: '1614265330',
	body: '{"test": 2432232314}',
	signature: 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
};

/** A key that is text, as a secret. */
const keyText = 'thirty-two bytes that are text!!';
const secret = `whsec_${Buffer.from(keyText).toString('base64')}`;
const body = '{"event":"footprint.onboarding.completed"}\n';
const t = String(Math.floor(NOW / 1000));
const id = 'msg_2';
const signed = (time = t, key = keyText, messageId = id) =>
	hmac(key, `${messageId}.${time}.${body}`).toString('base64');
const right = `v1,${signed()}`;
const wrong = `v1,${Buffer.alloc(32).toString('base64')}`;

interface Headers {
	readonly id?: string | undefined;
	readonly timestamp?: string | undefined;
	readonly signature?: string | string[] | undefined;
}

function authenticate(changed: Headers = {}, secrets = [secret], prefix = 'webhook') {
	const headers = Object.entries({ id, timestamp: t, signature: right, ...changed });
	const delivery = {
		rawBody: Buffer.from(body),
		headers: Object.fromEntries(headers.map(([name, value]) => [`${prefix}-${name}`, value])),
	};
	return authenticateStandardWebhook(delivery, 'Signing Secret', secrets, { now: NOW, tolerance: 300 });
}

describe('authenticateStandardWebhook', () => {
	it.each(['webhook', 'svix'])('agrees with the published vector under the headers %s-*', (prefix) => {
		const delivery = {
			rawBody: Buffer.from(published.body),
			headers: {
				[`${prefix}-id`]: published.id,
				[`${prefix}-timestamp`]: published.timestamp,
				[`${prefix}-signature`]: published.signature,
			},
		};
		const clock = { now: Number(published.timestamp) * 1000, tolerance: 300 };
		expect(authenticateStandardWebhook(delivery, 'Signing Secret', [published.secret], clock)).toEqual({
			ok: true,
			payload: delivery.rawBody,
			signedId: published.id,
		});
	});

	it.each([
		['one signature', right],
		['a wrong signature before the right one', `${wrong} ${right}`],
		['a wrong signature behind the right one', `${right} ${wrong}`],
		['signatures of other versions', `v2,abc v1a,${signed()} ${right} noise`],
	])('accepts %s', (_, signature) => {
		expect(authenticate({ signature })).toMatchObject({ ok: true, signedId: id });
	});

	it('accepts either secret while a rotation is under way, and none when there are none', () => {
		const other = `whsec_${Buffer.from('other').toString('base64')}`;
		expect(authenticate({}, [other, secret]).ok).toBe(true);
		expect(authenticate({}, [secret, other]).ok).toBe(true);
		expect(authenticate({}, [other]).ok).toBe(false);
		expect(authenticate({}, []).ok).toBe(false);
	});

	it('signs with the bytes of the secret, not with its text', () => {
		expect(authenticate({ signature: `v1,${signed(t, secret)}` }).ok).toBe(false);
	});

	it('does not mix the two families of headers', () => {
		const headers = { 'webhook-signature': right, 'svix-id': id, 'svix-timestamp': t };
		const delivery = { rawBody: Buffer.from(body), headers };
		const clock = { now: NOW, tolerance: 300 };
		expect(authenticateStandardWebhook(delivery, 'Signing Secret', [secret], clock).ok).toBe(false);
	});
});

const ago = String(Number(t) - 301);
const ahead = String(Number(t) + 302);
const refusals: Record<string, [RefusalCode, Headers]> = {
	'no signature': ['signature_missing', { signature: undefined }],
	'an empty signature': ['signature_missing', { signature: '' }],
	'a signature of another version only': ['signature_missing', { signature: `v2,${signed()}` }],
	'a signature without a version': ['signature_missing', { signature: signed() }],
	'no id': ['signature_missing', { id: undefined }],
	'no time': ['timestamp_missing', { timestamp: undefined }],
	'a time in milliseconds': ['timestamp_malformed', { timestamp: String(NOW) }],
	'a time in words': ['timestamp_malformed', { timestamp: 'now' }],
	'half a digest': ['signature_malformed', { signature: right.slice(0, 20) }],
	'a digest with noise behind': ['signature_malformed', { signature: `${right}ZZ` }],
	'a digest in hex': ['signature_malformed', { signature: `v1,${Buffer.from(signed(), 'base64').toString('hex')}` }],
	'a malformed digest beside the right one': ['signature_malformed', { signature: `${right} v1,abc` }],
	'a header that is sent twice': ['signature_malformed', { signature: [right, right] }],
	'a wrong digest': ['signature_mismatch', { signature: wrong }],
	'another id': ['signature_mismatch', { id: 'msg_3' }],
	'another time': ['signature_mismatch', { timestamp: String(Number(t) + 1) }],
	'a border moved from id to time': ['signature_mismatch', { id: `${id}.${t}`, timestamp: t }],
	'a time just past': ['timestamp_outside_tolerance', { timestamp: ago, signature: `v1,${signed(ago)}` }],
	'a time ahead': ['timestamp_outside_tolerance', { timestamp: ahead, signature: `v1,${signed(ahead)}` }],
};

describe('a refused delivery', () => {
	it.each(Object.entries(refusals))('is one with %s', (_, [code, changed]) => {
		for (const prefix of ['webhook', 'svix']) {
			expectRefusal(refused(authenticate(changed, [secret], prefix)), code, [secret, keyText, signed()]);
		}
	});
});

describe('standardWebhooksSecretProblem', () => {
	it.each([published.secret, secret])('finds nothing wrong with %s', (text) => {
		expect(standardWebhooksSecretProblem(text)).toBeNull();
	});

	it.each(['', 'whsec_', 'abc', 'MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'whsec_not base64', 'whsec_abc', 'WHSEC_Zm9v'])(
		'finds %j unfit, in words that fit behind the name of the field',
		(text) => {
			expect(standardWebhooksSecretProblem(text)).toMatch(/^must be whsec_ /);
		},
	);
});
