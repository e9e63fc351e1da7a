import { isStorable } from '../../webhook/json';

const nested = (depth: number): unknown => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`);

describe('a value that n8n can store', () => {
	it('is anything that is not nested too deep', () => {
		for (const value of [null, 1, 'text', {}, [], { a: [{ b: null }] }, nested(500)])
			expect(isStorable(value)).toBe(true);
	});

	it('is not what would overflow the stack', () => {
		for (const depth of [501, 5000, 500_000]) {
			expect(isStorable(nested(depth))).toBe(false);
			expect(isStorable({ wide: [1, 2, 3], deep: nested(depth) })).toBe(false);
		}
	});
});
