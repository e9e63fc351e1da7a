import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import type { JsonObject } from '../../webhook/json';
import { type SampleDetails, type Samples, someone } from '../../webhook/samples';
import { onfido } from './onfido';

/** What Onfido sends, after https://documentation.onfido.com/api/latest/#webhooks. */
export const samples: Samples<'webhookToken' | 'previousWebhookToken'> = {
	provider: onfido,
	newSecrets: () => ({ webhookToken: randomBytes(24).toString('base64url'), previousWebhookToken: '' }),
	details: ['externalId', 'id'],
	samples: [
		{ name: 'workflow_run.completed', status: 'approved', create: workflowRun('approved') },
		{ name: 'workflow_run.completed', status: 'rejected', create: workflowRun('declined') },
		{ name: 'workflow_run.completed', status: 'pending', create: workflowRun('review') },
		{ name: 'workflow_task.completed', status: 'pending', create: workflowTask('completed') },
		{ name: 'check.completed', status: 'other', create: check('complete') },
	],
	seal(payload, { webhookToken }) {
		const body = JSON.stringify(payload, null, 2);
		const signature = createHmac('sha256', webhookToken).update(body).digest('hex');
		return { contentType: 'application/json', headers: { 'X-SHA2-Signature': signature }, body };
	},
};

function workflowRun(status: string) {
	return completed('workflow_run', (id) => {
		const href = `https://api.eu.onfido.com/v3.6/workflow_runs/${id}`;
		return { object: { id, status, href }, resource: { id, status } };
	});
}

function workflowTask(status: string) {
	return completed('workflow_task', (runId) => {
		const task = { id: 'document_check_1eb92', workflow_run_id: runId, task_def_id: 'document_check' };
		return { object: { ...task, status }, resource: { ...task, output: null } };
	});
}

function check(status: string) {
	return completed('check', (id) => {
		const href = `https://api.eu.onfido.com/v3.6/checks/${id}`;
		return { object: { id, status, href }, resource: { id } };
	});
}

function completed(resourceType: string, about: (id: string) => { object: JsonObject; resource: JsonObject }) {
	return ({ externalId = someone.externalId, subject }: SampleDetails): JsonObject => {
		const { object, resource } = about(randomUUID());
		return {
			payload: {
				resource_type: resourceType,
				action: `${resourceType}.completed`,
				object: { ...object, completed_at_iso8601: new Date().toISOString() },
				resource: { ...resource, applicant_id: subject?.id ?? randomUUID(), customer_user_id: externalId },
			},
		};
	};
}
