import { CUSTOM, customProvider, providerOf } from '../../recipe/provider';
import type { Meaning } from '../../recipe/schema';
import { recipes } from '../../recipes';
import { checkSecrets, readSecrets } from '../../webhook/secrets';
import { hmac } from '../support/crypto';

const meaning: Meaning = { id: 'acme', name: 'Acme', fields: { eventId: [], subject: {} }, rules: [], events: [] };
const provider = customProvider(meaning);
const SECRET = 'made-up-secret-0123456789';
const BODY = '{"a":"ä", "b":1}';
const T = 1_790_000_000;

type Headers = Record<string, string>;

const custom = (settings: Record<string, string>) => ({ provider: CUSTOM, secret: SECRET, ...settings });

async function send(credential: Record<string, string>, headers: Headers, { body = BODY, tolerance = 300 } = {}) {
	const read = readSecrets(provider.credential, credential);
	if (!read.ok) return read.problem;
	const sent = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
	const delivery = { rawBody: Buffer.from(body), headers: sent };
	const result = await provider.authenticate(delivery, read.secrets, { now: T * 1000, tolerance });
	return result.ok ? 'accepted' : result.code;
}

const problemOf = (credential: Record<string, string>) =>
	checkSecrets(provider.credential, credential).problem ?? 'none';

describe('an HMAC', () => {
	const plain = custom({ scheme: 'hmac', header: 'X-Signature' });

	it('is hexadecimal SHA-256 of the body unless the credential says otherwise', async () => {
		const headers = { 'X-Signature': hmac(SECRET, BODY).toString('hex') };
		expect(await send(plain, headers)).toBe('accepted');
		expect(await send({ secret: SECRET, header: 'X-Signature' }, headers)).toBe('accepted');
		expect(await send(plain, headers, { body: `${BODY} ` })).toBe('signature_mismatch');
		expect(await send({ ...plain, secret: `${SECRET}0` }, headers)).toBe('signature_mismatch');
		expect(await send({ ...plain, secret: `${SECRET}0`, previousSecret: SECRET }, headers)).toBe('accepted');
		expect(await send(plain, {})).toBe('signature_missing');
	});

	const encoded = (text: string) => Buffer.from(text).toString('base64');
	it.each([
		['sha512', 'hex', '{body64}', '', encoded(BODY)],
		['sha1', 'base64', '{body}', '', BODY],
		['sha256', 'base64url', '{timestamp}.{body}', '', `${T}.${BODY}`],
		['sha256', 'hex', '{id}.{timestamp}.{body}', 'v1=', `id-1.${T}.${BODY}`],
		['sha256', 'base64', '{header:Call-Ref}{body}{timestamp}', '', `ref-1${BODY}${T}`],
		['sha256', 'hex', 'POST\\n{timestamp}\\n{body}\\n', 'sha256=', `POST\n${T}\n${BODY}\n`],
	] as const)('may be %s in %s of %s', async (algorithm, encoding, signedContent, prefix, content) => {
		const credential = {
			...plain,
			...{ algorithm, encoding, signedContent, prefix, timestampHeader: 'X-Time', idHeader: 'X-Id' },
		};
		const signature = `${prefix}${hmac(SECRET, content, algorithm).toString(encoding)}`;
		const headers: Headers = { 'X-Signature': signature, 'X-Time': String(T), 'X-Id': 'id-1', 'Call-Ref': 'ref-1' };
		expect(await send(credential, headers)).toBe('accepted');
		expect(await send(credential, headers, { body: BODY.replace('1', '2') })).toBe('signature_mismatch');
		if (prefix)
			expect(await send(credential, { ...headers, 'X-Signature': signature.slice(prefix.length) })).toBe(
				'signature_malformed',
			);
		for (const [name, token] of [
			['X-Time', '{timestamp}'],
			['X-Id', '{id}'],
			['Call-Ref', '{header:Call-Ref}'],
		] as const) {
			if (!signedContent.includes(token)) continue;
			expect(await send(credential, { ...headers, [name]: `${T + 1}` })).toBe('signature_mismatch');
			const { [name]: _, ...others } = headers;
			expect(await send(credential, others)).toMatch(/_missing$/);
		}
	});

	it.each([
		[String(T), 'accepted'],
		[`${T}000`, 'accepted'],
		['2026-09-21T14:13:20Z', 'accepted'],
		[String(T - 301), 'timestamp_outside_tolerance'],
		[String(T + 301), 'timestamp_outside_tolerance'],
		['soon', 'timestamp_malformed'],
		['17', 'timestamp_malformed'],
	])('of the time %s is %s', async (time, result) => {
		const credential = { ...plain, signedContent: '{timestamp}.{body}', timestampHeader: 'X-Time' };
		const headers = { 'X-Signature': hmac(SECRET, `${time}.${BODY}`).toString('hex'), 'X-Time': time };
		expect(await send(credential, headers)).toBe(result);
	});

	it.each([
		['hex', Buffer.from(SECRET).toString('hex')],
		['base64', Buffer.from(SECRET).toString('base64')],
		['whsec', `whsec_${Buffer.from(SECRET).toString('base64')}`],
	])('may have a key that is written in %s', async (secretEncoding, secret) => {
		const headers = { 'X-Signature': hmac(SECRET, BODY).toString('hex') };
		expect(await send({ ...plain, secretEncoding, secret }, headers)).toBe('accepted');
		expect(await send({ ...plain, secretEncoding, secret: `${secret}!` }, headers)).toContain('Secret Encoding');
	});
});

