import { setTimeout as sleep } from 'node:timers/promises';

const PAUSE = 500;
/** Milliseconds without any change. */
const QUIET = 10_000;

/**
 * Waits until n8n has nothing left to do in a workflow, or has given up what is left.
 * @param {import('../host/rest.mjs').Rest} rest signed in
 * @param {string} workflowId
 * @param {number} [quiet] how long nothing must change when something is left, in milliseconds
 */
export async function settled(rest, workflowId, quiet = QUIET) {
	let last = '';
	let since = Date.now();
	for (;;) {
		// n8n may not be there, or may have lost its database.
		const left = await Promise.all(['new', 'running'].map((status) => idsOf(rest, workflowId, status))).catch(
			() => null,
		);
		if (left?.flat().length === 0) return;
		const now = JSON.stringify(left);
		if (left === null || now !== last) since = Date.now();
		if (Date.now() - since > quiet) return;
		last = now;
		await sleep(PAUSE);
	}
}

async function idsOf(rest, workflowId, status) {
	const query = new URLSearchParams({ workflowId, status, limit: '250' });
	const { data } = await rest.api('GET', `/api/v1/executions?${query}`);
	return data.map(({ id }) => id);
}
