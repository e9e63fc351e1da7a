import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import type { JsonObject } from '../../webhook/json';
import { type SampleDetails, type Samples, someone } from '../../webhook/samples';
import { didit } from './didit';

/** What Didit sends, after the samples in https://docs.didit.me/integration/webhooks. */
export const samples: Samples<'secretSharedKey' | 'previousSecretSharedKey'> = {
	provider: didit,
	newSecrets: () => ({ secretSharedKey: randomBytes(32).toString('base64url'), previousSecretSharedKey: '' }),
	details: ['externalId'],
	samples: [
		{
			name: 'status.updated',
			status: 'approved',
			create: session('status.updated', 'Approved', { decision: { status: 'Approved', reviews: [] } }),
		},
		{
			name: 'status.updated',
			status: 'rejected',
			create: session('status.updated', 'Declined', { decision: { status: 'Declined', reviews: [] } }),
		},
		{ name: 'status.updated', status: 'pending', create: session('status.updated', 'In Progress') },
		{ name: 'status.updated', status: 'other', create: session('status.updated', 'Kyc Expired') },
		{ name: 'data.updated', status: 'other', create: session('data.updated', 'Approved') },
		{
			name: 'user.status.updated',
			status: 'other',
			create: event('user.status.updated', () => ({ status: 'BLOCKED', previous_status: 'ACTIVE' })),
		},
	],
	seal(payload, { secretSharedKey }, now) {
		const timestamp = Math.floor(now / 1000);
		// As Python writes it, in ASCII.
		const body = JSON.stringify({ ...payload, timestamp }).replace(
			/[^\0-\x7f]/g,
			(unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
		);
		const signature = createHmac('sha256', secretSharedKey).update(body).digest('hex');
		return {
			contentType: 'application/json',
			headers: { 'X-Signature': signature, 'X-Timestamp': String(timestamp) },
			body,
		};
	},
};

function session(type: string, status: string, result: JsonObject = {}) {
	return event(type, () => ({
		session_id: randomUUID(),
		session_kind: 'user',
		status,
		workflow_id: randomUUID(),
		workflow_version: 4,
		metadata: { name: someone.name },
		...result,
	}));
}

function event(type: string, about: () => JsonObject) {
	return ({ externalId = someone.externalId }: SampleDetails): JsonObject => ({
		event_id: randomUUID(),
		webhook_type: type,
		timestamp: 1772600700,
		created_at: 1772600694,
		application_id: randomUUID(),
		environment: 'live',
		vendor_data: externalId,
		...about(),
	});
}
