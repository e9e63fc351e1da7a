import { createHmac, randomBytes } from 'node:crypto';
import type { JsonObject } from '../../webhook/json';
import { type SampleDetails, type Samples, someone } from '../../webhook/samples';
import { complyCube } from './complyCube';

/** What ComplyCube sends, after https://docs.complycube.com/documentation/integration-resources/webhooks. */
export const samples: Samples<'webhookSecret' | 'previousWebhookSecret'> = {
	provider: complyCube,
	newSecrets: () => ({ webhookSecret: randomBytes(18).toString('base64url'), previousWebhookSecret: '' }),
	details: ['id'],
	samples: [
		{ name: 'check.completed', status: 'approved', create: completed('check.completed', 'clear') },
		{
			name: 'check.completed.rejected',
			status: 'rejected',
			create: completed('check.completed.rejected', 'rejected'),
		},
		{ name: 'check.completed', status: 'rejected', create: completed('check.completed', 'match_confirmed') },
		{
			name: 'check.completed.attention',
			status: 'pending',
			create: completed('check.completed.attention', 'attention'),
		},
		{ name: 'check.pending', status: 'pending', create: check('check.pending', { status: 'pending' }) },
		{ name: 'check.failed', status: 'other', create: check('check.failed', { status: 'failed' }) },
		{
			name: 'client.created',
			status: 'other',
			create: () => event('client.created', 'client', { id: newId(), type: 'person', email: someone.email }),
		},
	],
	seal(payload, { webhookSecret }) {
		const body = JSON.stringify(payload);
		const signature = createHmac('sha256', webhookSecret).update(body).digest('hex');
		return { contentType: 'application/json', headers: { 'ComplyCube-Signature': signature }, body };
	},
};

function completed(type: string, outcome: string) {
	return check(type, { status: 'complete', outcome });
}

function check(type: string, result: JsonObject) {
	return ({ subject }: SampleDetails) =>
		event(type, 'check', { id: newId(), clientId: subject?.id ?? newId(), type: 'document_check', ...result });
}

function event(type: string, resourceType: string, payload: JsonObject): JsonObject {
	return { id: newId(), type, resourceType, payload, createdAt: '2024-10-11T00:00:00.000Z' };
}

function newId(): string {
	return randomBytes(12).toString('hex');
}
