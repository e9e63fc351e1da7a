import fc from 'fast-check';
import { SeenEvents, type Claim } from '../../webhook/duplicates';

const CAPACITY = 1_000;
const upTo = (capacity: number) => ({ perScope: capacity, total: capacity });
let seen: SeenEvents;
beforeEach(() => {
	seen = new SeenEvents(upTo(CAPACITY));
});

/** Claims and settles, as a delivery that nothing else happens to. */
async function deliver(ids: readonly string[], accepted = true, scope = 'node'): Promise<readonly string[]> {
	const claim = await seen.claim(scope, ids);
	claim.settle(accepted);
	return claim.eventIds;
}

/** Lets everything run that can run without anybody's doing. */
const settleDown = () => new Promise((resolve) => setImmediate(resolve));

/** Whether a promise is still pending when everything else has run. */
async function isWaiting(promise: Promise<unknown>): Promise<boolean> {
	const waiting = Symbol();
	return (await Promise.race([promise, settleDown().then(() => waiting)])) === waiting;
}

describe('a claim', () => {
	it('is granted for new ids, and no more once they are accepted', async () => {
		expect(await deliver(['a'])).toEqual(['a']);
		expect(await deliver(['a'])).toEqual([]);
		expect(await deliver(['a'])).toEqual([]);
	});

	it('is granted again while the delivery was not accepted', async () => {
		expect(await deliver(['a'], false)).toEqual(['a']);
		expect(await deliver(['a'], false)).toEqual(['a']);
		expect(await deliver(['a'], true)).toEqual(['a']);
		expect(await deliver(['a'], false)).toEqual([]);
		expect(await deliver(['a'])).toEqual([]);
	});

	it('is granted for those of several ids that are new, in their order, each once', async () => {
		await deliver(['b']);
		expect(await deliver(['c', 'b', 'a', 'c'])).toEqual(['c', 'a']);
		expect(await deliver(['a', 'b', 'c'])).toEqual([]);
		expect(await deliver([])).toEqual([]);
	});

	it('forgets the new ids only, when a partly seen delivery is not accepted', async () => {
		await deliver(['a']);
		expect(await deliver(['a', 'b'], false)).toEqual(['b']);
		expect(await deliver(['a', 'b'])).toEqual(['b']);
	});

	it('is of one scope', async () => {
		await deliver(['a'], true, 'one');
		expect(await deliver(['a'], true, 'other')).toEqual(['a']);
		expect(await deliver(['a'], true, 'one')).toEqual([]);
	});

	it.each([
		['a scope from an id', 'node a', 'b', 'node', 'a b'],
		['a scope from an id by a quote', 'node","a', 'b', 'node', 'a","b'],
		['ids by case', 'node', 'A', 'node', 'a'],
		['ids by white space', 'node', 'a', 'node', 'a '],
		['names of every object', 'node', '__proto__', 'node', 'constructor'],
		['very long ids by their last letter', 'node', `${'x'.repeat(600_000)}a`, 'node', `${'x'.repeat(600_000)}b`],
	])('tells %s', async (_, scope, id, otherScope, otherId) => {
		expect(await deliver([id], true, scope)).toEqual([id]);
		expect(await deliver([otherId], true, otherScope)).toEqual([otherId]);
	});
});

