import { createCipheriv, createHmac, randomBytes } from 'node:crypto';
import { humanos } from '../../nodes/Humanos/humanos';
import { samples as humanosSamples } from '../../nodes/Humanos/samples';
import { passbase } from '../../nodes/Passbase/passbase';
import { trusthub } from '../../nodes/Trusthub/trusthub';
import { truora } from '../../nodes/Truora/truora';
import { refusalCodes } from '../../webhook/refusal';
import { deploy, type Deployed, post } from './n8n';

type Delivery = Parameters<typeof post>[1];

const apiPassword = randomBytes(12).toString('hex');
const signingKey = randomBytes(12).toString('hex');
const encryptionSecret = randomBytes(16).toString('hex');
const humanosSecrets = humanosSamples.newSecrets();

const signed = (body: string | Buffer): Delivery => ({
	contentType: 'text/plain',
	headers: { 'X-Signature': createHmac('sha256', apiPassword).update(body).digest('base64') },
	body,
});
const withSignature = (signature: string): Delivery => ({
	contentType: 'application/json',
	headers: { 'X-Signature': signature },
	body: '{"sessionId":"1","status":"AUTO_APPROVED"}',
});
const base64url = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const token = (header: object, claims: object): Delivery => {
	const content = `${base64url(header)}.${base64url(claims)}`;
	const signature = createHmac('sha256', signingKey).update(content).digest('base64url');
	return { contentType: 'application/jwt', headers: {}, body: `${content}.${signature}` };
};
const claims = { events: [{ id: 'HKE1', event_type: 'identity_process', event_action: 'succeeded' }], iss: 'Truora' };
const sealed = async (now: number, change: Record<string, string> = {}): Promise<Delivery> => {
	const delivery = await humanosSamples.seal(humanosSamples.samples[0]?.create({}) ?? {}, humanosSecrets, now);
	return { ...delivery, headers: { ...delivery.headers, ...change } };
};
const encrypted = (plaintext: string): Delivery => {
	const iv = randomBytes(16);
	const cipher = createCipheriv('aes-256-cbc', encryptionSecret, iv);
	const body = Buffer.concat([iv, cipher.update(plaintext), cipher.final()]).toString('base64');
	return { contentType: 'text/plain', headers: {}, body };
};
const HOUR = 3_600_000;

/**
 * Code, HTTP status, provider, what is sent. `credential_invalid` has a test of its own in `credential.test.ts`,
 * `settings_unsafe` in `settings.test.ts`.
 */
const cases: [string, number, string, () => Delivery | Promise<Delivery>][] = [
	['signature_missing', 401, 'trusthub', () => ({ ...withSignature(''), headers: {} })],
	['signature_malformed', 401, 'trusthub', () => withSignature('ZZ')],
	['signature_mismatch', 401, 'trusthub', () => withSignature(`${'A'.repeat(43)}=`)],
	['payload_unreadable', 400, 'trusthub', () => signed('authentic, but not JSON')],
	['payload_unreadable', 400, 'trusthub', () => signed(Buffer.from([0x7b, 0xff, 0x7d]))],
	[
		'body_unreadable',
		400,
		'truora',
		() => ({ contentType: 'application/jwt', headers: { 'content-encoding': 'gzip' }, body: 'no' }),
	],
	['body_too_large', 413, 'trusthub', () => signed('x'.repeat(1024 * 1024 + 1))],
	[
		'timestamp_missing',
		401,
		'humanos',
		async () => {
			const delivery = await sealed(Date.now());
			return { ...delivery, headers: { 'x-signature': String(delivery.headers['x-signature']) } };
		},
	],
	['timestamp_malformed', 401, 'humanos', () => sealed(Date.now(), { 'x-timestamp': '2026-01-01' })],
	['timestamp_outside_tolerance', 401, 'humanos', () => sealed(Date.now() - HOUR)],
	['timestamp_outside_tolerance', 401, 'humanos', () => sealed(Date.now() + HOUR)],
	['signature_mismatch', 401, 'humanos', () => sealed(Date.now(), { 'x-timestamp': String(Date.now() + 1) })],
	['token_malformed', 401, 'truora', () => ({ contentType: 'application/jwt', headers: {}, body: 'a.b' })],
	['token_algorithm_not_allowed', 401, 'truora', () => token({ alg: 'none' }, claims)],
	['token_algorithm_not_allowed', 401, 'truora', () => token({ alg: 'HS512' }, claims)],
	['token_claims_invalid', 401, 'truora', () => token({ alg: 'HS256' }, { ...claims, exp: 1 })],
	['token_claims_invalid', 401, 'truora', () => token({ alg: 'HS256' }, { ...claims, iss: 'Someone' })],
	[
		'decryption_failed',
		401,
		'passbase',
		() => ({
			contentType: 'application/json',
			headers: {},
			body: '{"event":"VERIFICATION_REVIEWED","key":"1","status":"approved"}',
		}),
	],
	['decryption_failed', 401, 'passbase', () => encrypted('{"event":"VERIFICATION_REVIEWED"}')],
];

describe('in a real n8n', () => {
	const triggers = new Map<string, Deployed>();
	beforeAll(async () => {
		triggers.set('trusthub', await deploy(trusthub, { apiPassword }));
		triggers.set('humanos', await deploy(humanos, humanosSecrets));
		triggers.set('truora', await deploy(truora, { signingKey }));
		triggers.set('passbase', await deploy(passbase, { encryptionSecret }));
	});

	it('every refusal code has a case', () => {
		expect(new Set([...cases.map(([code]) => code), 'credential_invalid', 'settings_unsafe'])).toEqual(
			new Set(refusalCodes),
		);
	});

	it.each(cases)('%s is answered %i (%s)', async (code, status, trigger, delivery) => {
		const deployed = triggers.get(trigger);
		if (!deployed) throw new Error(trigger);
		const answer = await post(deployed.url, await delivery());
		expect(answer).toEqual({ status, body: { result: 'refused', code, hint: expect.stringMatching(/^[A-Z].*\.$/) } });
		expect(await deployed.executionCount()).toBe(0);
	});
});

describe('several events in one delivery', () => {
	const event = (id: string, action: string) => ({
		id,
		event_type: 'identity_process',
		event_action: action,
		object: {},
	});
	const delivery = (...events: object[]) => token({ alg: 'HS256', typ: 'JWT' }, { events, iss: 'Truora' });

	it('come out each on its output, and only the one that was seen before is dropped', async () => {
		const trigger = await deploy(truora, { signingKey });
		const first = await post(
			trigger.url,
			delivery(event('1', 'succeeded'), event('2', 'failed'), event('1', 'succeeded')),
		);
		expect(first.body).toEqual({ result: 'accepted', events: 2 });
		const second = await post(trigger.url, delivery(event('2', 'failed'), event('3', 'created')));
		expect(second.body).toEqual({ result: 'accepted', events: 1 });
		const ids = (await trigger.events(2)).map((outputs) =>
			outputs.map((events) => events.map(({ eventId }) => eventId)),
		);
		expect(ids).toEqual([
			[[], ['1'], ['2'], []],
			[[], [], [], ['3']],
		]);
	});

	it('are none when the array is empty: answered and ignored', async () => {
		const trigger = await deploy(truora, { signingKey });
		expect(await post(trigger.url, delivery())).toEqual({ status: 200, body: { result: 'ignored' } });
		expect(await trigger.executionCount()).toBe(0);
	});
});
