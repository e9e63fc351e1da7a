import { eventIdOf } from '../../webhook/eventId';
import type { Provider } from '../../webhook/provider';
import { inUse } from '../../webhook/secrets';
import { changes, outcomes } from './outcomes';
import { readResource } from './resource';
import { authenticateSignature } from './signature';

/**
 * Shufti Pro, by the documentation that `facts.ts` names.
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
			{ name: 'previousSecretKey', label: 'Previous Secret Key (Rotation Only)', required: false },
		],
	},

	authenticate: (delivery, { secretKey, previousSecretKey }) =>
		authenticateSignature(delivery, inUse(secretKey, previousSecretKey)),

	read(payload, context) {
		const reading = readResource(payload);
		const { reason, providerStatus: event, verificationId: reference } = reading;
		// One that contradicts itself must not pass for the true one that may follow.
		const distinction = reason === 'unknown' && outcomes.has(event ?? '') ? ['unknown'] : [];
		if (changes.has(event ?? '')) distinction.push(context.fingerprint().slice(0, 16));
		return [
			{
				...reading,
				selector: event ?? 'unknown',
				eventId: eventIdOf(['shufti-pro', reference, event, ...distinction], context),
				eventType: event ?? 'unknown',
				occurredAt: null,
				payload,
			},
		];
	},
};
