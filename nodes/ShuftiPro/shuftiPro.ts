import { subject } from '../../webhook/event';
import { eventIdOf } from '../../webhook/eventId';
import { fields, text } from '../../webhook/fields';
import type { Provider } from '../../webhook/provider';
import { inUse } from '../../webhook/secrets';
import { facts } from './facts';
import { outcomeOf, STATUS_CHANGED } from './outcomes';
import { authenticateSignature } from './signature';

/**
 * Shufti Pro, by the documentation that `facts.ts` names.
 * `Signature` is a plain SHA-256, no HMAC, of the raw body and the hashed secret key: see
 * `signature.ts`. No timestamp and no event id: a replay is recognised by reference and event.
 */
export const shuftiPro: Provider<'secretKey' | 'previousSecretKey'> = {
	id: 'shufti-pro',
	displayName: 'Shufti Pro',
	facts,
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
				...outcomeOf(event),
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
