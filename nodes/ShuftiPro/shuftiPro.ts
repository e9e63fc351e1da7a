import { subject } from '../../webhook/event';
import { eventIdOf } from '../../webhook/eventId';
import { anything, fields, text } from '../../webhook/fields';
import { unknown } from '../../webhook/outcome';
import type { Provider } from '../../webhook/provider';
import { inUse } from '../../webhook/secrets';
import { facts } from './facts';
import { changes, outcomeOf, outcomes } from './outcomes';
import { nameOf, verificationData } from './person';
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
		const { reference, event, email, ...told } = payloadFields.parse(payload);
		const outcome = outcomeOf({
			event,
			result: told.verification_result,
			objections: [told.declined_reason, told.declined_codes, told.services_declined_codes],
		});
		// One that contradicts itself must not pass for the true one that may follow.
		const distinction = outcome === unknown && outcomes.has(event ?? '') ? ['unknown'] : [];
		if (changes.has(event ?? '')) distinction.push(context.fingerprint().slice(0, 16));
		return [
			{
				...outcome,
				selector: event ?? 'unknown',
				environment: null,
				check: null,
				eventId: eventIdOf(['shufti-pro', reference, event, ...distinction], context),
				eventType: event ?? 'unknown',
				providerStatus: event,
				verificationId: reference,
				externalId: reference,
				subject: subject({ email, name: nameOf(told.verification_data) }),
				occurredAt: null,
				payload,
			},
		];
	},
};

const payloadFields = fields({
	reference: text,
	event: text,
	email: text,
	verification_result: anything,
	verification_data: verificationData,
	declined_reason: anything,
	declined_codes: anything,
	services_declined_codes: anything,
});
