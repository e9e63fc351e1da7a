import type { SecretField } from '../../webhook/provider';
import { inUse, readSecrets } from '../../webhook/secrets';

const fields: SecretField[] = [
	{
		name: 'key',
		label: 'Signing Key',
		required: true,
		problem: (secret) => (secret.length === 8 ? null : 'must be 8 letters long'),
	},
	{ name: 'salt', label: 'Salt', required: true },
	{
		name: 'previousKey',
		label: 'Previous Signing Key',
		required: false,
		problem: (secret) => (secret.length === 8 ? null : 'must be 8 letters long'),
	},
];
const good = { key: 'abcdefgh', salt: 's', previousKey: 'ijklmnop' };

describe('readSecrets', () => {
	it('hands out the secrets of a credential, and nothing else that stands in it', () => {
		expect(readSecrets({ fields }, { ...good, extra: 'x' })).toEqual({ ok: true, secrets: good });
	});

	it.each([undefined, null, '', '  ', '\n'])('takes an optional secret that is %j for none', (previousKey) => {
		expect(readSecrets({ fields }, { ...good, previousKey })).toEqual({
			ok: true,
			secrets: { ...good, previousKey: '' },
		});
	});

	it.each([
		['Signing Key is empty', { key: '' }],
		['Signing Key is empty', { key: ' \t\n' }],
		['Signing Key is empty', { key: undefined }],
		['Signing Key is empty', { key: null }],
		['Salt is empty', { salt: '' }],
		['Signing Key must be text', { key: 12345678 }],
		['Signing Key must be text', { key: ['abcdefgh'] }],
		['Previous Signing Key must be text', { previousKey: {} }],
		['Signing Key begins or ends with a space or a line break', { key: ' abcdefgh' }],
		['Signing Key begins or ends with a space or a line break', { key: 'abcdefgh\n' }],
		['Signing Key begins or ends with a space or a line break', { key: 'abcdefgh\u00a0' }],
		['Previous Signing Key begins or ends with a space or a line break', { previousKey: 'ijklmnop ' }],
		['Signing Key must be 8 letters long', { key: 'abc' }],
		['Previous Signing Key must be 8 letters long', { previousKey: 'abc' }],
	])('finds that %s', (problem, changed) => {
		const checked = readSecrets({ fields }, { ...good, ...changed });
		expect(checked).toEqual({ ok: false, problem: expect.stringMatching(new RegExp(`^${problem}[^.]*\\.$`)) });
	});

	it('keeps white space within a secret', () => {
		expect(readSecrets({ fields }, { ...good, key: 'abc  fgh' })).toMatchObject({ secrets: { key: 'abc  fgh' } });
	});

	it('finds that there is no credential, or an empty one', () => {
		expect(readSecrets({ fields }, null)).toEqual({ ok: false, problem: expect.stringContaining('select one') });
		expect(readSecrets({ fields }, {})).toEqual({
			ok: false,
			problem: expect.stringContaining('Signing Key is empty'),
		});
	});

	it('never tells a secret', () => {
		for (const changed of [
			{ key: ' hush-hush' },
			{ key: 'hush-hush ' },
			{ key: 'hush-hush' },
			{ salt: 'hush-hush ' },
		]) {
			const checked = readSecrets({ fields }, { ...good, ...changed });
			expect(checked.ok ? 'hush' : checked.problem).not.toContain('hush');
		}
	});
});

describe('inUse', () => {
	it('is the current secret, and the previous one while there is one', () => {
		expect(inUse('new', '')).toEqual(['new']);
		expect(inUse('new', 'old')).toEqual(['new', 'old']);
	});
});
