import { createHmac, randomBytes } from 'node:crypto';
import type { JsonObject } from '../../webhook/json';
import type { Samples } from '../../webhook/samples';
import { complyCube } from './complyCube';

/** What ComplyCube sends, after https://docs.complycube.com/documentation/integration-resources/webhooks. */
export const samples: Samples<'webhookSecret' | 'previousWebhookSecret'> = {
	provider: complyCube,
	newSecrets: () => ({ webhookSecret: randomBytes(18).toString('base64url'), previousWebhookSecret: '' }),
	samples: [
		{ name: 'check.completed', status: 'approved', payload: completed('check.completed', 'clear') },
		{
			name: 'check.completed.rejected',
			status: 'rejected',
			payload: completed('check.completed.rejected', 'rejected'),
		},
		{ name: 'check.completed', status: 'rejected', payload: completed('check.completed', 'match_confirmed') },
		{
			name: 'check.completed.attention',
			status: 'pending',
			payload: completed('check.completed.attention', 'attention'),
		},
		{ name: 'check.pending', status: 'pending', payload: check('check.pending', { status: 'pending' }) },
		{ name: 'check.failed', status: 'other', payload: check('check.failed', { status: 'failed' }) },
		{
			name: 'client.created',
			status: 'other',
			payload: event('client.created', 'client', { id: newId(), type: 'person', email: 'jane@example.com' }),
		},
	],
	seal(payload, { webhookSecret }) {
		const body = JSON.stringify(payload);
		const signature = createHmac('sha256', webhookSecret).update(body).digest('hex');
		return { contentType: 'application/json', headers: { 'ComplyCube-Signature': signature }, body };
	},
};

function completed(type: string, outcome: string): JsonObject {
	return check(type, { status: 'complete', outcome });
}

function check(type: string, details: JsonObject): JsonObject {
	return event(type, 'check', { id: newId(), clientId: newId(), type: 'document_check', ...details });
}

function event(type: string, resourceType: string, payload: JsonObject): JsonObject {
	return { id: newId(), type, resourceType, payload, createdAt: '2024-10-11T00:00:00.000Z' };
}

function newId(): string {
	return randomBytes(12).toString('hex');
}
