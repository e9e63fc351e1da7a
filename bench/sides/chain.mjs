import { createHmac, randomUUID } from 'node:crypto';
import { workflowOf } from '../lib/workflow.mjs';
import { plainBodies } from './plain.mjs';

const STATUSES = ['approved', 'rejected', 'pending'];

/**
 * What a user would build: Webhook (raw body) → Crypto (HMAC) → If → Respond to Webhook → Switch.
 * @param {string} id
 * @param {number} bytes
 * @returns {Promise<import('./types.mjs').Member>}
 */
export async function chain(id, bytes) {
	const credential = { id, name: id, type: 'crypto' };
	const hmacSecret = randomUUID();
	const body = await plainBodies(bytes);
	const signed = async (/** @type {string} */ secret) => {
		const text = body();
		const signature = createHmac('sha256', secret).update(text).digest('hex');
		const headers = { 'content-type': 'application/json', 'x-signature': signature };
		return { path: `webhook/${id}`, headers, body: text };
	};
	return {
		credential: { ...credential, data: { hmacSecret } },
		workflow: workflowOf(id, [
			{
				name: 'Webhook',
				type: 'n8n-nodes-base.webhook',
				typeVersion: 2.1,
				parameters: { httpMethod: 'POST', path: id, responseMode: 'responseNode', options: { rawBody: true } },
				webhookId: id,
				to: ['HMAC'],
			},
			{
				name: 'HMAC',
				type: 'n8n-nodes-base.crypto',
				typeVersion: 2,
				parameters: {
					action: 'hmac',
					binaryData: true,
					binaryPropertyName: 'data',
					type: 'SHA256',
					dataPropertyName: 'hmac',
					encoding: 'hex',
				},
				credential,
				to: ['Is it signed?'],
			},
			{
				name: 'Is it signed?',
				type: 'n8n-nodes-base.if',
				typeVersion: 2.3,
				parameters: { conditions: equals('={{ $json.hmac }}', '={{ $json.headers["x-signature"] }}'), options: {} },
				to: ['Accept', 'Refuse'],
			},
			respond('Accept', 200, 'accepted', ['By status']),
			respond('Refuse', 401, 'refused'),
			{
				name: 'By status',
				type: 'n8n-nodes-base.switch',
				typeVersion: 3.4,
				parameters: {
					rules: { values: STATUSES.map((status) => ({ conditions: equals('={{ $json.body.status }}', status) })) },
					options: { fallbackOutput: 'extra' },
				},
			},
		]),
		next: () => signed(hmacSecret),
		forged: () => signed(randomUUID()),
		accepted: 'accepted',
	};
}

/** A condition of the nodes If and Switch. */
function equals(leftValue, rightValue) {
	return {
		options: { caseSensitive: true, leftValue: '', typeValidation: 'strict', version: 3 },
		conditions: [{ id: randomUUID(), leftValue, rightValue, operator: { type: 'string', operation: 'equals' } }],
		combinator: 'and',
	};
}

/** @returns {import('../lib/workflow.mjs').Step} */
function respond(name, responseCode, result, to) {
	return {
		name,
		type: 'n8n-nodes-base.respondToWebhook',
		typeVersion: 1.5,
		parameters: { respondWith: 'json', responseBody: JSON.stringify({ result }), options: { responseCode } },
		to,
	};
}
