import { RefusalTally } from '../../webhook/refusalTally';

describe('the tally of refusals', () => {
	it('reports the first at once, the others of the minute together with the next', () => {
		const tally = new RefusalTally();
		expect(tally.add('a', 0)).toBe(1);
		for (let now = 1; now < 60_000; now += 1000) expect(tally.add('a', now)).toBeNull();
		expect(tally.add('a', 60_000)).toBe(61);
		expect(tally.add('a', 60_001)).toBeNull();
		expect(tally.add('a', 120_000)).toBe(2);
	});

	it('counts each key apart', () => {
		const tally = new RefusalTally();
		expect(tally.add('a', 0)).toBe(1);
		expect(tally.add('b', 0)).toBe(1);
	});
});
