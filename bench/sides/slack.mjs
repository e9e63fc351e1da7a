import { createHmac, randomUUID } from 'node:crypto';
import { noOp, workflowOf } from '../lib/workflow.mjs';
import { plainBodies } from './plain.mjs';

/**
 * A trigger that comes with n8n and verifies a signature: Slack's. It registers nothing at Slack.
 * @param {string} id
 * @param {number} bytes
 * @returns {Promise<import('./types.mjs').Member>}
 */
export async function slack(id, bytes) {
	const credential = { id, name: id, type: 'slackApi' };
	const signatureSecret = randomUUID();
	const body = await plainBodies(bytes, (content) => ({
		type: 'event_callback',
		event: { type: 'message', channel: 'C1', ...content },
	}));
	const signed = async (/** @type {string} */ secret) => {
		const text = body();
		const timestamp = Math.floor(Date.now() / 1000);
		const digest = createHmac('sha256', secret).update(`v0:${timestamp}:${text}`).digest('hex');
		return {
			path: `webhook/${id}/webhook`,
			headers: {
				'content-type': 'application/json',
				'x-slack-request-timestamp': String(timestamp),
				'x-slack-signature': `v0=${digest}`,
			},
			body: text,
		};
	};
	return {
		credential: { ...credential, data: { accessToken: 'unused', signatureSecret } },
		workflow: workflowOf(id, [
			{
				name: 'Slack Trigger',
				type: 'n8n-nodes-base.slackTrigger',
				typeVersion: 1,
				parameters: { trigger: ['any_event'], watchWorkspace: true, options: {} },
				credential,
				webhookId: id,
				to: ['End'],
			},
			noOp('End'),
		]),
		next: () => signed(signatureSecret),
		forged: () => signed(randomUUID()),
	};
}
