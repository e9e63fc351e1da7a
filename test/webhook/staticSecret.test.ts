import { authenticateBasic, authenticateStaticSecret } from '../../webhook/staticSecret';

const rawBody = Buffer.from('{"status":"approved"}');
const scheme = { header: 'X-Token', field: 'Secret' };
const codeOf = (result: { ok: boolean; code?: string }) => (result.ok ? 'accepted' : result.code);

describe('a secret in a header', () => {
	const secrets = ['the present secret', 'the previous secret'];
	const send = (value: string | undefined, prefix?: string) =>
		codeOf(authenticateStaticSecret({ rawBody, headers: { 'x-token': value } }, { ...scheme, prefix }, secrets));

	it.each(secrets)('is accepted when it is %j', (secret) => {
		expect(send(secret)).toBe('accepted');
		expect(send(`Bearer ${secret}`, 'Bearer ')).toBe('accepted');
	});

	it.each(['the present secre', 'the present secrets', 'The present secret', ' the present secret', 'x', ','])(
		'is not %j',
		(value) => {
			expect(send(value)).toBe('signature_mismatch');
		},
	);

	it('is needed, with what stands before it', () => {
		expect(send(undefined)).toBe('signature_missing');
		expect(send('')).toBe('signature_missing');
		expect(send('the present secret', 'Bearer ')).toBe('signature_mismatch');
		expect(send('bearer the present secret', 'Bearer ')).toBe('signature_mismatch');
	});

	it('is never repeated', () => {
		const refused = authenticateStaticSecret({ rawBody, headers: { 'x-token': 'guess' } }, scheme, secrets);
		expect(JSON.stringify(refused)).not.toMatch(/present|guess/);
	});
});

describe('Basic authentication', () => {
	const pairs = [
		{ username: 'n8n', password: 'p:ä ss' },
		{ username: 'old', password: 'old password' },
	];
	const send = (authorization: string | undefined) =>
		codeOf(authenticateBasic({ rawBody, headers: { authorization } }, pairs));
	// Made with base64 of coreutils.
	const right = 'bjhuOnA6w6Qgc3M=';

	it.each([`Basic ${right}`, `basic ${right}`, `BASIC  ${right}`, 'Basic b2xkOm9sZCBwYXNzd29yZA=='])(
		'is accepted: %s',
		(authorization) => {
			expect(send(authorization)).toBe('accepted');
		},
	);

	it.each([
		right,
		`Bearer ${right}`,
		`Basic ${right.replace('=', '')}`,
		`Basic ${right}, Basic ${right}`,
		'Basic bjhuOm9sZCBwYXNzd29yZA==',
		'Basic',
	])('is not: %s', (authorization) => {
		expect(send(authorization)).toBe('signature_mismatch');
	});

	it('is needed', () => {
		expect(send(undefined)).toBe('signature_missing');
	});
});
