import { eventIdOf } from '../../webhook/eventId';
import { anything, fields, text, word } from '../../webhook/fields';
import { authenticateHmac } from '../../webhook/hmac';
import type { Provider } from '../../webhook/provider';
import { inUse } from '../../webhook/secrets';
import { isoTime } from '../../webhook/time';
import { checkOf, kindOf, outcomeOf } from './outcomes';
import { readResource } from './resource';

/**
 * Onfido (by Entrust), by the documentation that `facts.ts` names.
 * `X-SHA2-Signature` is the hex HMAC-SHA256 of the raw body, which may be pretty-printed, under the
 * webhook token as text. No time is signed and there is no event id. Studio's workflow run decides;
 * the classic check only says that it has ended.
 */
export const onfido: Provider<'webhookToken' | 'previousWebhookToken'> = {
	id: 'onfido',
	displayName: 'Onfido',
	credential: {
		type: 'onfidoWebhookApi',
		fields: [
			{ name: 'webhookToken', label: 'Webhook Token', required: true },
			{ name: 'previousWebhookToken', label: 'Previous Webhook Token (Rotation Only)', required: false },
		],
	},
	tellsTime: true,

	authenticate: (delivery, { webhookToken, previousWebhookToken }) =>
		authenticateHmac(
			delivery,
			{ header: 'X-SHA2-Signature', encoding: 'hex', field: 'Webhook Token' },
			inUse(webhookToken, previousWebhookToken),
		),

	read(payload, context) {
		const { action, resource_type, object: summary, resource: whole } = rootFields.parse(payload).payload;
		const { reading, object, resource, hasError, id, runId } = readResource(kindOf(action), summary, whole);
		const { providerStatus: status } = reading;
		const times = timeFields.parse(summary);
		const occurredAt = times.completed_at_iso8601 ?? times.started_at_iso8601 ?? times.completed_at;
		// A task's id is that of its place in the workflow, the same for every person.
		const ids = runId === null || runId === id ? [id] : [runId, id];
		return [
			{
				...reading,
				...outcomeOf({
					action,
					resourceType: resource_type,
					status: word.parse(object.status),
					resourceStatus: word.parse(resource.status),
					hasError,
					ids: [object.id, resource.id, runId],
				}),
				selector: action ?? 'unknown',
				check: checkOf(action, object.task_def_id ?? resource.task_def_id, status),
				eventId: eventIdOf(['onfido', action, ...ids, status, occurredAt], context),
				eventType: action ?? 'unknown',
				occurredAt: isoTime(occurredAt?.replace(/ UTC$/, '') ?? null),
				payload,
			},
		];
	},
};

/** The schema `webhook_event` of Onfido's OpenAPI specification. */
const rootFields = fields({
	payload: fields({ action: text, resource_type: word, object: anything, resource: anything }),
});

/** `completed_at` is of its older APIs. */
const timeFields = fields({ started_at_iso8601: text, completed_at_iso8601: text, completed_at: text });
