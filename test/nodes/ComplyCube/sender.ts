import { complyCube } from '../../../nodes/ComplyCube/complyCube';
import type { KycEvent } from '../../../webhook/event';
import type { JsonObject } from '../../../webhook/json';
import { hmac } from '../../support/crypto';
import { acceptedEvent, deliver, type Sent } from '../../support/reception';

export const credential = { webhookSecret: 'Geheimnis — 7f3c9e', previousWebhookSecret: 'the one before 51d0' };

/** What ComplyCube sends: the header is the hex HMAC-SHA256 of the body. */
export function send(body: string | Uint8Array | JsonObject, webhookSecret = credential.webhookSecret): Sent {
	const text = typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body);
	return { body: text, headers: { 'ComplyCube-Signature': hmac(webhookSecret, text).toString('hex') } };
}

/** What comes of a payload, with the trigger's parameter as given. */
export async function eventOf(payload: JsonObject, approvedWhen: unknown = 'session'): Promise<KycEvent> {
	return acceptedEvent(await deliver(complyCube, credential, send(payload), { parameters: { approvedWhen } }));
}

/** A check that is clear, after the schema in the documentation. */
export const sample = {
	id: '5eb2b61e02df0a0008f1cf2b',
	type: 'check.completed',
	resourceType: 'check',
	payload: {
		id: '5eb2b61e02df0a0008f1cf2a',
		clientId: '5eb1276d96be4a0008713af5',
		entityName: 'Zoë Müller',
		type: 'document_check',
		status: 'complete',
		outcome: 'clear',
	},
	createdAt: '2024-10-11T00:00:00.123Z',
};

/** The sample as another event, with another outcome of the check. */
export function withOutcome(type: unknown, outcome: unknown): JsonObject {
	return { ...sample, type, payload: { ...sample.payload, status: undefined, outcome } };
}

/** A workflow session, after the schema in the documentation. */
export const session = {
	id: '68566be3a37a78622f4f7be9',
	type: 'workflow.session.completed',
	resourceType: 'workflowSession',
	payload: {
		id: '68566be3a37a78622f4f7be7',
		clientId: '5eb1276d96be4a0008713af5',
		entityName: 'Zoë Müller',
		status: 'complete',
		outcome: 'clear',
		workflowTemplateName: 'Document and face',
		workflowVersion: 1,
		allRelatedChecks: [{ checkId: '5eb2b61e02df0a0008f1cf2a', type: 'document_check' }],
	},
	createdAt: '2025-01-13T11:39:30.124Z',
};

/** The session in another state; without `outcome` there is none. */
export function withSession(what: unknown, status: unknown, outcome?: unknown): JsonObject {
	return { ...session, type: `workflow.session.${String(what)}`, payload: { ...session.payload, status, outcome } };
}
