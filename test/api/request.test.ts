import { baseUrlOf } from '../../api/baseUrl';
import { compact, mergeBody } from '../../api/body';
import { refusedBy } from '../../api/errors';
import { formOf } from '../../api/form';
import { hide } from '../../api/hide';
import { idempotencyKey } from '../../api/idempotency';
import { checkLimits } from '../../api/limits';
import { query, segment } from '../../api/query';
import type { Wish } from '../../api/api';

describe('the body of a request', () => {
	it('leaves out what the user left empty', () => {
		expect(compact({ a: '', b: 0, c: { d: '' }, e: { f: 'x', g: null }, h: false })).toEqual({
			e: { f: 'x' },
			h: false,
		});
	});

	it('takes the fields of the user, deep inside too', () => {
		const added = JSON.parse('{"data":{"note":"n","__proto__":{"polluted":1}},"more":[1]}');
		const merged = mergeBody({ data: { id: '1' } }, added);
		expect(JSON.stringify(merged)).toBe('{"data":{"id":"1","note":"n","__proto__":{"polluted":1}},"more":[1]}');
		expect(({} as { polluted?: number }).polluted).toBeUndefined();
	});

	it.each([
		[{ data: { id: '2' } }, 'data.id'],
		[{ data: 'x' }, 'data'],
		[{ data: null }, 'data'],
	])('is never overridden: %j', (added, name) => {
		expect(() => mergeBody({ data: { id: '1' } }, added)).toThrow(`must not set "${name}"`);
	});

	it('becomes a form with nested names', () => {
		const form = formOf({ a: { b: { c: 'x y' } }, list: ['1', { d: true }], no: null, 'k&': 'ü' });
		expect(form).toBe('a%5Bb%5D%5Bc%5D=x%20y&list%5B0%5D=1&list%5B1%5D%5Bd%5D=true&k%26=%C3%BC');
		expect(new URLSearchParams(form).get('a[b][c]')).toBe('x y');
	});
});

describe('a path', () => {
	it.each([['../../webhooks'], ['...'], ['%2e%2e'], ['a/b?c#d'], ['https://elsewhere.example']])(
		'cannot be led elsewhere by an id: %s',
		(id) => {
			const url = new URL(`https://api.example.com/v1/things/${segment(id)}`);
			expect(url.origin).toBe('https://api.example.com');
			expect(url.pathname.startsWith('/v1/things/')).toBe(true);
			expect(url.pathname.split('/')).toHaveLength(4);
			expect(url.search + url.hash).toBe('');
		},
	);

	it.each(['.', '..'])('takes no step for an id: %s', (id) => {
		expect(() => segment(id)).toThrow('is no ID');
	});

	it('has a query of what is given', () => {
		expect(query({})).toBe('');
		expect(query({ a: '', b: null, 'c[d]': 'x&y', e: 5, f: ['1', '2'] })).toBe('?c%5Bd%5D=x%26y&e=5&f=1&f=2');
	});
});

describe('a base URL that a user types', () => {
	it.each(['https://api.example.com', 'https://api.example.com/', ' https://api.example.com:8443 '])(
		'is %s',
		(typed) => {
			expect(baseUrlOf(typed)).toBe(typed.trim().replace(/\/$/, ''));
		},
	);

	it.each([
		'',
		'api.example.com',
		'http://api.example.com',
		'https://api.example.com/v1',
		'https://user:pw@api.example.com',
		'https://api.example.com?x=1',
		'https://api.example.com#x',
		'ftp://api.example.com',
		'https://',
		'https://a.example b.example',
		'https://api.example.com/../x',
		'javascript:alert(1)',
		undefined,
		5,
		{},
	])('is not %s', (typed) => {
		expect(() => baseUrlOf(typed)).toThrow('must be https:// and one host');
	});
});

describe('a limit', () => {
	const provider = { id: 'x', displayName: 'X' };
	const wish = (externalId: string) => ({ externalId, email: '' }) as Wish;
	const check = (externalId: string) =>
		checkLimits(
			{
				provider,
				limits: { externalId: { min: 2, max: 3, pattern: /^\w+$/, form: 'may hold letters only' }, email: { min: 5 } },
			},
			wish(externalId),
		);

	it('lets through what fits, and what is left empty', () => {
		expect(() => check('ab')).not.toThrow();
		expect(() => check('abc')).not.toThrow();
		expect(() => check('')).not.toThrow();
	});

	it('names the field, counting characters', () => {
		expect(() => check('a')).toThrow('External ID must be at least 2 characters');
		expect(() => check('abcd')).toThrow('External ID must be at most 3 characters');
		expect(() => check('😀😀')).toThrow('External ID may hold letters only');
	});
});

describe('a text of a provider', () => {
	it('is shown without the secrets of the credential', () => {
		const credential = { apiKey: 'key-123456', region: 'eu', empty: '', flag: true };
		expect(hide('The key key-123456 of eu is unknown', credential)).toBe('The key … of eu is unknown');
	});

	it('is shown without them in the form in which they were sent', () => {
		const credential = { user: 'customer', password: 'pa"ss w/ord' };
		const basic = Buffer.from('customer:pa"ss w/ord').toString('base64');
		for (const form of [basic, encodeURIComponent('pa"ss w/ord'), 'pa\\"ss w/ord', 'customer:pa"ss w/ord']) {
			expect(hide(`wrong: ${form}.`, credential)).toBe('wrong: ….');
		}
	});

	it('is shown without a key that was sent as the user, with no password', () => {
		const basic = Buffer.from('sk_live_1:').toString('base64');
		expect(hide(`wrong: ${basic}.`, { apiKey: 'sk_live_1' })).toBe('wrong: ….');
	});

	it('is shown without them in the base64 of links too', () => {
		const secret = '??>>~~secret?';
		const forLinks = Buffer.from(secret).toString('base64url');
		expect(forLinks).not.toBe(Buffer.from(secret).toString('base64'));
		expect(hide(`wrong: ${forLinks}.`, { secret })).toBe('wrong: ….');
	});

	it('is cut where it is long', () => {
		expect(refusedBy('X', 400, 'x'.repeat(9999)).message).toBe(`X refused the request: ${'x'.repeat(500)}`);
	});
});

describe('an idempotency key', () => {
	it('is the same for the same request, and another when anything differs', () => {
		const key = idempotencyKey('workflow', 'node', '{}');
		expect(key).toMatch(/^[0-9a-f]{64}$/);
		expect(idempotencyKey('workflow', 'node', '{}')).toBe(key);
		const others = [
			['workflow', 'node', '{ }'],
			['workflow', 'nod', 'e{}'],
			['workflo', 'wnode', '{}'],
		];
		expect(new Set([key, ...others.map((parts) => idempotencyKey(...parts))]).size).toBe(4);
	});
});
