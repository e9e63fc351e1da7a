import { during } from '../../../test/host/progress.mjs';
import { Bed, CONFIGURATIONS } from '../../lib/bed.mjs';
import { Runs } from '../../lib/runs.mjs';
import { rotated } from '../../lib/statistics.mjs';
import { count as counted, withSpread } from '../../lib/text.mjs';
import { trigger } from '../../sides/trigger.mjs';

const BYTES = 2048;
/** The last one is `REMEMBERED_EVENTS` of `trigger/remembered.ts`: n8n rewrites all of them for each new one. */
const REMEMBERED = [0, 1000, 5000];
const COUNT = 40;

/**
 * More events that n8n's database remembers for one node, beside a node that remembers in its process.
 * @param {import('../../lib/context.mjs').Context} context
 * @returns {Promise<import('../../lib/text.mjs').Table[]>}
 */
export async function remembered(context) {
	const { rounds, effort } = context;
	const [provider] = context.providers;
	const count = effort(COUNT);
	const inProcess = { name: 'in the process', events: null, member: await trigger('process', BYTES, provider) };
	const sides = [{ ...inProcess, runs: new Runs() }];
	for (const events of REMEMBERED) {
		const member = await trigger(`database-${events}`, BYTES, provider, { rememberEventsIn: 'database' });
		sides.push({ name: `in the database, ${counted(events)}`, events, member, runs: new Runs() });
	}
	await during("Growth: events remembered in n8n's database", async () => {
		const members = sides.map(({ member }) => member);
		const bed = await Bed.start(context, { members, env: CONFIGURATIONS.lazy });
		for (let round = -1; round < rounds; round++) {
			for (const { events, member, runs } of rotated(sides, round + 1)) {
				// The first delivery makes the record.
				if (round < 0) await bed.run([member], 1);
				if (events !== null) bed.setRemembered(member.workflow.id, events);
				const run = await bed.run([member], count);
				if (round >= 0) runs.add(run);
			}
		}
		await bed.stop();
	});
	const [{ name: first, runs: firstRuns }] = sides;
	return [
		{
			caption: `More remembered events for one node, lazy, ${count} deliveries for each side and round:`,
			titles: ['remembered', 'deliveries/s', 'CPU ms each', `of ${first}`],
			rows: sides.map(({ name, runs }) => [
				name,
				withSpread(runs.rate),
				withSpread(runs.cpu),
				withSpread(runs.rateRatio(firstRuns)),
			]),
		},
	];
}
