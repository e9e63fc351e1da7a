import { noOp, workflowOf } from '../lib/workflow.mjs';
import { plainBodies } from './plain.mjs';

/**
 * n8n's Webhook node and nothing behind it: no verification, the limit.
 * @param {string} id
 * @param {number} bytes
 * @returns {Promise<import('./types.mjs').Member>}
 */
export async function bare(id, bytes) {
	const body = await plainBodies(bytes);
	return {
		workflow: workflowOf(id, [
			{
				name: 'Webhook',
				type: 'n8n-nodes-base.webhook',
				typeVersion: 2.1,
				parameters: { httpMethod: 'POST', path: id, options: {} },
				webhookId: id,
				to: ['End'],
			},
			noOp('End'),
		]),
		next: async () => ({ path: `webhook/${id}`, headers: { 'content-type': 'application/json' }, body: body() }),
	};
}
