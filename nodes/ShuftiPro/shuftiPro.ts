import { subject } from '../../webhook/event';
import { eventIdOf } from '../../webhook/eventId';
import { fields, text } from '../../webhook/fields';
import {
	approved,
	canceled,
	declined,
	expired,
	inReview,
	notification,
	type Outcome,
	providerError,
	started,
	unknown,
} from '../../webhook/outcome';
import type { Provider } from '../../webhook/provider';
import { inUse } from '../../webhook/secrets';
import { authenticateSignature } from './signature';

/**
 * Shufti Pro, https://developers.shuftipro.com/docs/verification_endpoints/responses, read
 * 2026-11-22.
 * `Signature` is a plain SHA-256, no HMAC, of the raw body and the hashed secret key: see
 * `signature.ts`. No timestamp and no event id: a replay is recognised by reference and event.
 */
export const shuftiPro: Provider<'secretKey' | 'previousSecretKey'> = {
	id: 'shufti-pro',
	displayName: 'Shufti Pro',
	credential: {
		type: 'shuftiProWebhookApi',
		fields: [
			{ name: 'secretKey', label: 'Secret Key', required: true },
			{ name: 'previousSecretKey', label: 'Previous Secret Key', required: false },
		],
	},

	authenticate: (delivery, { secretKey, previousSecretKey }) =>
		authenticateSignature(delivery, inUse(secretKey, previousSecretKey)),

	read(payload, context) {
		const { reference, event, email } = payloadFields.parse(payload);
		const changes = event === STATUS_CHANGED ? [context.fingerprint().slice(0, 16)] : [];
		return [
			{
				...(outcomes.get(event ?? '') ?? unknown),
				selector: event ?? 'unknown',
				check: null,
				eventId: eventIdOf(['shufti-pro', reference, event, ...changes], context),
				eventType: event ?? 'unknown',
				providerStatus: event,
				verificationId: reference,
				externalId: reference,
				subject: subject({ email }),
				occurredAt: null,
				payload,
			},
		];
	},
};

const payloadFields = fields({ reference: text, event: text, email: text });

/** May come several times for one request, and does not tell to what the status was changed. */
const STATUS_CHANGED = 'verification.status.changed';

const outcomes = new Map<string, Outcome>([
	['verification.accepted', approved],
	['verification.declined', declined],
	['verification.cancelled', canceled],
	[STATUS_CHANGED, notification],
	['request.pending', started],
	['request.received', started],
	['request.timeout', expired],
	['request.invalid', providerError],
	['request.unauthorized', providerError],
	['request.deleted', notification],
	['review.pending', inReview],
]);
