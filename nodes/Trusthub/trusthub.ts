import { subject } from '../../webhook/event';
import { eventIdOf } from '../../webhook/eventId';
import { fields, text } from '../../webhook/fields';
import { authenticateHmac } from '../../webhook/hmac';
import {
	approved,
	automatic,
	declined,
	expired,
	inReview,
	manual,
	type Outcome,
	started,
	unknown,
} from '../../webhook/outcome';
import type { Provider } from '../../webhook/provider';
import { inUse } from '../../webhook/secrets';

/**
 * Trusthub (by Trustmatic), https://dev.trustmatic.io/documentation, read 2026-11-22.
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
			{ name: 'previousApiPassword', label: 'Previous API Password', required: false },
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
				...(outcomes.get(word) ?? unknown),
				selector: word.toLowerCase(),
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

/** The words of the dashboard, and two that the status API of a sister installation uses. */
const outcomes = new Map<string, Outcome>([
	['AUTO_APPROVED', automatic(approved)],
	['MANUAL_APPROVED', manual(approved)],
	['AUTO_REJECTED', automatic(declined)],
	['MANUAL_REJECTED', manual(declined)],
	['WAITING_FOR_MANUAL_APPROVE', inReview],
	['SESSION_INITIALIZED', started],
	['SESSION_STARTED', started],
	['PENDING', inReview],
	['EXPIRED', expired],
]);

/** The wire words for a session's start are not documented: any case and separator will do. */
function canonicalWord(word: string): string {
	const match = /^(?:SESSION[ _-]?)?(INITIALIZED|STARTED)$/i.exec(word);
	return match ? `SESSION_${match[1]?.toUpperCase()}` : word;
}