describe('the other schemes', () => {
	it('is a time and a signature in one header', async () => {
		const digest = hmac(SECRET, `${T}.${BODY}`).toString('hex');
		const credential = custom({ scheme: 'timestampedHmac', header: 'X-Sig', entry: 's0' });
		expect(await send(credential, { 'X-Sig': `t=${T},s0=${digest}` })).toBe('accepted');
		expect(await send(credential, { 'X-Sig': `t=${T}, s0=${digest}` })).toBe('accepted');
		expect(await send(credential, { 'X-Sig': `t=${T},v1=${digest}` })).toBe('signature_missing');
	});

	it('is Standard Webhooks', async () => {
		const credential = custom({
			scheme: 'standardWebhooks',
			secret: `whsec_${Buffer.from(SECRET).toString('base64')}`,
		});
		const signature = `v1,${hmac(SECRET, `msg_1.${T}.${BODY}`).toString('base64')}`;
		const headers = { 'webhook-id': 'msg_1', 'webhook-timestamp': String(T), 'webhook-signature': signature };
		expect(await send(credential, headers)).toBe('accepted');
		expect(await send({ ...credential, secret: SECRET }, headers)).toContain('must be whsec_');
	});

	it('is a secret in a header', async () => {
		const credential = custom({ scheme: 'staticHeader', header: 'Authorization', prefix: 'Bearer ' });
		expect(await send(credential, { Authorization: `Bearer ${SECRET}` })).toBe('accepted');
		expect(await send(credential, { Authorization: SECRET })).toBe('signature_mismatch');
	});

	it('is Basic authentication', async () => {
		const credential = { scheme: 'basic', provider: CUSTOM, username: 'n8n', password: 'a password' };
		expect(await send(credential, { Authorization: 'Basic bjhuOmEgcGFzc3dvcmQ=' })).toBe('accepted');
		expect(await send(credential, { Authorization: 'Basic bjhuOmEgcGFzc3dvcmQ' })).toBe('signature_mismatch');
	});
});

describe('what a sender can move about', () => {
	it('is no header that every object has', async () => {
		for (const header of ['constructor', '__proto__', 'toString']) {
			expect(await send(custom({ scheme: 'hmac', header }), {})).toBe('signature_missing');
			expect(await send(custom({ scheme: 'staticHeader', header }), {})).toBe('signature_missing');
		}
	});

	it('changes no id: what moves from one header to the next is the same event', async () => {
		const credential = custom({
			...{ scheme: 'hmac', header: 'X-Sig', idHeader: 'X-Id', signedContent: '{id}{header:X-Ref}{body}' },
		});
		const signature = hmac(SECRET, `abcdef${BODY}`).toString('hex');
		const read = readSecrets(provider.credential, credential);
		const ids = ['abc/def', 'abcd/ef'].map(async (parts) => {
			const [id, ref] = parts.split('/');
			const headers = { 'x-sig': signature, 'x-id': id, 'x-ref': ref };
			const clock = { now: T * 1000, tolerance: 300 };
			return read.ok && (await provider.authenticate({ rawBody: Buffer.from(BODY), headers }, read.secrets, clock));
		});
		const [one, other] = await Promise.all(ids);
		expect(one).toMatchObject({ ok: true });
		expect(one).toEqual(other);
	});
});

