import crypto from 'node:crypto';
import { deriveKey } from '../../webhook/pbkdf2';

/** Most keys that are kept at a time. */
const KEPT = 64;
const once = { iterations: 1, keyBytes: 32 };
const password = (text: string) => Buffer.from(text);

describe('deriveKey', () => {
	it.each([
		[
			'passwd',
			'salt',
			1,
			'55ac046e56e3089fec1691c22544b605f94185216dde0465e68b9d57c20dacbc49ca9cccf179b645991664b39d77ef317c71b845b1e30bd509112041d3a19783',
		],
		[
			'Password',
			'NaCl',
			80_000,
			'4ddcd8f60b98be21830cee5ef22701f9641a4418d04c0414aeff08876b34ab56a1d425a1225833549adb841b51c9b3176a272bdebba1d078478f62b397f33c8d',
		],
	])('agrees with RFC 7914, section 11 (%s, %s, %i iterations)', async (text, salt, iterations, hex) => {
		const key = await deriveKey(password(text), salt, { iterations, keyBytes: 64 });
		expect(key.toString('hex')).toBe(hex);
	});

	it('derives once for deliveries that arrive together, and keeps the key for the next', async () => {
		const derivations = Array.from({ length: 20 }, () => deriveKey(password('together'), 'salt', once));
		expect(new Set(derivations).size).toBe(1);
		const key = await derivations[0];
		expect(await deriveKey(password('together'), 'salt', once)).toBe(key);
	});

	it.each([
		['password', () => deriveKey(password('b'), 'salt', once)],
		['salt', () => deriveKey(password('a'), 'other', once)],
		['number of iterations', () => deriveKey(password('a'), 'salt', { ...once, iterations: 2 })],
		['border between password and salt', () => deriveKey(password('as'), 'alt', once)],
		['byte of a password that is not UTF-8', () => deriveKey(Buffer.from([0xfe]), 'salt', once), Buffer.from([0xff])],
	])('derives another key for another %s', async (_, deriveOther, first = password('a')) => {
		const key = await deriveKey(first, 'salt', once);
		expect(await deriveOther()).not.toEqual(key);
	});

	it('makes a key of the length that is asked for', async () => {
		expect(await deriveKey(password('a'), 'salt', { iterations: 1, keyBytes: 16 })).toHaveLength(16);
		expect(await deriveKey(password('a'), 'salt', once)).toHaveLength(32);
	});

	it(`keeps ${KEPT} keys and forgets the one derived first, which is then derived anew`, async () => {
		const oldest = deriveKey(password('oldest'), 'salt', once);
		for (let index = 1; index < KEPT; index++) await deriveKey(password(`filler ${index}`), 'salt', once);
		expect(deriveKey(password('oldest'), 'salt', once)).toBe(oldest);
		const second = deriveKey(password('filler 1'), 'salt', once);

		await deriveKey(password('one too many'), 'salt', once);
		expect(deriveKey(password('filler 1'), 'salt', once)).toBe(second);
		const anew = deriveKey(password('oldest'), 'salt', once);
		expect(anew).not.toBe(oldest);
		expect(await anew).toEqual(await oldest);
	});

	it('keeps no key that could not be derived', async () => {
		const impossible = { iterations: 0, keyBytes: 32 };
		const first = deriveKey(password('impossible'), 'salt', impossible);
		await expect(first).rejects.toThrow('iterations');
		const second = deriveKey(password('impossible'), 'salt', impossible);
		expect(second).not.toBe(first);
		await expect(second).rejects.toThrow('iterations');
	});

	it('forgets only itself when it fails after it was pushed out and derived anew', async () => {
		const derive = jest.spyOn(crypto, 'pbkdf2');
		const failures: (() => void)[] = [];
		derive.mockImplementation(((...parameters: unknown[]) => {
			failures.push(() => (parameters.at(-1) as (error: Error) => void)(new Error('out of memory')));
		}) as typeof crypto.pbkdf2);
		const pushedOut = deriveKey(password('pushed out'), 'salt', once);
		derive.mockRestore();
		for (let index = 0; index < KEPT; index++) await deriveKey(password(`pushing ${index}`), 'salt', once);
		const anew = deriveKey(password('pushed out'), 'salt', once);
		failures[0]?.();
		await expect(pushedOut).rejects.toThrow('out of memory');
		expect(deriveKey(password('pushed out'), 'salt', once)).toBe(anew);
	});
});
