import { executions, itemsByOutput } from '../../test/host/executions.mjs';
import { during } from '../../test/host/progress.mjs';
import { settled } from '../../test/queue/settled.mjs';
import { CONFIGURATIONS } from '../lib/bed.mjs';
import { PATIENCE, sendAtOnce, sendImpatiently } from '../lib/burst.mjs';
import { DISTINCT } from '../lib/deliveries.mjs';
import { LIMIT, queue, regular } from '../lib/modes.mjs';
import { Sender } from '../lib/send.mjs';
import { percentile } from '../lib/statistics.mjs';
import { count as counted, figure } from '../lib/text.mjs';
import { bare } from '../sides/bare.mjs';
import { trigger } from '../sides/trigger.mjs';

const BYTES = 2048;
const COUNT = 500;
/** Deliveries before, so that n8n has been at work, as many at a time as open connections. */
const WARM_UP = { count: 20, atOnce: 4 };

const LIMITED = { ...CONFIGURATIONS.lazy, N8N_CONCURRENCY_PRODUCTION_LIMIT: String(LIMIT) };

const DEFAULT = { default: (context, members) => regular(context, members, CONFIGURATIONS.default) };

const ADVISED = {
	lazy: (context, members) => regular(context, members, CONFIGURATIONS.lazy),
	'lazy, limit': (context, members) => regular(context, members, LIMITED),
	queue,
};

/** The ways of sending, each to a workflow of its own. */
const SENDERS = { patient: sendAtOnce, impatient: sendImpatiently };

/**
 * Many deliveries at the same moment, as from a provider that was away, this package beside the bare Webhook node.
 * @param {import('../lib/context.mjs').Context} context
 * @returns {Promise<import('../lib/text.mjs').Table[]>}
 */
export const bursts = (context) => measure(context, ADVISED);

/** The same with n8n's default settings, which takes as long as all others together. */
export const burstsByDefault = (/** @type {import('../lib/context.mjs').Context} */ context) =>
	measure(context, DEFAULT);

async function measure(context, modes) {
	const count = context.effort(COUNT);
	const rows = { patient: [], impatient: [] };
	for (const [mode, start] of Object.entries(modes)) {
		const sides = await sidesOf(context.providers, mode);
		const all = sides.flatMap(({ members }) => Object.values(members));
		const running = await during(`Starting n8n for bursts, ${mode}`, () => start(context, all));
		for (const { name, members } of sides) {
			for (const [kind, send] of Object.entries(SENDERS)) {
				await during(`Burst, ${mode}, ${name}, ${kind} sender`, async () => {
					const burst = await runBurst(running, members[kind], send, count);
					rows[kind].push([mode, name, ...cellsOf[kind](burst)]);
				});
			}
		}
		await running.remove();
	}
	return [
		{
			caption: `${counted(count)} deliveries at once, all answers waited for:`,
			titles: [
				'n8n',
				'',
				`answered 200 within ${PATIENCE / 1000} s`,
				'median, s',
				'95th percentile, s',
				'99th percentile, s',
				'executions finished',
			],
			rows: rows.patient,
		},
		{
			caption: `${counted(count)} deliveries at once, what is late is sent once more:`,
			titles: ['n8n', '', 'sent once more', 'answered 200 in the end', 'otherwise', 'events came out', 'of them twice'],
			rows: rows.impatient,
		},
	];
}

async function sidesOf([provider], mode) {
	const name = `this package`;
	const sides = [
		{ name: 'bare Webhook node', make: (id) => bare(`bare-${id}`, BYTES) },
		{ name, make: (id) => trigger(`process-${id}`, BYTES, provider) },
	];
	if (mode === 'queue') {
		const options = { rememberEventsIn: 'database' };
		const make = (id) => trigger(`database-${id}`, BYTES, provider, options);
		sides.push({ name: `${name}, events remembered in n8n's database`, make });
	}
	const made = sides.map(async ({ name, make }) => {
		const kinds = Object.keys(SENDERS).map(async (kind) => [kind, await make(kind)]);
		return { name, members: Object.fromEntries(await Promise.all(kinds)) };
	});
	return Promise.all(made);
}

/**
 * @returns {Promise<{ answers: any[], finished: number, times: Map<string, number> }>} `finished` executions, and how
 *   often each event reached the end of the workflow
 * @throws when n8n does not take a single delivery, or takes a forged one
 */
async function runBurst({ main, bases }, { workflow, next, forged }, send, count) {
	const sendersOf = (atOnce) => bases.map((base) => new Sender(base, atOnce));
	const few = sendersOf(WARM_UP.atOnce);
	for (const sender of few) {
		const warm = await sender.sendAll(await many(next, WARM_UP.count));
		const refused = forged && (await sender.send(await forged()));
		const statuses = [...warm, ...(refused ? [{ status: 200 }] : [])].map(({ status }) => status);
		if (statuses.some((status) => status !== 200)) throw new Error(`${workflow.id} answered ${statuses.join()}`);
		if (refused && refused.status !== 401) throw new Error(`${workflow.id} took a forged delivery: ${refused.status}`);
		sender.close();
	}
	await settled(main, workflow.id);
	const before = (await executions(main, workflow.id)).length;
	const deliveries = await many(next, count);
	const senders = sendersOf(count);
	const answers = await send(senders, deliveries);
	for (const sender of senders) sender.close();
	await settled(main, workflow.id);
	const all = await executions(main, workflow.id);
	const succeeded = all.slice(0, all.length - before).filter(({ status }) => status === 'success');
	const times = new Map();
	for (const execution of succeeded) {
		for (const item of itemsByOutput(execution, 'End').flat()) {
			const [event] = DISTINCT.exec(JSON.stringify(item));
			times.set(event, (times.get(event) ?? 0) + 1);
		}
	}
	return { answers, finished: succeeded.length, times };
}

const many = (next, count) => Promise.all(Array.from({ length: count }, next));

const cellsOf = {
	patient: ({ answers, finished }) => {
		const good = answers.filter(({ status }) => status === 200);
		const inTime = good.filter(({ milliseconds }) => milliseconds <= PATIENCE).length;
		const seconds = good.map(({ milliseconds }) => milliseconds / 1000);
		return [counted(inTime), ...[50, 95, 99].map((part) => figure(percentile(seconds, part))), counted(finished)];
	},
	impatient: ({ answers, times }) => {
		const repeated = answers.filter(({ isRepeated }) => isRepeated).length;
		const good = answers.filter(({ status }) => status === 200).length;
		const doubled = [...times.values()].filter((often) => often > 1).length;
		return [counted(repeated), counted(good), otherAnswers(answers), ...[times.size, doubled].map(counted)];
	},
};

/** Those that are not 200, by their status: `503 (363)`. */
function otherAnswers(answers) {
	const others = answers.map(({ status }) => status).filter((status) => status !== 200);
	return [...new Set(others)]
		.map((status) => `${status || 'none'} (${counted(others.filter((one) => one === status).length)})`)
		.join(', ');
}
