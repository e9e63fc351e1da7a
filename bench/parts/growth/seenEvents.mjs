import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { loadTypeScript } from '../../../scripts/lib/loadTypeScript.mjs';
import { during } from '../../../test/host/progress.mjs';
import { cpuMicrosecondsOf } from '../../lib/cpu.mjs';
import { distinct } from '../../lib/deliveries.mjs';
import { rotated, spread } from '../../lib/statistics.mjs';
import { count as counted, figure, withSpread } from '../../lib/text.mjs';

/** What one n8n process remembers at most for one node: `CAPACITY` in `trigger/webhook.ts`. */
const CAPACITY = { perScope: 20_000, total: 100_000 };
const COUNTS = [0, 1000, 10_000, CAPACITY.perScope];
const SCOPE = 'a workflow and its node';

/**
 * The memory of seen events, empty to full.
 * @param {import('../../lib/context.mjs').Context} context
 * @returns {Promise<import('../../lib/text.mjs').Table[]>}
 */
export async function seenEvents({ rounds, effort }) {
	const source = fileURLToPath(new URL('../../../webhook/duplicates.ts', import.meta.url));
	const [{ SeenEvents }] = await loadTypeScript([source]);
	const claims = effort(2000);
	const sides = COUNTS.map((count) => ({ count, microseconds: [], duplicates: [], kibibytes: [] }));
	await during('Growth: seen events', async () => {
		for (let round = -1; round < rounds; round++) {
			for (const side of rotated(sides, round + 1)) {
				const before = await heap();
				const store = new SeenEvents(CAPACITY);
				await fill(store, side.count);
				const kibibytes = ((await heap()) - before) / 1024;
				const known = [distinct()];
				await accept(store, known);
				const microseconds = await cpuMicrosecondsOf(claims, () => accept(store, [distinct()]));
				const duplicates = await cpuMicrosecondsOf(claims, () => store.claim(SCOPE, known));
				if (round < 0) continue;
				side.microseconds.push(microseconds);
				side.duplicates.push(duplicates);
				side.kibibytes.push(kibibytes);
			}
		}
	});
	return [
		{
			caption: 'More seen events in the memory of the process:',
			titles: ['seen', 'µs to claim and keep a new one', 'µs to recognise a duplicate', 'heap, KiB', 'bytes each'],
			rows: sides.map(({ count, microseconds, duplicates, kibibytes }) => [
				counted(count),
				withSpread(spread(microseconds)),
				withSpread(spread(duplicates)),
				figure(spread(kibibytes).median),
				count === 0 ? '' : figure((spread(kibibytes).median * 1024) / count),
			]),
		},
	];
}

async function fill(store, count) {
	for (let index = 0; index < count; index++) await accept(store, [distinct()]);
}

async function accept(store, eventIds) {
	const claim = await store.claim(SCOPE, eventIds);
	claim.settle(true);
}

async function heap() {
	// What the turn before has left behind is held until the next one.
	await sleep(10);
	globalThis.gc();
	return process.memoryUsage().heapUsed;
}
