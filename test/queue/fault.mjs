import assert from 'node:assert/strict';
import { distinctDeliveries } from './deliveries.mjs';
import { outcomeOf } from './outcome.mjs';
import { sendAll } from './sender.mjs';

const COUNT = 300;
/** Deliveries of each stream under way at a time. */
const AT_ONCE = 4;
/** How many of both streams are answered when it happens. */
const WHEN = 200;

/**
 * @typedef {object} Fault
 * @property {string} name as in 'a worker is killed'
 * @property {() => Promise<void>} strike
 * @property {() => Promise<void>} recovered waits until all processes are back
 * @property {number} working how many executions n8n can be working on at that moment: it gives them up, and an
 *   event that was answered before is lost with its execution
 * @property {number} [quiet] see `settled`
 */

/**
 * Sends two streams of distinct events at the same time, to a trigger that answers at once and to one that answers
 * when the workflow has finished; something fails in the middle.
 * @param {Fault} fault
 * @param {object} options
 * @param {import('../host/rest.mjs').Rest} options.rest signed in
 * @param {import('./report.mjs').Report} options.report
 * @param {import('./triggers.mjs').Trigger} options.atOnce
 * @param {import('./triggers.mjs').Trigger} options.finished
 * @param {(webhookId: string) => string[]} options.urlsOf
 * @returns {Promise<{ rows: Record<string, string | number>[], lost: string[] }>} figures, a row for each stream, and
 *   the events that were lost, having been answered at once
 */
export async function survive(fault, { rest, report, atOnce, finished, urlsOf }) {
	let answers = 0;
	let struck = Promise.resolve();
	const onAnswer = () => {
		if (++answers === WHEN) struck = fault.strike();
	};
	const stream = async (answer, { id }, deliveries) => {
		const { attempts, answered } = await sendAll(deliveries, { urls: urlsOf(id), atOnce: AT_ONCE, onAnswer });
		await struck;
		await fault.recovered();
		const outcome = await outcomeOf(rest, id, deliveries, fault.quiet);
		const { cameOut, doubled, ended } = outcome;
		const sent = deliveries.length;
		const figures = { sent, attempts, 'answered 200': answered, executions: ended, 'came out': cameOut };
		const row = { 'In the middle': fault.name, answer, ...figures, lost: outcome.lost.length, doubled };
		return { outcome, row, right: answered === sent && outcome.misplaced === 0 };
	};
	const deliveries = await Promise.all([atOnce, finished].map((entry) => distinctDeliveries(entry, COUNT)));
	const [first, second] = await Promise.all([
		stream('at once', atOnce, deliveries[0]),
		stream('when finished', finished, deliveries[1]),
	]);
	await report.check(
		`When ${fault.name}, nothing is lost that is answered when the workflow has finished`,
		async () => {
			assert.deepEqual([second.outcome.lost, second.right], [[], true]);
		},
	);
	await report.check(
		`When ${fault.name}, no more is lost than n8n was working on: ${fault.working} at most`,
		async () => {
			const { lost } = first.outcome;
			assert.ok(lost.length <= fault.working, `${lost.length} lost: ${lost.join(' ')}`);
		},
	);
	return { rows: [first.row, second.row], lost: first.outcome.lost };
}
