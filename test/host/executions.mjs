import { until } from './poll.mjs';
import { RestError } from './rest.mjs';

const PAGE = 100;

/**
 * All finished executions of a workflow, as n8n stored them, the newest first.
 * @param {import('./rest.mjs').Rest} rest signed in
 * @param {string} workflowId
 * @returns {Promise<any[]>} with their data
 */
export async function executions(rest, workflowId) {
	const found = [];
	let cursor;
	do {
		const query = { workflowId, includeData: 'true', limit: `${PAGE}`, ...(cursor && { cursor }) };
		const page = await pageOf(rest, query);
		found.push(...page.data);
		cursor = page.nextCursor;
	} while (cursor);
	return found;
}

/** An n8n before 2.38 has no limit, and refuses to be told to ignore it. */
async function pageOf(/** @type {import('./rest.mjs').Rest} */ rest, /** @type {Record<string, string>} */ query) {
	const ask = (/** @type {Record<string, string>} */ all) =>
		rest.api('GET', `/api/v1/executions?${new URLSearchParams(all)}`);
	try {
		return await ask({ ...query, ignoreDataSizeLimit: 'true' });
	} catch (error) {
		if (error instanceof RestError && error.status === 400) return ask(query);
		throw error;
	}
}

/**
 * Waits until a workflow has so many finished executions.
 * @param {import('./rest.mjs').Rest} rest
 * @param {string} workflowId
 * @param {number} count
 * @returns {Promise<any[]>} all of them, which may be more
 * @throws when the time is over
 */
export async function waitForExecutions(rest, workflowId, count) {
	let found = [];
	const enough = async () => {
		// n8n leaves out most of those that run, but not those that are about to, nor those that it is about to save.
		found = (await executions(rest, workflowId)).filter(({ status }) => !['new', 'running'].includes(status));
		return found.length >= count && found;
	};
	const otherwise = () => `Workflow ${workflowId} has ${found.length} finished executions instead of ${count}.`;
	return until(enough, { otherwise });
}

/**
 * What came out of a node, read back from n8n's own execution record.
 * @param {any} execution
 * @param {string} nodeName
 * @returns {any[][]} the items' json, one array for each output; empty when the node did not run
 */
export function itemsByOutput(execution, nodeName) {
	const [run] = execution.data.resultData.runData[nodeName] ?? [];
	const outputs = run?.data?.main ?? [];
	return outputs.map((items) => (items ?? []).map((item) => item.json));
}
