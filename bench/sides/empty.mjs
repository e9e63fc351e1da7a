import { noOp, workflowOf } from '../lib/workflow.mjs';
import { plainBodies } from './plain.mjs';

/**
 * The least that a community trigger can be: `reference/`.
 * @param {string} id
 * @param {number} bytes
 * @returns {Promise<import('./types.mjs').Member>}
 */
export async function empty(id, bytes) {
	const credential = { id, name: id, type: 'emptyApi' };
	const body = await plainBodies(bytes);
	return {
		credential: { ...credential, data: { secret: 'unused' } },
		workflow: workflowOf(id, [
			{
				name: 'Trigger',
				type: 'n8n-nodes-empty.emptyTrigger',
				typeVersion: 2,
				credential,
				webhookId: id,
				to: ['End'],
			},
			noOp('End'),
		]),
		next: async () => ({
			path: `webhook/${id}/webhook`,
			headers: { 'content-type': 'application/json' },
			body: body(),
		}),
		accepted: 'accepted',
	};
}
