import { parsePath, valueAt } from '../../recipe/path';

describe('a path', () => {
	it.each([
		['status', ['status']],
		['data.object.status', ['data', 'object', 'status']],
		['checks[0].name', ['checks', 0, 'name']],
		['a[1][20]', ['a', 1, 20]],
		['First Name.x-y', ['First Name', 'x-y']],
		['__proto__.a', ['__proto__', 'a']],
	])('%s is read', (text, path) => {
		expect(parsePath(text)).toEqual(path);
	});

	it.each([
		'',
		'.',
		'.a',
		'a.',
		'a..b',
		'a[',
		'a[]',
		'a[-1]',
		'a[01]',
		'a[x]',
		'a[0]b',
		'[0]',
		' a',
		'a\u200b',
		'a ',
		'a. b',
		'a]',
		'a[10000]',
		'$.a[*',
		'{{a}}[0',
		Array.from({ length: 21 }, () => 'a').join('.'),
	])('%j is none', (text) => {
		expect(parsePath(text)).toBeNull();
	});

	const payload = { a: { b: [{ c: 0 }, null] }, text: 'xyz' };

	it.each([
		['a.b[0].c', 0],
		['a.b[1]', null],
		['a.b[2]', undefined],
		['a.b.length', {}],
		['a.b.0', {}],
		['a[0]', {}],
		['text[0]', {}],
		['text.length', {}],
		['a.toString', undefined],
		['constructor.name', undefined],
		['__proto__', undefined],
		['a.b[1].c', undefined],
	])('%s leads to %j', (text, value) => {
		expect(valueAt(payload, parsePath(text) ?? [])).toEqual(value);
	});

	it('leads to what was sent under a name that objects inherit', () => {
		expect(valueAt(JSON.parse('{"__proto__":{"a":1}}'), ['__proto__', 'a'])).toBe(1);
	});
});
