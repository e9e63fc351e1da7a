import fc from 'fast-check';
import { anything, fields, flag, list, number, text, word } from '../../webhook/fields';

const deep = JSON.parse(`${'['.repeat(5_000)}${']'.repeat(5_000)}`) as unknown;
const strange: unknown[] = [
	undefined,
	null,
	'',
	'a',
	0,
	1.5,
	Infinity,
	Number.NaN,
	true,
	[],
	['a'],
	{},
	{ a: 1 },
	deep,
];

describe('a field of an authentic payload', () => {
	it.each([
		['a', 'a'],
		[' ', ' '],
		['0', '0'],
		[0, '0'],
		[172, '172'],
		[-1.5, '-1.5'],
		['', null],
		[Infinity, null],
		[Number.NaN, null],
		[true, null],
		[null, null],
		[undefined, null],
		[['a'], null],
		[{ a: 'a' }, null],
	])('reads %p as the text %p', (value, read) => {
		expect(text.parse(value)).toBe(read);
	});

	it.each([
		['a', 'a'],
		['', ''],
		[' ', ' '],
		[9001, '9001'],
		[true, 'true'],
		[false, 'false'],
		[['a'], '(list)'],
		[{ a: 'a' }, '(object)'],
		[deep, '(list)'],
		[null, null],
		[undefined, null],
	])('reads %p as the deciding word %p: only what is absent is null', (value, read) => {
		expect(word.parse(value)).toBe(read);
	});

	it.each([
		[true, true],
		[false, false],
		['true', null],
		[1, null],
		[0, null],
		[null, null],
		[undefined, null],
		[[], null],
	])('reads %p as the flag %p', (value, read) => {
		expect(flag.parse(value)).toBe(read);
	});

	it.each([
		[0, 0],
		[-1.5, -1.5],
		['1', null],
		[Infinity, null],
		[Number.NaN, null],
		[true, null],
		[undefined, null],
	])('reads %p as the number %p', (value, read) => {
		expect(number.parse(value)).toBe(read);
	});

	it.each([
		[[], []],
		[
			[1, 'a', null],
			[1, 'a', null],
		],
		[{ 0: 'a', length: 1 }, null],
		['ab', null],
		[undefined, null],
	])('reads %p as the list %p', (value, read) => {
		expect(list.parse(value)).toEqual(read);
	});

	it('may be anything', () => {
		for (const value of strange) expect(anything.parse(value)).toBe(value);
	});
});

const schema = fields({
	id: text,
	paid: flag,
	updated: number,
	items: list,
	user: fields({ email: text, address: fields({ city: text }) }),
});
const nothing = {
	id: null,
	paid: null,
	updated: null,
	items: null,
	user: { email: null, address: { city: null } },
};

describe('fields', () => {
	it('reads the known fields, and leaves out the others', () => {
		const payload = {
			id: 7,
			paid: true,
			updated: 1,
			items: [2],
			user: { email: 'a@b', address: { city: 'X' } },
			more: 1,
		};
		expect(schema.parse(payload)).toEqual({
			id: '7',
			paid: true,
			updated: 1,
			items: [2],
			user: { email: 'a@b', address: { city: 'X' } },
		});
	});

	it('reads whatever is no object as an object without fields', () => {
		for (const value of strange) expect(schema.parse(value)).toEqual(nothing);
		for (const user of strange) expect(schema.parse({ user })).toEqual(nothing);
	});

	it('takes a field of the wrong kind for missing, and the others as they are', () => {
		expect(schema.parse({ id: {}, paid: 'yes', updated: '1', items: {}, user: { email: 'a@b', address: [] } })).toEqual(
			{
				...nothing,
				user: { email: 'a@b', address: { city: null } },
			},
		);
	});

	it('does not take what every object inherits for a field that was sent', () => {
		const inherited = fields({ constructor: text, toString: anything, valueOf: list });
		expect(inherited.parse({}).constructor).toBeNull();
		const polluting = JSON.parse('{"__proto__":{"id":"evil","user":{"email":"evil"}}}') as unknown;
		expect(schema.parse(polluting)).toEqual(nothing);
		expect(({} as { id?: unknown }).id).toBeUndefined();
	});

	it('never fails for anything that JSON can hold', () => {
		const key = fc.oneof(
			fc.string(),
			fc.constantFrom('__proto__', 'constructor', 'then', 'catch', 'length', 'id', 'user'),
		);
		fc.assert(
			fc.property(fc.object({ key, maxDepth: 4, withNullPrototype: true }), (object) => {
				const value = JSON.parse(JSON.stringify(object)) as Record<string, unknown>;
				for (const each of [value, { id: value, user: value, items: value }, ...Object.values(value)]) {
					expect(Object.keys(schema.parse(each))).toEqual(Object.keys(nothing));
				}
			}),
		);
	});
});
