import { join } from 'node:path';
import { during } from '../../test/host/progress.mjs';
import { Bed, CONFIGURATIONS } from '../lib/bed.mjs';
import { shares } from '../lib/profile.mjs';
import { Profiler } from '../lib/profiler.mjs';
import { rotated, spread } from '../lib/statistics.mjs';
import { withSpread } from '../lib/text.mjs';
import { bare } from '../sides/bare.mjs';
import { empty } from '../sides/empty.mjs';
import { trigger } from '../sides/trigger.mjs';

const BYTES = 2048;
const FOLDER = '/node_modules/n8n-nodes-kyc/';

/**
 * Whose work a delivery is on n8n's main thread.
 * @param {import('../lib/context.mjs').Context} context
 * @returns {Promise<import('../lib/text.mjs').Table[]>}
 */
export async function profile(context) {
	const { providers, folder, rounds, effort } = context;
	const triggers = await Promise.all(providers.map((node) => trigger(node.samples.provider.id, BYTES, node)));
	const sides = [
		{ name: 'bare Webhook node', members: [await bare('bare', BYTES)] },
		{ name: 'empty trigger', members: [await empty('empty', BYTES)] },
		{ name: 'this package', members: triggers },
	];
	const counts = { default: effort(20), lazy: effort(100) };
	const rows = [];
	const called = [];
	for (const [configuration, env] of Object.entries(CONFIGURATIONS)) {
		await during(`Profiling, ${configuration}`, async () => {
			const count = counts[configuration];
			const profiler = new Profiler(join(folder, `${configuration}.cpuprofile`));
			const members = sides.flatMap((side) => side.members);
			const bed = await Bed.start(context, { members, env: { ...env, ...profiler.env } });
			for (const side of sides) await bed.run(side.members, count);
			/** @type {Map<typeof sides[number], import('../lib/profile.mjs').Shares[]>} */
			const seen = new Map(sides.map((side) => [side, []]));
			for (let round = 0; round < rounds; round++) {
				for (const side of rotated(sides, round)) {
					const profiled = await profiler.during(bed.pid, () => bed.run(side.members, count));
					seen.get(side).push(shares(profiled, FOLDER));
				}
			}
			for (const [{ name }, results] of seen) rows.push([configuration, name, ...figuresOf(results, count)]);
			called.push(...calledIn(configuration, seen.get(sides.at(-1)), count));
			await bed.stop();
		});
	}
	return [
		{
			caption: 'Milliseconds of the main thread for one delivery, by a sampling profiler, which itself takes some:',
			titles: [
				'configuration',
				'',
				'all',
				'this package',
				'n8n, called by this package',
				'n8n besides',
				'garbage collection',
				'outside JavaScript',
			],
			rows,
		},
		{
			caption: 'What this package calls of n8n, milliseconds for one delivery until it returns or waits:',
			titles: ['configuration', 'function', 'milliseconds'],
			rows: called,
		},
	];
}

function figuresOf(results, count) {
	const kinds = results.map(({ own, onBehalf, host, collector, native }) => {
		const all = own + onBehalf + host + collector + native;
		return [all, own, onBehalf, host, collector, native];
	});
	return kinds[0].map((_, kind) => withSpread(spread(kinds.map((milliseconds) => milliseconds[kind] / count))));
}

function calledIn(configuration, results, count) {
	const names = [...new Set(results.flatMap(({ called }) => [...called.keys()]))];
	const each = names.map((name) => [name, spread(results.map(({ called }) => (called.get(name) ?? 0) / count))]);
	const most = each.sort(([, one], [, other]) => other.median - one.median).slice(0, 8);
	return most.map(([name, milliseconds]) => [configuration, `\`${name}\``, withSpread(milliseconds)]);
}
