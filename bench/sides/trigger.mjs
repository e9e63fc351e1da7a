import { workflow } from '../../test/host/workflow.mjs';
import { deliveriesOf } from '../lib/deliveries.mjs';

/**
 * A trigger of this package, with a node at each of its four outputs.
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
		workflow: workflow({
			id,
			name: id,
			triggerType: nodeType,
			triggerParameters: { options },
			credential,
			webhookId: id,
		}),
		next: async () => request(await honest.next()),
		forged: async () => request(await forger.next()),
		accepted: 'accepted',
	};
}
