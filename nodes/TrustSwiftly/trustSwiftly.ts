import { subject } from '../../webhook/event';
import { eventIdOf } from '../../webhook/eventId';
import { fields, text } from '../../webhook/fields';
import { authenticateHmac } from '../../webhook/hmac';
import { isJsonObject } from '../../webhook/json';
import type { Provider } from '../../webhook/provider';
import { inUse } from '../../webhook/secrets';
import { isoTime } from '../../webhook/time';
import { facts } from './facts';
import { checkOf, readChecks } from './checks';
import { outcomeOf } from './outcomes';

/**
 * Trust Swiftly, by the documentation that `facts.ts` names.
 * `Signature` is the hex HMAC-SHA256 of the raw body under the webhook signing secret; no
 * timestamp. Events fire per check, so a completed check does not make the person approved: see
 * `outcomes.ts`. Payloads before 2025-10-08 are flat and call the type `event`.
 */
export const trustSwiftly: Provider<'signingSecret' | 'previousSigningSecret'> = {
	id: 'trust-swiftly',
	displayName: 'Trust Swiftly',
	facts,
	credential: {
		type: 'trustSwiftlyWebhookApi',
		fields: [
			{ name: 'signingSecret', label: 'Signing Secret', required: true },
			{ name: 'previousSigningSecret', label: 'Previous Signing Secret', required: false },
		],
	},
	parameters: ['approvedWhen'],

	authenticate: (delivery, { signingSecret, previousSigningSecret }) =>
		authenticateHmac(
			delivery,
			{ header: 'Signature', encoding: 'hex', field: 'Signing Secret' },
			inUse(signingSecret, previousSigningSecret),
		),

	read(payload, context) {
		const root = rootFields.parse(payload);
		const source = payload.data === undefined || payload.data === null ? payload : payload.data;
		const data = dataFields.parse(source);
		const checks = isJsonObject(source) ? readChecks(source.verifications) : [];
		const type = root.type ?? root.event;
		const person = root.relationships.user_uuid ?? root.relationships.user_id ?? root.trust_id;
		const occurredAt = root.occurred_at ?? root.created_at;
		return [
			{
				...outcomeOf(type, checks, data.user_status, context.parameters.approvedWhen),
				selector: type ?? 'unknown',
				check: checkOf(type, checks, data),
				eventId: root.id ?? eventIdOf(['trust-swiftly', type, person, data.verification_id, occurredAt], context),
				eventType: type ?? 'unknown',
				providerStatus: data.user_status,
				verificationId: data.verification_id,
				externalId: data.reference_id,
				subject: subject({ id: person, email: data.email }),
				occurredAt: isoTime(occurredAt),
				payload,
			},
		];
	},
};

const rootFields = fields({
	id: text,
	type: text,
	event: text,
	occurred_at: text,
	created_at: text,
	trust_id: text,
	relationships: fields({ user_id: text, user_uuid: text }),
});

/** In `data` since 2025-10-08, before that in the root. */
const dataFields = fields({
	verification_id: text,
	verification_name: text,
	email: text,
	reference_id: text,
	user_status: text,
});
