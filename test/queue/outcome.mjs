import { executions } from '../host/executions.mjs';
import { settled } from './settled.mjs';
import { tally } from './tally.mjs';

/**
 * @typedef {object} Outcome what became of distinct deliveries
 * @property {number} cameOut events that came out at least once
 * @property {string[]} lost events that did not
 * @property {number} doubled events that came out more than once
 * @property {number} misplaced items that came out on another output than that of their status
 * @property {string} ended as in '298 success, 2 error'
 * @property {any[]} executions
 */

/**
 * Waits until nothing happens any more, and reads n8n's own records.
 * @param {import('../host/rest.mjs').Rest} rest signed in
 * @param {string} workflowId
 * @param {import('./deliveries.mjs').Delivery[]} deliveries
 * @param {number} [quiet] see `settled`
 * @returns {Promise<Outcome>}
 */
export async function outcomeOf(rest, workflowId, deliveries, quiet) {
	await settled(rest, workflowId, quiet);
	const records = await executions(rest, workflowId);
	const { times, misplaced, ended } = tally(records);
	const came = deliveries.filter(({ eventId }) => times.has(eventId));
	return {
		cameOut: came.length,
		lost: deliveries.filter(({ eventId }) => !times.has(eventId)).map(({ eventId }) => eventId),
		doubled: came.filter(({ eventId }) => times.get(eventId) > 1).length,
		misplaced,
		ended: Object.entries(ended)
			.map(([status, count]) => `${count} ${status}`)
			.join(', '),
		executions: records,
	};
}
