import { subject } from '../../webhook/event';
import { eventIdOf } from '../../webhook/eventId';
import { fields, text } from '../../webhook/fields';
import { authenticateHmac } from '../../webhook/hmac';
import type { Provider } from '../../webhook/provider';
import { inUse } from '../../webhook/secrets';
import { isoTime } from '../../webhook/time';
import { facts } from './facts';
import { checkOf, outcomeOf } from './outcomes';

/**
 * Onfido (by Entrust), by the documentation that `facts.ts` names.
 * `X-SHA2-Signature` is the hex HMAC-SHA256 of the raw body, which may be pretty-printed, under the
 * webhook token as text. No time is signed and there is no event id. Studio's workflow run decides;
 * the classic check only says that it has ended.
 */
export const onfido: Provider<'webhookToken' | 'previousWebhookToken'> = {
	id: 'onfido',
	displayName: 'Onfido',
	facts,
	credential: {
		type: 'onfidoWebhookApi',
		fields: [
			{ name: 'webhookToken', label: 'Webhook Token', required: true },
			{ name: 'previousWebhookToken', label: 'Previous Webhook Token', required: false },
		],
	},

	authenticate: (delivery, { webhookToken, previousWebhookToken }) =>
		authenticateHmac(
			delivery,
			{ header: 'X-SHA2-Signature', encoding: 'hex', field: 'Webhook Token' },
			inUse(webhookToken, previousWebhookToken),
		),

	read(payload, context) {
		const { action, object, resource } = rootFields.parse(payload).payload;
		const runId = object.workflow_run_id ?? resource.workflow_run_id;
		const occurredAt = object.completed_at_iso8601 ?? object.started_at_iso8601;
		// A task's id is that of its place in the workflow, the same for every person.
		const ids = runId === null || runId === object.id ? [object.id] : [runId, object.id];
		return [
			{
				...outcomeOf(action, object.status),
				selector: action ?? 'unknown',
				check: checkOf(action, object.task_def_id ?? resource.task_def_id, object.status),
				eventId: eventIdOf(['onfido', action, ...ids, object.status, occurredAt], context),
				eventType: action ?? 'unknown',
				providerStatus: object.status,
				verificationId: runId ?? object.id,
				externalId: resource.customer_user_id,
				subject: subject({ id: resource.applicant_id }),
				occurredAt: isoTime(occurredAt),
				payload,
			},
		];
	},
};

const rootFields = fields({
	payload: fields({
		action: text,
		object: fields({
			id: text,
			status: text,
			workflow_run_id: text,
			task_def_id: text,
			started_at_iso8601: text,
			completed_at_iso8601: text,
		}),
		resource: fields({ workflow_run_id: text, task_def_id: text, applicant_id: text, customer_user_id: text }),
	}),
});
