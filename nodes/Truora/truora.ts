import { eventIdOf } from '../../webhook/eventId';
import { fields, text } from '../../webhook/fields';
import { checkFreshness } from '../../webhook/freshness';
import { isJsonObject, type JsonObject } from '../../webhook/json';
import { verifyJwt } from '../../webhook/jwt';
import { MAX_EVENTS, type Provider, type ProviderEvent, type ReadContext } from '../../webhook/provider';
import { refuse } from '../../webhook/refusal';
import { inUse } from '../../webhook/secrets';
import { isoTime } from '../../webhook/time';
import { objectOf } from './object';
import { readResource } from './resource';
import { tokenOf } from './token';

/**
 * Truora, by the documentation that `facts.ts` names.
 * The body is a JWT, signed with HS256 under the hook's key as UTF-8 text. Its claim `events` is
 * an array: one item each. `iat` is signed, but a retry may reuse it, so that it is checked only
 * when the operator sets a tolerance.
 */
export const truora: Provider<'signingKey' | 'previousSigningKey'> = {
	id: 'truora',
	displayName: 'Truora',
	credential: {
		type: 'truoraWebhookApi',
		fields: [
			{ name: 'signingKey', label: 'Signing Key', required: true },
			{ name: 'previousSigningKey', label: 'Previous Signing Key (Rotation Only)', required: false },
		],
	},
	tellsTime: true,
	tolerance: 0,

	async authenticate(delivery, { signingKey, previousSigningKey }, clock) {
		const verified = await verifyJwt(
			tokenOf(delivery.rawBody),
			{ algorithm: 'HS256', issuer: 'Truora', field: 'Signing Key' },
			inUse(signingKey, previousSigningKey),
			clock,
		);
		if (!verified.ok || clock.tolerance === 0) return verified;
		const { iat } = verified.claims;
		if (iat === undefined) {
			return refuse(
				'timestamp_missing',
				"The token has no iat claim. With a tolerance of 0 in the trigger's options no time is checked.",
			);
		}
		return checkFreshness(iat * 1000, clock, 'The iat claim of the token') ?? verified;
	},

	/**
	 * What is not an array of objects is passed on as an unknown event, with the claims as they are. Nothing is read of
	 * an array that is refused for its length.
	 */
	read(payload, context) {
		const { events } = payload;
		const unread = (own: ReadContext) => ({ ...readEvent({}, own), payload });
		if (!Array.isArray(events)) return [unread(context)];
		if (events.length > MAX_EVENTS) return Array<ProviderEvent>(MAX_EVENTS + 1).fill(unread(context));
		return events.map((event: unknown, index) => {
			const own = { ...context, fingerprint: () => `${context.fingerprint()}-${index}` };
			return isJsonObject(event) ? readEvent(event, own) : unread(own);
		});
	},
};

function readEvent(event: JsonObject, context: ReadContext): ProviderEvent {
	const { id, event_type, event_action, timestamp } = eventFields.parse(event);
	const { reading, kind } = readResource(objectOf(event.object), event_type, event_action);
	return {
		...reading,
		selector: kind,
		eventId: id ?? eventIdOf(['truora', event_type, event_action, reading.verificationId, timestamp], context),
		eventType: event_type ?? 'unknown',
		occurredAt: isoTime(timestamp),
		payload: event,
	};
}

const eventFields = fields({ id: text, event_type: text, event_action: text, timestamp: text });
