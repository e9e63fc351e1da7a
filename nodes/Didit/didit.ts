import { eventIdOf } from '../../webhook/eventId';
import { authenticateHmac } from '../../webhook/hmac';
import type { Provider } from '../../webhook/provider';
import { inUse } from '../../webhook/secrets';
import { readResource } from './resource';
import { checkTimestamp, sentAtOf } from './timestamp';
import { readTold } from './told';

/**
 * Didit, by the documentation that `facts.ts` names.
 * `X-Signature` is the hex HMAC-SHA256 of the raw body under the secret as it is shown. Neither
 * `X-Signature-Simple`, which leaves the decision out, nor `X-Signature-V2`, over the body written
 * anew, counts for anything. The time that is signed stands in the body: see `timestamp.ts`. The last
 * retry comes about five minutes later, with the body as it was, and none after a 401.
 */
export const didit: Provider<'secretSharedKey' | 'previousSecretSharedKey'> = {
	id: 'didit',
	displayName: 'Didit',
	credential: {
		type: 'diditWebhookApi',
		fields: [
			{ name: 'secretSharedKey', label: 'Secret Shared Key', required: true },
			{ name: 'previousSecretSharedKey', label: 'Previous Secret Shared Key (Rotation Only)', required: false },
		],
	},
	tellsEnvironment: true,
	tellsTime: true,
	tolerance: 600,

	authenticate(delivery, { secretSharedKey, previousSecretSharedKey }, clock) {
		const authentic = authenticateHmac(
			delivery,
			{ header: 'X-Signature', encoding: 'hex', field: 'Secret Shared Key' },
			inUse(secretSharedKey, previousSecretSharedKey),
		);
		return authentic.ok ? (checkTimestamp(authentic.payload, clock) ?? authentic) : authentic;
	},

	read(payload, context) {
		const told = readTold(payload);
		const { type, sessionId, decision } = told;
		const reading = readResource(told, decision);
		// The data of a session may be edited in the second in which its status changes.
		const kind = type === 'status.updated' ? [] : [type];
		const sentAt = sentAtOf(payload);
		const parts = ['didit', sessionId, ...kind, reading.providerStatus, told.timestamp];
		return [
			{
				...reading,
				selector: type ?? 'unknown',
				eventId: told.event_id ?? eventIdOf(parts, context),
				eventType: type ?? 'unknown',
				occurredAt: sentAt === null ? null : new Date(sentAt).toISOString(),
				payload,
			},
		];
	},
};
