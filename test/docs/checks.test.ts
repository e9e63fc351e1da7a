import { outdatedReadings } from '../../scripts/lib/evidence.mjs';
import { withParts } from '../../scripts/lib/markdown.mjs';
import { tooLong } from '../../scripts/lib/size.mjs';

test.each([
	['2025-11-28', 0],
	['2025-11-27', 1],
	['2026-11-28', 0],
	['not a day', 1],
])('documentation that was read on %s is too old %i times', (readOn, times) => {
	const found = outdatedReadings([{ what: 'nodes/Sesame/facts.ts', readOn }], new Date('2026-11-28T23:00:00Z'));
	expect(found).toHaveLength(times);
	for (const sentence of found)
		expect(sentence).toContain(`nodes/Sesame/facts.ts: the documentation was read on ${readOn}`);
});

test('the README may have 1,200 words and 10 kB', () => {
	expect(tooLong('word '.repeat(1200))).toEqual([]);
	expect(tooLong('word '.repeat(1201))).toEqual([expect.stringContaining('1201 words')]);
	expect(tooLong('ä'.repeat(5001))).toEqual([expect.stringContaining('10002 bytes')]);
});

test('parts are put between their markers, and nothing else changes', () => {
	const page = 'a\n<!-- one:begin -->\nold\n<!-- one:end -->\nb\n';
	const written = withParts(page, { one: 'new' });
	expect(written).toBe('a\n<!-- one:begin -->\n\nnew\n\n<!-- one:end -->\nb\n');
	expect(withParts(written, { one: 'new' })).toBe(written);
	expect(() => withParts(page, { two: 'new' })).toThrow('<!-- two:begin -->');
});
