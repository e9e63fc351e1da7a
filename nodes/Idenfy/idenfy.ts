import { subject } from '../../webhook/event';
import { eventIdOf } from '../../webhook/eventId';
import { anything, fields, number, text } from '../../webhook/fields';
import { authenticateHmac } from '../../webhook/hmac';
import type { Provider } from '../../webhook/provider';
import { inUse } from '../../webhook/secrets';
import { isoTimeOfUnixSeconds } from '../../webhook/time';
import { facts } from './facts';
import { outcomeOf, typeOf } from './outcomes';

/**
 * iDenfy, by the documentation that `facts.ts` names.
 * `Idenfy-Signature` is the hex HMAC-SHA256 of the raw body under the signing key of the webhook;
 * no timestamp. The name of the event stands in a header that is not signed, so that it is told
 * from the shape of the body. With `final: false` a person has yet to look at the verification.
 */
export const idenfy: Provider<'signingKey' | 'previousSigningKey'> = {
	id: 'idenfy',
	displayName: 'iDenfy',
	facts,
	credential: {
		type: 'idenfyWebhookApi',
		fields: [
			{ name: 'signingKey', label: 'Signing Key', required: true },
			{ name: 'previousSigningKey', label: 'Previous Signing Key', required: false },
		],
	},

	authenticate: (delivery, { signingKey, previousSigningKey }) =>
		authenticateHmac(
			delivery,
			{ header: 'Idenfy-Signature', encoding: 'hex', field: 'Signing Key' },
			inUse(signingKey, previousSigningKey),
		),

	read(payload, context) {
		const { final, scanRef, clientId, finishTime, expirationThreshold, ...groups } = payloadFields.parse(payload);
		const { overall } = groups.status;
		const type = typeOf(overall, expirationThreshold);
		return [
			{
				...outcomeOf(type, overall, final),
				selector: type,
				check: null,
				eventId: eventIdOf(['idenfy', scanRef, overall, partOf(final), partOf(finishTime)], context),
				eventType: type,
				providerStatus: overall,
				verificationId: scanRef,
				externalId: clientId,
				subject: subject({
					email: groups.emailVerification.email,
					phone: groups.phoneVerification.phone,
					name: groups.data.fullName,
				}),
				occurredAt: isoTimeOfUnixSeconds(finishTime),
				payload,
			},
		];
	},
};

function partOf(value: unknown): string | null {
	return typeof value === 'boolean' || typeof value === 'number' ? String(value) : null;
}

const payloadFields = fields({
	final: anything,
	scanRef: text,
	clientId: text,
	finishTime: number,
	expirationThreshold: text,
	status: fields({ overall: text }),
	data: fields({ fullName: text }),
	emailVerification: fields({ email: text }),
	phoneVerification: fields({ phone: text }),
});
