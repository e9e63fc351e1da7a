import assert from 'node:assert/strict';
import { waitForExecutions } from '../../host/executions.mjs';
import { distinctDeliveries, streamed } from '../deliveries.mjs';
import { post } from '../sender.mjs';
import { trigger } from '../triggers.mjs';

/**
 * Workflows whose other nodes all fail.
 * @param {import('../inQueueMode.mjs').Context & { n8n: import('../supervised.mjs').Supervised }} context
 */
export function failing({ n8n: { instance }, providers, report }) {
	const make = (id, responseMode) => {
		const made = trigger(id, streamed(providers), { responseMode });
		const [first, ...others] = made.workflow.nodes;
		const fails = { type: 'n8n-nodes-base.stopAndError', typeVersion: 1, parameters: { errorMessage: 'No' } };
		made.workflow.nodes = [first, ...others.map((node) => ({ ...node, ...fails }))];
		return made;
	};
	const atOnce = make('fails-at-once', 'onReceived');
	const finished = make('fails-finished', 'lastNode');

	async function statusesOf(entry) {
		const [{ sealed }] = await distinctDeliveries(entry, 1);
		const url = instance.webhookUrl(entry.id, 'webhook');
		return [(await post(url, sealed)).status, (await post(url, sealed)).status];
	}

	return {
		triggers: [atOnce, finished],
		run: () =>
			report.check('A workflow that fails gets its event again, if the provider is answered at its end', async () => {
				assert.deepEqual(await statusesOf(atOnce), [200, 200]);
				assert.deepEqual(await statusesOf(finished), [500, 500]);
				assert.equal((await waitForExecutions(instance, atOnce.id, 1)).length, 1);
				assert.equal((await waitForExecutions(instance, finished.id, 2)).length, 2);
			}),
	};
}
