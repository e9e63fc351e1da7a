import { during } from '../../test/host/progress.mjs';
import { Bed, CONFIGURATIONS } from '../lib/bed.mjs';
import { Runs } from '../lib/runs.mjs';
import { rotated } from '../lib/statistics.mjs';
import { figure, withSpread } from '../lib/text.mjs';
import { bare } from '../sides/bare.mjs';
import { chain } from '../sides/chain.mjs';
import { empty } from '../sides/empty.mjs';
import { slack } from '../sides/slack.mjs';
import { trigger } from '../sides/trigger.mjs';

const BYTES = 2048;
/** Deliveries for each side and turn. */
const COUNTS = { default: 12, lazy: 60 };

const BARE = 'bare Webhook node';
const CHAIN = 'self-built chain';
const SLACK = 'Slack trigger';
const EMPTY = 'empty trigger';
const PACKAGE = 'this package';
const DATABASE = "this package, events remembered in n8n's database";
const OTHERS = [BARE, CHAIN, SLACK, EMPTY];

/** What this package should reach: configuration, the side compared with, least ratio or none. */
const GOALS = [
	['lazy', BARE, 1],
	['lazy', CHAIN, 4.5],
	['lazy', SLACK, 4],
	['default', SLACK, 1],
	['default', CHAIN, null],
];

/**
 * Deliveries per second over HTTP, in the real n8n, this package beside what else there is.
 * @param {import('../lib/context.mjs').Context} context
 * @returns {Promise<import('../lib/text.mjs').Table[]>}
 */
export async function http(context) {
	const { providers, rounds, effort } = context;
	const { compared, each } = await allSides(providers);
	const sides = [...compared, ...each];
	const members = [...new Set(sides.flatMap((side) => side.members))];
	/** @type {Record<string, Map<string, Runs>>} by configuration and side */
	const runs = {};
	const beds = [];
	await during('Starting n8n in both configurations', async () => {
		for (const [configuration, env] of Object.entries(CONFIGURATIONS)) {
			const bed = await Bed.start(context, { members, env });
			await bed.expectRefusals();
			beds.push({ configuration, bed, count: effort(COUNTS[configuration]) });
			runs[configuration] = new Map(sides.map((side) => [side.name, new Runs()]));
		}
	});
	for (let round = -1; round < rounds; round++) {
		await during(round < 0 ? 'Warming up' : `Round ${round + 1} of ${rounds}`, async () => {
			for (const { configuration, bed, count } of beds) {
				// What is compared comes close together, twice: the machine is seldom the same for long.
				const turn = 2 * (round + 1);
				const order = [...rotated(compared, turn), ...rotated(each, round + 1), ...rotated(compared, turn + 1)];
				for (const [index, side] of order.entries()) {
					const members = rotated(side.members, (turn + (index < compared.length ? 0 : 1)) * count);
					const run = await bed.run(members, count);
					if (round >= 0) runs[configuration].get(side.name).add(run);
				}
			}
		});
	}
	for (const { bed } of beds) await bed.stop();
	return [
		...beds.map(({ configuration, count }) => comparison(configuration, count, compared, runs[configuration])),
		eachProvider(each, runs),
		goals(runs),
	];
}

/** @returns {Promise<{ compared: import('../sides/types.mjs').Side[], each: import('../sides/types.mjs').Side[] }>} */
async function allSides(providers) {
	const triggers = [];
	const remembering = [];
	for (const provider of providers) {
		const { id } = provider.samples.provider;
		triggers.push(await trigger(id, BYTES, provider));
		remembering.push(await trigger(`${id}-database`, BYTES, provider, { rememberEventsIn: 'database' }));
	}
	return {
		compared: [
			{ name: BARE, members: [await bare('bare', BYTES)] },
			{ name: CHAIN, members: [await chain('chain', BYTES)] },
			{ name: SLACK, members: [await slack('slack', BYTES)] },
			{ name: EMPTY, members: [await empty('empty', BYTES)] },
			{ name: PACKAGE, members: triggers },
			{ name: DATABASE, members: remembering },
		],
		each: providers.map(({ samples }, index) => ({ name: samples.provider.displayName, members: [triggers[index]] })),
	};
}

function comparison(configuration, count, sides, runs) {
	return {
		caption: `**${configuration}**, ${count} deliveries for each side and turn, two turns in each round:`,
		titles: ['', 'deliveries/s', 'CPU ms each', ...OTHERS.map((other) => `of ${other}`)],
		rows: sides.map(({ name }) => {
			const own = runs.get(name);
			const ratios = OTHERS.map((other) => (other === name ? '' : withSpread(own.rateRatio(runs.get(other)))));
			return [name, withSpread(own.rate), withSpread(own.cpu), ...ratios];
		}),
	};
}

function eachProvider(sides, { default: usual, lazy }) {
	return {
		caption: 'Each provider by itself, one turn in each round:',
		titles: ['', 'default, deliveries/s', 'CPU ms each', 'lazy, deliveries/s', 'CPU ms each', `of ${BARE}`],
		rows: sides.map(({ name }) => [
			name,
			withSpread(usual.get(name).rate),
			figure(usual.get(name).cpu.median),
			withSpread(lazy.get(name).rate),
			figure(lazy.get(name).cpu.median),
			withSpread(lazy.get(name).rateRatio(lazy.get(BARE))),
		]),
	};
}

function goals(runs) {
	return {
		caption: 'Goals, this package with all providers in turn, as ratios:',
		titles: ['configuration', 'compared with', 'goal', 'deliveries/s', 'by CPU time', 'empty trigger, deliveries/s'],
		rows: GOALS.map(([configuration, other, goal]) => {
			const [own, empty, compared] = [PACKAGE, EMPTY, other].map((name) => runs[configuration].get(name));
			const reached = own.rateRatio(compared);
			const verdict = goal === null ? '' : reached.median >= goal ? ' ✓' : ' ✗';
			return [
				configuration,
				other,
				goal === null ? 'as near as it can be' : `≥ ${goal}`,
				`${withSpread(reached)}${verdict}`,
				withSpread(own.cpuRatio(compared)),
				withSpread(empty.rateRatio(compared)),
			];
		}),
	};
}