describe('deliveries under way at the same time', () => {
	it('lets one of many duplicates in, and answers the others when it is accepted', async () => {
		const first = await seen.claim('node', ['a']);
		const others = Array.from({ length: 50 }, () => seen.claim('node', ['a']));
		expect(await isWaiting(Promise.race(others))).toBe(true);
		first.settle(true);
		for (const other of await Promise.all(others)) expect(other.eventIds).toEqual([]);
	});

	it('grants one claim to many that come in the same moment', async () => {
		const granted: Claim[] = [];
		const all = Array.from({ length: 50 }, async () => {
			const claim = await seen.claim('node', ['a']);
			if (claim.eventIds.length > 0) granted.push(claim);
			await settleDown();
			claim.settle(true);
		});
		await Promise.all(all);
		expect(granted).toHaveLength(1);
	});

	it('lets one duplicate take over when the first is not accepted, and so on', async () => {
		const first = await seen.claim('node', ['a']);
		const winners: number[] = [];
		const others = Array.from({ length: 5 }, async (_, index) => {
			const claim = await seen.claim('node', ['a']);
			if (claim.eventIds.length > 0) winners.push(index);
			await settleDown();
			claim.settle(winners.length === 3);
		});
		await settleDown();
		expect(winners).toEqual([]);
		first.settle(false);
		await Promise.all(others);
		expect(winners).toHaveLength(3);
		expect(new Set(winners).size).toBe(3);
	});

	it('does not let other ids or scopes wait', async () => {
		await seen.claim('node', ['a']);
		expect(await deliver(['b'])).toEqual(['b']);
		expect(await deliver(['a'], true, 'other')).toEqual(['a']);
	});

	it('does not let a duplicate of a finished delivery wait for a delivery under way', async () => {
		await deliver(['a']);
		await seen.claim('node', ['b']);
		expect(await deliver(['a'])).toEqual([]);
	});

	it('lets a delivery that shares one id wait, and gives it the rest', async () => {
		const first = await seen.claim('node', ['a', 'b']);
		const second = seen.claim('node', ['b', 'c']);
		expect(await isWaiting(second)).toBe(true);
		first.settle(true);
		expect((await second).eventIds).toEqual(['c']);
	});

	it('lets nobody wait for a claim that was granted nothing', async () => {
		await deliver(['a']);
		await seen.claim('node', ['a']);
		expect(await deliver(['a'])).toEqual([]);
	});

	it('waits for an abandoned one as long as its end can be hoped for, and then takes over', async () => {
		seen = new SeenEvents(upTo(CAPACITY), 50);
		const first = await seen.claim('node', ['a']);
		first.abandon();
		const second = seen.claim('node', ['a', 'b']);
		expect(await isWaiting(second)).toBe(true);
		const third = seen.claim('node', ['a']);
		expect((await second).eventIds).toEqual(['a', 'b']);
		// The end of the first one comes after all, and settles nothing for the second.
		first.settle(true);
		expect(await isWaiting(third)).toBe(true);
		(await second).settle(false);
		expect((await third).eventIds).toEqual([]);
	});

	it('waits for the one that has taken over, also when the abandoned one ends after all', async () => {
		seen = new SeenEvents(upTo(CAPACITY), 10);
		const first = await seen.claim('node', ['a']);
		first.abandon();
		const second = await seen.claim('node', ['a']);
		first.settle(false);
		const third = seen.claim('node', ['a']);
		expect(await isWaiting(third)).toBe(true);
		second.settle(true);
		expect((await third).eventIds).toEqual([]);
	});

	it('waits for one that is not abandoned, however long that takes', async () => {
		const first = await seen.claim('node', ['a']);
		const second = seen.claim('node', ['a']);
		expect(await isWaiting(second)).toBe(true);
		first.settle(true);
		expect((await second).eventIds).toEqual([]);
	});

	it('is a duplicate when an abandoned one was accepted', async () => {
		seen = new SeenEvents(upTo(CAPACITY), 10);
		const first = await seen.claim('node', ['a']);
		first.abandon();
		first.settle(true);
		await new Promise((resolve) => setTimeout(resolve, 30));
		expect((await seen.claim('node', ['a'])).eventIds).toEqual([]);
	});

	it('comes to an end, with every id accepted at most once, whatever overlaps', async () => {
		const delivery = fc.record({
			ids: fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 4 }),
			accepted: fc.boolean(),
			pauseBefore: fc.nat(3),
			pauseAfter: fc.nat(3),
		});
		await fc.assert(
			fc.asyncProperty(fc.array(delivery, { maxLength: 12 }), async (deliveries) => {
				seen = new SeenEvents(upTo(CAPACITY));
				const held = new Set<string>();
				const accepted: string[] = [];
				const pause = async (turns: number) => {
					for (let turn = 0; turn < turns; turn++) await Promise.resolve();
				};
				const all = deliveries.map(async ({ ids, accepted: isAccepted, pauseBefore, pauseAfter }) => {
					await pause(pauseBefore);
					const claim = await seen.claim('node', ids);
					for (const id of claim.eventIds) {
						expect(held.has(id) || accepted.includes(id)).toBe(false);
						held.add(id);
					}
					await pause(pauseAfter);
					for (const id of claim.eventIds) held.delete(id);
					if (isAccepted) accepted.push(...claim.eventIds);
					claim.settle(isAccepted);
				});
				await Promise.all(all);
				const known = ['a', 'b', 'c', 'd'].filter((id) => accepted.includes(id));
				const rest = await seen.claim('node', ['a', 'b', 'c', 'd']);
				expect([...rest.eventIds, ...known].sort()).toEqual(['a', 'b', 'c', 'd']);
			}),
			{ numRuns: 300 },
		);
	});
});

describe('the memory', () => {
	it('keeps as many ids as it may, for all scopes together, and forgets the oldest first', async () => {
		seen = new SeenEvents(upTo(3));
		for (const [id, scope] of [
			['a', 'one'],
			['b', 'two'],
			['c', 'one'],
		] as const) {
			await deliver([id], true, scope);
		}
		expect(await deliver(['a'], true, 'one')).toEqual([]);
		await deliver(['d'], true, 'two');
		expect(await deliver(['b'], false, 'two')).toEqual([]);
		expect(await deliver(['c'], false, 'one')).toEqual([]);
		expect(await deliver(['a'], false, 'one')).toEqual(['a']);
	});

	it('is not filled by deliveries that were not accepted', async () => {
		seen = new SeenEvents(upTo(2));
		await deliver(['a']);
		for (let index = 0; index < 10; index++) await deliver([`refused ${index}`], false);
		expect(await deliver(['a'])).toEqual([]);
	});

	it('does not grow past its bound, however many events one delivery tells', async () => {
		seen = new SeenEvents(upTo(10));
		const ids = Array.from({ length: 100 }, (_, index) => `event ${index}`);
		expect(await deliver(ids)).toHaveLength(100);
		expect(await deliver(ids, false)).toEqual(ids.slice(0, 90));
	});

	it('does not forget an event whose delivery is under way', async () => {
		seen = new SeenEvents(upTo(1));
		const first = await seen.claim('node', ['a']);
		await deliver(['b']);
		await deliver(['c']);
		const duplicate = seen.claim('node', ['a']);
		expect(await isWaiting(duplicate)).toBe(true);
		first.settle(true);
		expect((await duplicate).eventIds).toEqual([]);
	});
});
