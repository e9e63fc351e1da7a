import { createHmac, randomBytes } from 'node:crypto';
import type { JsonObject } from '../../webhook/json';
import { type SampleDetails, type Samples, someone } from '../../webhook/samples';
import { complyCube } from './complyCube';

/**
 * What ComplyCube sends, after https://docs.complycube.com/documentation/integration-resources/webhooks. With what it
 * becomes where a workflow session decides.
 */
export const samples: Samples<'webhookSecret' | 'previousWebhookSecret'> = {
	provider: complyCube,
	newSecrets: () => ({ webhookSecret: randomBytes(18).toString('base64url'), previousWebhookSecret: '' }),
	details: ['externalId', 'id', 'email', 'phone', 'name'],
	samples: [
		{ name: 'workflow.session.completed', status: 'approved', create: session('completed', 'complete', 'clear') },
		{ name: 'workflow.session.completed', status: 'rejected', create: session('completed', 'complete', 'rejected') },
		{ name: 'workflow.session.completed', status: 'pending', create: session('completed', 'complete', 'attention') },
		{ name: 'workflow.session.updated', status: 'rejected', create: session('updated', 'complete', 'rejected') },
		{ name: 'workflow.session.started', status: 'pending', create: session('started', 'started') },
		{ name: 'workflow.session.processing', status: 'pending', create: session('processing', 'processing') },
		{ name: 'workflow.session.abandoned', status: 'other', create: session('abandoned', 'abandoned') },
		{ name: 'check.completed', status: 'pending', create: check('check.completed', 'complete', 'clear') },
		{
			name: 'check.completed.rejected',
			status: 'pending',
			create: check('check.completed.rejected', 'complete', 'rejected'),
		},
		{ name: 'check.failed', status: 'other', create: check('check.failed', 'failed') },
		{
			name: 'check.monitoring.attention',
			status: 'other',
			create: check('check.monitoring.attention', 'complete', 'attention'),
		},
		{ name: 'client.created', status: 'other', create: client },
	],
	seal(payload, { webhookSecret }) {
		const body = JSON.stringify(payload);
		const signature = createHmac('sha256', webhookSecret).update(body).digest('hex');
		return { contentType: 'application/json', headers: { 'ComplyCube-Signature': signature }, body };
	},
};

function session(what: string, status: string, outcome?: string) {
	return ({ subject }: SampleDetails) =>
		event(`workflow.session.${what}`, 'workflowSession', {
			id: newId(),
			clientId: subject?.id ?? newId(),
			entityName: subject?.name ?? someone.name,
			status,
			workflowTemplateName: 'Document and face',
			allRelatedChecks: [{ checkId: newId(), type: 'document_check' }],
			...(outcome && { outcome }),
		});
}

function check(type: string, status: string, outcome?: string) {
	return ({ subject }: SampleDetails) =>
		event(type, 'check', {
			id: newId(),
			clientId: subject?.id ?? newId(),
			entityName: subject?.name ?? someone.name,
			type: 'document_check',
			status,
			...(outcome && { outcome }),
		});
}

function client({ externalId = someone.externalId, subject = {} }: SampleDetails): JsonObject {
	return event('client.created', 'client', {
		id: subject.id ?? newId(),
		type: 'person',
		entityName: subject.name ?? someone.name,
		email: subject.email ?? someone.email,
		mobile: subject.phone ?? null,
		externalId,
	});
}

function event(type: string, resourceType: string, payload: JsonObject): JsonObject {
	return { id: newId(), type, resourceType, payload, createdAt: new Date().toISOString() };
}

function newId(): string {
	return randomBytes(12).toString('hex');
}
