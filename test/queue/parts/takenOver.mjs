import assert from 'node:assert/strict';
import { until } from '../../host/poll.mjs';
import { TRIGGER } from '../../host/workflow.mjs';
import { distinctDeliveries, streamed } from '../deliveries.mjs';
import { outcomeOf } from '../outcome.mjs';
import { post } from '../sender.mjs';
import { Stores } from '../stores.mjs';
import { trigger } from '../triggers.mjs';

/** Long enough to die in, short enough for n8n to wait within the process. */
const SECONDS = 6;
const LIMIT = 30_000;
const WAIT = 'Wait';

/**
 * A worker dies after the event was recorded and before the execution has ended, and another worker gets the
 * same execution. n8n 2 gives up such executions; older ones, and whoever adds a job by hand, do not.
 * @param {import('../inQueueMode.mjs').Context & { cluster: import('../cluster.mjs').Cluster }} context
 */
export function takenOver({ host, cluster, providers, report }) {
	const stores = new Stores(host, cluster);
	const slow = trigger('taken-over', streamed(providers), { rememberEventsIn: 'database' });
	const { nodes, connections } = slow.workflow;
	const parameters = { resume: 'timeInterval', amount: SECONDS, unit: 'seconds' };
	nodes.push({ id: WAIT, name: WAIT, type: 'n8n-nodes-base.wait', typeVersion: 1.1, position: [160, 0], parameters });
	connections[TRIGGER].main = connections[TRIGGER].main.map(() => [{ node: WAIT, type: 'main', index: 0 }]);

	async function beginning() {
		const recorded = () => stores.rows('SELECT 1 FROM processed_data WHERE "workflowId" = $1', [slow.id]);
		const otherwise = () => 'The event was not recorded.';
		await until(async () => (await recorded()).length > 0, { timeout: LIMIT, otherwise });
		const [{ id }] = await stores.rows('SELECT id FROM execution_entity WHERE "workflowId" = $1', [slow.id]);
		return String(id);
	}

	return {
		triggers: [slow],
		run: () =>
			report.check('An execution that another worker takes over is not taken for its own duplicate', async () => {
				const deliveries = await distinctDeliveries(slow, 1);
				const { body } = await post(cluster.urls(slow.id)[0], deliveries[0].sealed);
				assert.equal(body.result, 'accepted');
				const id = await beginning();
				const began = ({ instance }) => instance.log().includes(`Worker started execution ${id} `);
				const first = cluster.workers.find(began);
				await first.kill();
				await stores.addJob(slow.id, id);
				const { cameOut, ended } = await outcomeOf(cluster.main, slow.id, deliveries, LIMIT);
				const second = cluster.workers.find((worker) => worker !== first);
				assert.deepEqual([began(second), cameOut, ended], [true, 1, '1 success']);
				await cluster.ready();
			}),
	};
}
