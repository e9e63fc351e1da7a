import { during } from '../../../test/host/progress.mjs';
import { Bed, CONFIGURATIONS } from '../../lib/bed.mjs';
import { Runs } from '../../lib/runs.mjs';
import { rotated } from '../../lib/statistics.mjs';
import { withSpread } from '../../lib/text.mjs';
import { trigger } from '../../sides/trigger.mjs';

const BYTES = 2048;
const ACTIVE = [1, 20, 200];
const COUNT = 60;

/**
 * More active workflows in one n8n, which all get deliveries in turn.
 * @param {import('../../lib/context.mjs').Context} context
 * @returns {Promise<import('../../lib/text.mjs').Table[]>}
 */
export async function workflows(context) {
	const { providers, rounds, effort } = context;
	const [provider] = providers;
	const count = effort(COUNT);
	const sides = [];
	await during('Growth: starting n8n with more and more workflows', async () => {
		for (const active of ACTIVE) {
			const members = [];
			for (let index = 0; index < active; index++) members.push(await trigger(`workflow-${index}`, BYTES, provider));
			const bed = await Bed.start(context, { members, env: CONFIGURATIONS.lazy });
			sides.push({ active, members, bed, runs: new Runs() });
		}
	});
	await during('Growth: workflows', async () => {
		for (let round = -1; round < rounds; round++) {
			for (const { bed, members, runs } of rotated(sides, round + 1)) {
				const run = await bed.run(rotated(members, (round + 1) * count), count);
				if (round >= 0) runs.add(run);
			}
		}
	});
	for (const { bed } of sides) await bed.stop();
	const [{ runs: one }] = sides;
	return [
		{
			caption: `More active workflows, lazy, ${count} deliveries for each n8n and round, to all of them in turn:`,
			titles: ['active workflows', 'deliveries/s', 'CPU ms each', 'of one workflow'],
			rows: sides.map(({ active, runs }) => [
				String(active),
				withSpread(runs.rate),
				withSpread(runs.cpu),
				withSpread(runs.rateRatio(one)),
			]),
		},
	];
}
