import { subject } from '../../webhook/event';
import { eventIdOf } from '../../webhook/eventId';
import { fields, text } from '../../webhook/fields';
import { authenticateHmac } from '../../webhook/hmac';
import type { Provider } from '../../webhook/provider';
import { inUse } from '../../webhook/secrets';
import { facts } from './facts';
import { outcomeOf } from './outcomes';
import { checkTimestamp, sentAtOf } from './timestamp';

/**
 * Didit, by the documentation that `facts.ts` names.
 * `X-Signature` is the hex HMAC-SHA256 of the raw body under the secret as it is shown. Neither
 * `X-Signature-Simple`, which leaves the decision out, nor `X-Signature-V2`, over the body written
 * anew, counts for anything. The time that is signed stands in the body: see `timestamp.ts`.
 */
export const didit: Provider<'secretSharedKey' | 'previousSecretSharedKey'> = {
	id: 'didit',
	displayName: 'Didit',
	facts,
	credential: {
		type: 'diditWebhookApi',
		fields: [
			{ name: 'secretSharedKey', label: 'Secret Shared Key', required: true },
			{ name: 'previousSecretSharedKey', label: 'Previous Secret Shared Key', required: false },
		],
	},
	tolerance: 300,

	authenticate(delivery, { secretSharedKey, previousSecretSharedKey }, clock) {
		const authentic = authenticateHmac(
			delivery,
			{ header: 'X-Signature', encoding: 'hex', field: 'Secret Shared Key' },
			inUse(secretSharedKey, previousSecretSharedKey),
		);
		return authentic.ok ? (checkTimestamp(authentic.payload, clock) ?? authentic) : authentic;
	},

	read(payload, context) {
		const event = payloadFields.parse(payload);
		const { webhook_type: type, status, timestamp } = event;
		const sessionId = event.session_id ?? event.business_session_id;
		// The data of a session may be edited in the second in which its status changes.
		const kind = type === 'status.updated' ? [] : [type];
		const sentAt = sentAtOf(payload);
		return [
			{
				...outcomeOf(type, status),
				selector: type ?? 'unknown',
				check: null,
				eventId: event.event_id ?? eventIdOf(['didit', sessionId, ...kind, status, timestamp], context),
				eventType: type ?? 'unknown',
				providerStatus: status,
				verificationId: sessionId,
				externalId: event.vendor_data,
				subject: subject({}),
				occurredAt: sentAt === null ? null : new Date(sentAt).toISOString(),
				payload,
			},
		];
	},
};

/** A session about a business has an id of another name. */
const payloadFields = fields({
	event_id: text,
	webhook_type: text,
	timestamp: text,
	session_id: text,
	business_session_id: text,
	status: text,
	vendor_data: text,
});
