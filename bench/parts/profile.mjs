import { join } from 'node:path';
import { during } from '../../test/host/progress.mjs';
import { Bed, CONFIGURATIONS } from '../lib/bed.mjs';
import { shares } from '../lib/profile.mjs';
import { Profiler } from '../lib/profiler.mjs';
import { figure } from '../lib/text.mjs';
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
	const { providers, folder, effort } = context;
	const triggers = await Promise.all(providers.map((node) => trigger(node.samples.provider.id, BYTES, node)));
	const sides = [
		{ name: 'bare Webhook node', members: [await bare('bare', BYTES)] },
		{ name: 'empty trigger', members: [await empty('empty', BYTES)] },
		{ name: 'this package', members: triggers },
	];
	const counts = { default: effort(60), lazy: effort(300) };
	const rows = [];
	const called = [];
	for (const [configuration, env] of Object.entries(CONFIGURATIONS)) {
		await during(`Profiling, ${configuration}`, async () => {
			const count = counts[configuration];
			const profiler = new Profiler(join(folder, `${configuration}.cpuprofile`));
			const members = sides.flatMap((side) => side.members);
			const bed = await Bed.start(context, { members, env: { ...env, ...profiler.env } });
			for (const side of sides) await bed.run(side.members, count);
			for (const side of sides) {
				const result = shares(await profiler.during(bed.pid, () => bed.run(side.members, count)), FOLDER);
				rows.push([configuration, side.name, ...figuresOf(result, count)]);
				if (side === sides.at(-1)) called.push(...calledIn(configuration, result, count));
			}
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

function figuresOf({ own, onBehalf, host, collector, native }, count) {
	const all = own + onBehalf + host + collector + native;
	return [all, own, onBehalf, host, collector, native].map((milliseconds) => figure(milliseconds / count));
}

function calledIn(configuration, { called }, count) {
	const most = [...called].sort(([, one], [, other]) => other - one).slice(0, 8);
	return most.map(([name, milliseconds]) => [configuration, `\`${name}\``, figure(milliseconds / count)]);
}
