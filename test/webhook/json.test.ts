import { isJsonObject, parseJsonObject } from '../../webhook/json';

describe('isJsonObject', () => {
	it.each([{}, { a: 1 }, Object.create(null) as object])('takes the object %j', (value) => {
		expect(isJsonObject(value)).toBe(true);
	});

	it.each([undefined, null, [], [{}], 'a', 1, true])('does not take %p', (value) => {
		expect(isJsonObject(value)).toBe(false);
	});
});

describe('parseJsonObject', () => {
	it.each([
		['{}', {}],
		[' \n{"a":[1,null]}\t', { a: [1, null] }],
		['{"a":1,"a":2}', { a: 2 }],
	])('reads %j', (text, value) => {
		expect(parseJsonObject(text)).toEqual(value);
	});

	it.each([
		'',
		' ',
		'null',
		'1',
		'"{}"',
		'[]',
		'[{}]',
		'{}{}',
		'{} x',
		'{"a":1,}',
		"{'a':1}",
		'{a:1}',
		'{"a":NaN}',
		'{"a"',
		'\ufeff{}',
		'a=1&b=2',
		'<a/>',
		'['.repeat(100_000),
		`${'{"a":'.repeat(100_000)}1`,
	])('reads %.30j as no object', (text) => {
		expect(parseJsonObject(text)).toBeNull();
	});

	it('keeps a key named __proto__ as a key', () => {
		const parsed = parseJsonObject('{"__proto__":{"admin":true}}');
		expect(Object.keys(parsed ?? {})).toEqual(['__proto__']);
		expect((parsed as { admin?: unknown }).admin).toBeUndefined();
	});
});
