import assert from 'node:assert/strict';
import { distinctDeliveries } from './deliveries.mjs';
import { outcomeOf } from './outcome.mjs';
import { sendAll } from './sender.mjs';

/** The longest stream. */
const MOST = 300;
/** Deliveries of each stream under way at a time. */
const AT_ONCE = 4;

/**
 * @typedef {object} Fault
 * @property {string} name as in 'a worker is killed'
 * @property {() => Promise<void>} strike
 * @property {() => Promise<void>} recovered waits until all processes are back
 * @property {number} working how many executions n8n can be working on at that moment: it gives them up, and an
 *   event that was answered before waits in its execution for a person to retry it
 * @property {number} [forGood] of how many of them n8n keeps nothing that could be retried
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
 * @param {number} options.events in each stream; it happens when a third of both is answered
 * @returns {Promise<Record<string, string | number>[]>} figures, a row for each stream
 */
export async function survive(fault, { rest, report, atOnce, finished, urlsOf, events }) {
	const count = Math.min(events, MOST);
	const when = Math.round((2 * count) / 3);
	let answers = 0;
	let struck = Promise.resolve();
	const onAnswer = () => {
		if (++answers === when) struck = fault.strike();
	};
	const stream = async (answer, { id }, deliveries) => {
		const { attempts, answered } = await sendAll(deliveries, { urls: urlsOf(id), atOnce: AT_ONCE, onAnswer });
		await struck;
		await fault.recovered();
		const outcome = await outcomeOf(rest, id, deliveries, fault.quiet);
		const { cameOut, doubled, ended, lost } = outcome;
		const lostForGood = lost.length === 0 ? lost : await lostAfterRetry(rest, id, deliveries);
		const sent = deliveries.length;
		const figures = { sent, attempts, 'answered 200': answered, executions: ended, 'came out': cameOut };
		const losses = { lost: lost.length, 'after a retry': lostForGood.length, doubled };
		const row = { 'In the middle': fault.name, answer, ...figures, ...losses };
		return { lost, lostForGood, row, right: answered === sent && outcome.misplaced === 0 };
	};
	const deliveries = await Promise.all([atOnce, finished].map((entry) => distinctDeliveries(entry, count)));
	const [first, second] = await Promise.all([
		stream('immediately', atOnce, deliveries[0]),
		stream('when finished', finished, deliveries[1]),
	]);
	await report.check(
		`When ${fault.name}, nothing is lost that is answered when the workflow has finished`,
		async () => {
			assert.deepEqual([second.lost, second.right], [[], true]);
		},
	);
	const { working, forGood = 0 } = fault;
	await report.check(
		`When ${fault.name}, no more crashes of what is answered immediately than n8n was working on: ${working} at most`,
		async () => {
			assert.ok(first.right);
			assert.ok(first.lost.length <= working, `${first.lost.length} lost: ${first.lost.join(' ')}`);
		},
	);
	await report.check(
		`When ${fault.name}, what has crashed comes out when it is retried${forGood ? `, but for ${forGood} at most` : ''}`,
		async () => {
			assert.ok(first.lostForGood.length <= forGood, `lost for good: ${first.lostForGood.join(' ')}`);
		},
	);
	return [first.row, second.row];
}

/** Does what a person does with the failed executions in n8n's list: retries them. */
async function lostAfterRetry(rest, workflowId, deliveries) {
	for (const status of ['error', 'crashed']) {
		const query = new URLSearchParams({ workflowId, status, limit: '100' });
		const { data } = await rest.api('GET', `/api/v1/executions?${query}`);
		for (const { id } of data) await rest.api('POST', `/api/v1/executions/${id}/retry`, {});
	}
	return (await outcomeOf(rest, workflowId, deliveries)).lost;
}
