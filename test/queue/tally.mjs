import { itemsByOutput } from '../host/executions.mjs';
import { OUTPUTS, TRIGGER } from '../host/workflow.mjs';

/**
 * Counts what came out: an item in the record that n8n keeps of the trigger node, in an execution that has ended.
 * @param {any[]} executions with their data
 * @returns {{ times: Map<string, number>, misplaced: number, ended: Record<string, number> }} how often each event
 *   came out on the output of its status; items on other outputs; executions by the status they ended with
 */
export function tally(executions) {
	const times = new Map();
	const ended = {};
	let misplaced = 0;
	for (const execution of executions) {
		ended[execution.status] = (ended[execution.status] ?? 0) + 1;
		for (const [index, items] of itemsByOutput(execution, TRIGGER).entries()) {
			for (const { eventId, status } of items) {
				// n8n's stand-in for the items of a node that had run in an execution that crashed.
				if (eventId === undefined) continue;
				if (status === OUTPUTS[index].toLowerCase()) times.set(eventId, (times.get(eventId) ?? 0) + 1);
				else misplaced++;
			}
		}
	}
	return { times, misplaced, ended };
}
