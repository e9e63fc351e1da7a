import { subject } from '../../webhook/event';
import { eventIdOf } from '../../webhook/eventId';
import { fields, text } from '../../webhook/fields';
import { authenticateHmac } from '../../webhook/hmac';
import type { Provider } from '../../webhook/provider';
import { inUse } from '../../webhook/secrets';
import { canonicalWord, outcomeOf } from './outcomes';

/**
 * Trusthub (by Trustmatic), by the documentation that `facts.ts` names.
 * `X-Signature` is the base64 HMAC-SHA256 of the raw body under the API password. There is no
 * timestamp and no event id: a replay is recognised by session and status.
 */
export const trusthub: Provider<'apiPassword' | 'previousApiPassword'> = {
	id: 'trusthub',
	displayName: 'Trusthub',
	credential: {
		type: 'trusthubWebhookApi',
		fields: [
			{ name: 'apiPassword', label: 'API Password', required: true },
			{ name: 'previousApiPassword', label: 'Previous API Password (Rotation Only)', required: false },
		],
	},

	authenticate: (delivery, { apiPassword, previousApiPassword }) =>
		authenticateHmac(
			delivery,
			{ header: 'X-Signature', encoding: 'base64', field: 'API Password' },
			inUse(apiPassword, previousApiPassword),
		),

	read(payload, context) {
		const { sessionId, externalId, status } = payloadFields.parse(payload);
		const word = canonicalWord(status ?? '');
		return [
			{
				...outcomeOf(word),
				selector: word.toLowerCase(),
				environment: null,
				check: null,
				eventId: eventIdOf(['trusthub', sessionId, status], context),
				eventType: status?.toLowerCase() ?? 'unknown',
				providerStatus: status,
				verificationId: sessionId,
				externalId,
				subject: subject({}),
				occurredAt: null,
				payload,
			},
		];
	},
};

const payloadFields = fields({ sessionId: text, externalId: text, status: text });
