import assert from 'node:assert/strict';
import { executions, itemsByOutput } from '../../host/executions.mjs';
import { TRIGGER } from '../../host/workflow.mjs';
import { distinctDeliveries, streamed } from '../deliveries.mjs';
import { post } from '../sender.mjs';
import { settled } from '../settled.mjs';
import { trigger } from '../triggers.mjs';

const SECOND = 'Second Trigger';

/**
 * One delivery sent to several triggers: what one has seen is new to the other.
 * @param {import('../inQueueMode.mjs').Context & { cluster: import('../cluster.mjs').Cluster }} context
 */
export function sameProvider({ cluster, providers, report }) {
	const one = trigger('same-one', streamed(providers));
	const other = { ...trigger('same-other', streamed(providers)), secrets: one.secrets };
	other.credential.data = one.secrets;
	const secondWebhook = `${other.id}-second`;
	const [first] = other.workflow.nodes;
	other.workflow.nodes.push({ ...first, id: secondWebhook, name: SECOND, webhookId: secondWebhook });
	other.workflow.connections[SECOND] = other.workflow.connections[TRIGGER];

	return {
		triggers: [one, other],
		run: () =>
			report.check('Each trigger gets the event once: of another workflow, and of the same', async () => {
				const [{ sealed, eventId }] = await distinctDeliveries(one, 1);
				for (const webhookId of [one.id, other.id, secondWebhook]) {
					const [url] = cluster.urls(webhookId);
					await cluster.main.waitForWebhook(url);
					const answers = [await post(url, sealed), await post(url, sealed)];
					assert.deepEqual(
						answers.map(({ body }) => body.result),
						['accepted', 'duplicate'],
					);
				}
				const names = async (id) => {
					await settled(cluster.main, id);
					const found = await executions(cluster.main, id);
					return found.map((execution) => {
						const name = [TRIGGER, SECOND].find((each) => itemsByOutput(execution, each).length > 0);
						assert.deepEqual(
							itemsByOutput(execution, name)
								.flat()
								.map((item) => item.eventId),
							[eventId],
						);
						return name;
					});
				};
				assert.deepEqual(await names(one.id), [TRIGGER]);
				assert.deepEqual((await names(other.id)).sort(), [SECOND, TRIGGER]);
			}),
	};
}
