import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import type { JsonObject } from '../../webhook/json';
import { type SampleDetails, type Samples, someone } from '../../webhook/samples';
import { didit } from './didit';

/** What Didit sends, after the samples in https://docs.didit.me/integration/webhooks. */
export const samples: Samples<'secretSharedKey' | 'previousSecretSharedKey'> = {
	provider: didit,
	newSecrets: () => ({ secretSharedKey: randomBytes(32).toString('base64url'), previousSecretSharedKey: '' }),
	details: ['externalId', 'name'],
	samples: [
		{ name: 'status.updated', status: 'approved', create: session('status.updated', 'Approved') },
		{ name: 'status.updated', status: 'rejected', create: session('status.updated', 'Declined') },
		{ name: 'status.updated', status: 'pending', create: session('status.updated', 'In Progress') },
		{ name: 'Kyc Expired', status: 'other', create: session('status.updated', 'Kyc Expired') },
		// As the console sends it for a test.
		{
			name: 'status.updated',
			status: 'other',
			create: session('status.updated', 'Approved', { metadata: { test_webhook: true } }),
		},
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

/** The statuses of a session that come with a decision. */
const decided = ['Approved', 'Declined', 'In Review', 'Abandoned'];

function session(type: string, status: string, more: JsonObject = {}) {
	return event(type, ({ subject }) => ({
		session_id: randomUUID(),
		session_kind: 'user',
		status,
		workflow_id: randomUUID(),
		workflow_version: 4,
		metadata: { source: 'website' },
		...(decided.includes(status) && {
			decision: { status, id_verifications: [{ full_name: subject?.name ?? someone.name }], reviews: [] },
		}),
		...more,
	}));
}

function event(type: string, about: (details: SampleDetails) => JsonObject) {
	return (details: SampleDetails): JsonObject => ({
		event_id: randomUUID(),
		webhook_type: type,
		timestamp: Math.floor(Date.now() / 1000),
		created_at: Math.floor(Date.now() / 1000),
		application_id: randomUUID(),
		environment: 'live',
		vendor_data: details.externalId ?? someone.externalId,
		...about(details),
	});
}
