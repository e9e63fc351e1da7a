import { ScopedMemory } from '../../webhook/scopedMemory';

const memory = (perScope: number, total: number) => new ScopedMemory<number>({ perScope, total });

it('keeps values by key, apart for each scope', () => {
	const kept = memory(10, 10);
	kept.set('one', 'a', 1);
	kept.set('other', 'a', 2);
	expect([kept.get('one', 'a'), kept.get('other', 'a'), kept.get('one', 'b'), kept.get('none', 'a')]).toEqual([
		1,
		2,
		undefined,
		undefined,
	]);
	kept.delete('one', 'a');
	expect([kept.get('one', 'a'), kept.get('other', 'a')]).toEqual([undefined, 2]);
});

it('forgets the oldest of a scope that holds too much, and what is set again is the newest', () => {
	const kept = memory(2, 10);
	kept.set('one', 'a', 1);
	kept.set('one', 'b', 2);
	kept.set('one', 'a', 3);
	kept.set('one', 'c', 4);
	expect([kept.get('one', 'a'), kept.get('one', 'b'), kept.get('one', 'c')]).toEqual([3, undefined, 4]);
});

it('lets no scope flush what another remembers', () => {
	const kept = memory(1_000, 1_000);
	for (let index = 0; index < 100; index++) kept.set('quiet', `event ${index}`, index);
	for (let index = 0; index < 50_000; index++) kept.set('flood', `event ${index}`, index);
	for (let index = 0; index < 100; index++) expect(kept.get('quiet', `event ${index}`)).toBe(index);
	expect(kept.get('flood', 'event 49999')).toBe(49_999);
	expect(kept.get('flood', 'event 49099')).toBeUndefined();
	expect(kept.get('flood', 'event 49100')).toBe(49_100);
});

it('counts what is deleted as room', () => {
	const kept = memory(10, 3);
	for (const key of ['a', 'b', 'c']) kept.set('one', key, 1);
	kept.delete('one', 'b');
	kept.delete('one', 'b');
	kept.set('other', 'd', 1);
	expect(kept.get('one', 'a')).toBe(1);
	kept.set('other', 'e', 1);
	expect(['a', 'c'].map((key) => kept.get('one', key))).toEqual([undefined, 1]);
});

it('counts what one scope has forgotten as room for the others', () => {
	const kept = memory(2, 4);
	for (const key of ['a', 'b', 'c', 'd', 'e', 'f']) kept.set('busy', key, 1);
	for (const key of ['a', 'b']) kept.set('quiet', key, 2);
	expect(['e', 'f'].map((key) => kept.get('busy', key))).toEqual([1, 1]);
	expect(['a', 'b'].map((key) => kept.get('quiet', key))).toEqual([2, 2]);
});
