import { fullName } from '../../webhook/name';

test.each<[(string | null)[], string | null]>([
	[['Jane', 'Mary', 'Doe'], 'Jane Mary Doe'],
	[['Jane', null, 'Doe'], 'Jane Doe'],
	[[null, 'Doe'], 'Doe'],
	[[null, null], null],
	[[], null],
])('of the parts %j the name is %j', (parts, name) => {
	expect(fullName(...parts)).toBe(name);
});
