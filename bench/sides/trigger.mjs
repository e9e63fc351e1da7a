import { OUTPUTS } from '../../test/host/workflow.mjs';
import { deliveriesOf } from '../lib/deliveries.mjs';
import { noOp, workflowOf } from '../lib/workflow.mjs';

/**
 * A trigger of this package, all of its outputs wired to one node.
 * @param {string} id
 * @param {number} bytes
 * @param {import('../../scripts/lib/providers.mjs').ProviderNode} provider
 * @param {Record<string, unknown>} [options] what the user set under Options
 * @returns {Promise<import('./types.mjs').Member>}
 */
export async function trigger(id, bytes, { nodeType, description, samples }, options = {}) {
	const credential = { id, name: id, type: samples.provider.credential.type };
	const [{ path }] = description.webhooks;
	const honest = await deliveriesOf(samples, bytes);
	const forger = await deliveriesOf(samples, bytes);
	const request = ({ contentType, headers, body }) => ({
		path: `webhook/${id}/${path}`,
		headers: { 'content-type': contentType, ...headers },
		body,
	});
	return {
		credential: { ...credential, data: honest.secrets },
		workflow: workflowOf(id, [
			{
				name: 'Trigger',
				type: nodeType,
				typeVersion: description.version,
				parameters: { options },
				credential,
				webhookId: id,
				to: OUTPUTS.map(() => 'End'),
			},
			noOp('End'),
		]),
		next: async () => request(await honest.next()),
		forged: async () => request(await forger.next()),
		accepted: 'accepted',
	};
}
