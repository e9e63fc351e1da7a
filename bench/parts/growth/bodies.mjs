import { during } from '../../../test/host/progress.mjs';
import { Bed, CONFIGURATIONS } from '../../lib/bed.mjs';
import { Runs } from '../../lib/runs.mjs';
import { mean, rotated, spread } from '../../lib/statistics.mjs';
import { Subject } from '../../lib/subject.mjs';
import { figure, size, withSpread } from '../../lib/text.mjs';
import { bare } from '../../sides/bare.mjs';
import { trigger } from '../../sides/trigger.mjs';

const KIB = 1024;
const SIZES = [1, 4, 16, 64, 256, 1024].map((kibibytes) => kibibytes * KIB);
const SENT_SIZES = [1, 32, 1024].map((kibibytes) => kibibytes * KIB);
/** So many bytes are worked off for each size, provider and round, in 10 calls at least. */
const BYTES_IN_ALL = 2 * KIB * KIB;

/**
 * Bodies from 1 KiB to 1 MiB: by themselves, and through n8n.
 * @param {import('../../lib/context.mjs').Context} context
 * @returns {Promise<import('../../lib/text.mjs').Table[]>}
 */
export async function bodies(context) {
	return [await byThemselves(context), await throughHttp(context)];
}

async function byThemselves({ providers, rounds, effort }) {
	const sides = [];
	for (const bytes of SIZES) {
		const subjects = [];
		for (const { samples } of providers) subjects.push(await Subject.of(samples, bytes));
		sides.push({ bytes, subjects, calls: effort(Math.min(200, BYTES_IN_ALL / bytes)) });
	}
	await during('Growth: bodies', async () => {
		for (let round = -1; round < rounds; round++) {
			for (const { subjects, calls } of rotated(sides, round + 1)) {
				for (const subject of subjects) await subject.measure(calls, round >= 0);
			}
		}
	});
	return {
		caption: 'Longer bodies, authenticate + read by themselves, microseconds of CPU time, all threads:',
		titles: [
			'body',
			'mean of all providers',
			'for each KiB',
			'HMAC + JSON.parse alone, for each KiB',
			'slowest provider',
		],
		rows: sides.map(({ bytes, subjects }) => {
			const all = (name) =>
				spread(subjects[0][name].map((_, round) => mean(subjects.map((subject) => subject[name][round]))));
			const medians = subjects.map(({ own }) => spread(own).median);
			const slowest = subjects[medians.indexOf(Math.max(...medians))].provider.displayName;
			return [
				size(bytes),
				withSpread(all('own')),
				figure((all('own').median / bytes) * KIB),
				figure((all('bare').median / bytes) * KIB),
				`${slowest}, ${figure(Math.max(...medians))}`,
			];
		}),
	};
}

async function throughHttp(context) {
	const { providers, rounds, effort } = context;
	const sides = [];
	for (const bytes of SENT_SIZES) {
		const triggers = providers.map((provider) => trigger(`${provider.samples.provider.id}-${bytes}`, bytes, provider));
		const plain = [await bare(`bare-${bytes}`, bytes)];
		sides.push({ bytes, plain, own: await Promise.all(triggers), plainRuns: new Runs(), ownRuns: new Runs() });
	}
	const count = effort(providers.length);
	await during('Growth: bodies through n8n', async () => {
		const members = sides.flatMap(({ plain, own }) => [...plain, ...own]);
		const bed = await Bed.start(context, { members, env: CONFIGURATIONS.lazy });
		for (let round = -1; round < rounds; round++) {
			for (const { plain, own, plainRuns, ownRuns } of rotated(sides, round + 1)) {
				const runs = [await bed.run(plain, count), await bed.run(own, count)];
				if (round < 0) continue;
				plainRuns.add(runs[0]);
				ownRuns.add(runs[1]);
			}
		}
		await bed.stop();
	});
	return {
		caption: `Longer bodies through n8n, lazy, all providers in turn, ${count} deliveries for each side and round:`,
		titles: ['body', 'deliveries/s', 'CPU ms each', 'bare Webhook node, deliveries/s', 'CPU ms each', 'ratio'],
		rows: sides.map(({ bytes, plainRuns, ownRuns }) => [
			size(bytes),
			withSpread(ownRuns.rate),
			withSpread(ownRuns.cpu),
			withSpread(plainRuns.rate),
			withSpread(plainRuns.cpu),
			withSpread(ownRuns.rateRatio(plainRuns)),
		]),
	};
}
