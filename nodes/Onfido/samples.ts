import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import type { JsonObject } from '../../webhook/json';
import type { Samples } from '../../webhook/samples';
import { onfido } from './onfido';

/** What Onfido sends, after https://documentation.onfido.com/api/latest/#webhooks. */
export const samples: Samples<'webhookToken' | 'previousWebhookToken'> = {
	provider: onfido,
	newSecrets: () => ({ webhookToken: randomBytes(24).toString('base64url'), previousWebhookToken: '' }),
	samples: [
		{ name: 'workflow_run.completed', status: 'approved', payload: workflowRun('approved') },
		{ name: 'workflow_run.completed', status: 'rejected', payload: workflowRun('declined') },
		{ name: 'workflow_run.completed', status: 'pending', payload: workflowRun('review') },
		{ name: 'workflow_task.completed', status: 'pending', payload: workflowTask('completed') },
		{ name: 'check.completed', status: 'other', payload: check('complete') },
	],
	seal(payload, { webhookToken }) {
		const body = JSON.stringify(payload, null, 2);
		const signature = createHmac('sha256', webhookToken).update(body).digest('hex');
		return { contentType: 'application/json', headers: { 'X-SHA2-Signature': signature }, body };
	},
};

function workflowRun(status: string): JsonObject {
	const id = randomUUID();
	const href = `https://api.eu.onfido.com/v3.6/workflow_runs/${id}`;
	return event('workflow_run', 'completed', { id, status, href }, { id, status });
}

function workflowTask(status: string): JsonObject {
	const task = { id: 'document_check_1eb92', workflow_run_id: randomUUID(), task_def_id: 'document_check' };
	return event('workflow_task', 'completed', { ...task, status }, { ...task, output: null });
}

function check(status: string): JsonObject {
	const id = randomUUID();
	return event('check', 'completed', { id, status, href: `https://api.eu.onfido.com/v3.6/checks/${id}` }, { id });
}

function event(resourceType: string, verb: string, object: JsonObject, resource: JsonObject): JsonObject {
	return {
		payload: {
			resource_type: resourceType,
			action: `${resourceType}.${verb}`,
			object: { ...object, completed_at_iso8601: '2026-07-10T12:49:09Z' },
			resource: { ...resource, applicant_id: randomUUID(), customer_user_id: 'customer-7' },
		},
	};
}