describe('a credential that cannot work', () => {
	const plain = custom({ scheme: 'hmac', header: 'X-Signature' });
	const basic = { scheme: 'basic', username: 'n8n', password: 'x'.repeat(16) };

	it.each([
		[{ ...plain, scheme: 'none' }, 'Scheme is none of those'],
		[{ ...plain, scheme: '__proto__' }, 'Scheme is none of those'],
		[{ ...plain, header: '' }, 'Header is empty'],
		[{ ...plain, header: 'X Signature' }, 'Header is not the name of a header'],
		[{ ...plain, header: 'Content-Type' }, 'names a header that n8n or a proxy sets'],
		[{ ...plain, header: 'Host' }, 'names a header that n8n or a proxy sets'],
		[{ ...plain, header: 'X-Forwarded-For' }, 'names a header that n8n or a proxy sets'],
		[{ ...plain, algorithm: 'md5' }, 'Algorithm is none of those'],
		[{ ...plain, encoding: 'latin1' }, 'Encoding is none of those'],
		[{ ...plain, signedContent: '{timestamp}', timestampHeader: 'X-Time' }, 'must hold {body} or {body64} once'],
		[{ ...plain, signedContent: '{body}{body}' }, 'must hold {body} or {body64} once'],
		[{ ...plain, signedContent: '{body}{url}' }, 'braces that are none of'],
		[{ ...plain, signedContent: '{timestamp}{body}' }, 'Timestamp Header is empty'],
		[{ ...plain, signedContent: '{id}{body}' }, 'ID Header is empty'],
		[{ ...plain, signedContent: '{header:}{body}' }, 'is not the name of a header'],
		[{ ...plain, signedContent: '{body64}{id}', idHeader: 'X-Id' }, 'directly beside another token'],
		[{ ...plain, signedContent: '{id}{body64}', idHeader: 'X-Id' }, 'directly beside another token'],
		[custom({ scheme: 'timestampedHmac', header: 'X-Sig', entry: 't' }), 'Signature Entry must be'],
		[custom({ scheme: 'standardWebhooks', secret: 'whsec_AA==' }), 'must have at least 8 bytes'],
		[{ scheme: 'basic', username: 'a', password: 'b' }, 'must have at least 8 characters'],
		[{ ...plain, secret: '' }, 'Secret is empty'],
		[{ ...plain, secret: 'short' }, 'must have at least 8 bytes'],
		[{ ...plain, previousSecret: 'short' }, 'Previous Secret (Rotation Only) must have'],
		[{ ...plain, secret: ` ${SECRET}` }, 'begins or ends with a space'],
		[
			custom({ scheme: 'staticHeader', header: 'X-Token', secret: 'fifteen letters' }),
			'must have at least 16 characters',
		],
		[custom({ scheme: 'timestampedHmac', header: 'X-Sig', entry: 'v 1' }), 'Signature Entry must be'],
		[{ scheme: 'basic', password: 'x'.repeat(16) }, 'Username is empty'],
		[{ scheme: 'basic', username: 'n8n' }, 'Password is empty'],
		[{ ...basic, username: 'n:8n' }, 'must not hold a colon'],
		[{ ...basic, previousUsername: 'old' }, 'belong together'],
		[{ ...basic, previousUsername: 'old', previousPassword: 'short' }, 'must have at least 8 characters'],
		[{ ...basic, previousUsername: 'o:ld', previousPassword: 'x'.repeat(16) }, 'must not hold a colon'],
		[
			{ provider: 'middesk', secret: SECRET },
			'it is for the provider "middesk", and Provider in the trigger is Custom',
		],
	] as [Record<string, string>, string][])('is %j', (credential, problem) => {
		expect(problemOf(credential)).toContain(problem);
		if (credential.secret) expect(problemOf(credential)).not.toContain(credential.secret);
	});

	it('is none of these', () => {
		expect(problemOf(plain)).toBe('none');
	});
});

describe('the credential of a recipe', () => {
	const middesk = recipes.find(({ id }) => id === 'middesk');
	const { credential } = providerOf(middesk as never);
	const problem = (stored: Record<string, string>) => checkSecrets(credential, stored).problem;

	it('needs the secret alone, or says itself how the provider signs', () => {
		expect(problem({ provider: 'middesk', secret: SECRET })).toBeNull();
		expect(problem({ secret: SECRET })).toBeNull();
		expect(problem({ provider: CUSTOM, scheme: 'hmac', header: 'X-Sig', secret: SECRET })).toBeNull();
		expect(problem({ provider: 'kycaid', secret: SECRET })).toContain('create one for Middesk');
		expect(problem({ provider: 'middesk' })).toContain('Secret is empty');
	});
});
