import { onfido } from '../../../nodes/Onfido/onfido';
import type { KycEvent } from '../../../webhook/event';
import type { JsonObject } from '../../../webhook/json';
import { hmac } from '../../support/crypto';
import { acceptedEvent, deliver, type Sent } from '../../support/reception';

export const credential = { webhookToken: 'Jeton — 7f3c9e', previousWebhookToken: 'the one before 51d0' };

/** What Onfido sends: the header is the hex HMAC-SHA256 of the body. */
export function send(body: string | Uint8Array | JsonObject, webhookToken = credential.webhookToken): Sent {
	const text = typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body, null, 2);
	return { body: text, headers: { 'X-SHA2-Signature': hmac(webhookToken, text).toString('hex') } };
}

export async function eventOf(payload: JsonObject): Promise<KycEvent> {
	return acceptedEvent(await deliver(onfido, credential, send(payload)));
}

export const RUN = '5556d4c9-9a3c-4ab2-9c3b-8ad5d1ca01d2';

const COMPLETED_AT = '2024-07-10T12:49:09Z';
const OWNER = { applicant_id: 'a2fb9c62-ab10-4898-a8ec-342c4b552ad5', customer_user_id: 'customer-7' };

/** An event, after the schema `webhook_event` of the vendor's OpenAPI specification. */
export function event(action: unknown, object: JsonObject, resource: JsonObject = {}): JsonObject {
	return {
		payload: {
			resource_type: String(action).split('.')[0],
			action,
			object: { ...object, completed_at_iso8601: COMPLETED_AT },
			resource: { ...OWNER, ...resource },
		},
	};
}

/** The end of a workflow run. */
export function run(status: unknown, action = 'workflow_run.completed'): JsonObject {
	return event(action, { id: RUN, status, href: `https://api.eu.onfido.com/v3.6/workflow_runs/${RUN}` }, { id: RUN });
}

export const sample = run('approved');

/** A task of a workflow run, after the published vector. Its id is not unique. */
export function task(action: string, status: unknown, workflowRunId: unknown = RUN): JsonObject {
	const own = { id: 'profile_1eb92', workflow_run_id: workflowRunId, task_def_id: 'profile_data' };
	return event(action, { ...own, task_spec_id: 'profile_1eb92', status }, { ...own, output: { result: 'clear' } });
}

/** A classic report or check. */
export function classic(action: string, status: unknown): JsonObject {
	return event(action, { id: 'check-123', status, href: 'https://api.onfido.com/v3/checks/check-123' });
}
