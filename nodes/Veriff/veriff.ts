import { subject } from '../../webhook/event';
import { eventIdOf } from '../../webhook/eventId';
import type { JsonObject } from '../../webhook/json';
import { notification, type Outcome, unknown } from '../../webhook/outcome';
import type { Provider } from '../../webhook/provider';
import { inUse } from '../../webhook/secrets';
import { isoTime } from '../../webhook/time';
import { facts } from './facts';
import { distinctionOf, type Kind, kindOf, resultOf, typeOf } from './kinds';
import { outcomeOfDecision, outcomeOfProgress } from './outcomes';
import { nameOf, repeatedFields, type Root, rootFields } from './payload';
import { authenticateEitherHeader } from './signature';
import { outcomeOfScreening } from './watchlist';

/**
 * Veriff, by the documentation that `facts.ts` names.
 * `x-hmac-signature` or `vrf-hmac-signature` is the hex HMAC-SHA256 of the raw body under the
 * shared secret key of the integration. No time is signed, and retries come for 7 days. Decisions,
 * progress and watchlist results come without an event id and are told apart by their shape alone.
 */
export const veriff: Provider<'sharedSecret' | 'previousSharedSecret'> = {
	id: 'veriff',
	displayName: 'Veriff',
	facts,
	credential: {
		type: 'veriffWebhookApi',
		fields: [
			{ name: 'sharedSecret', label: 'Shared Secret', required: true },
			{ name: 'previousSharedSecret', label: 'Previous Shared Secret', required: false },
		],
	},
	tellsTime: true,

	authenticate: (delivery, { sharedSecret, previousSharedSecret }) =>
		authenticateEitherHeader(delivery, inUse(sharedSecret, previousSharedSecret)),

	read(payload, context) {
		const root = rootFields.parse(payload);
		const isDecision = payload.verification !== undefined;
		const kind = kindOf(root, isDecision);
		const type = typeOf(kind, root);
		const { id, vendorData, endUserId } = isDecision ? root.verification : root;
		const sessionId = id ?? root.sessionId;
		return [
			{
				...outcomeOf(kind, type, root, payload),
				selector: type ?? 'unknown',
				environment: null,
				check: null,
				eventId: eventIdOf(['veriff', sessionId, ...distinctionOf(kind, root)], context),
				eventType: type ?? 'unknown',
				providerStatus: isDecision ? root.verification.status : (root.action ?? resultOf(root)),
				verificationId: sessionId,
				externalId: vendorData,
				subject: subject({ id: endUserId, name: nameOf(root) }),
				occurredAt: isoTime(isDecision ? root.verification.decisionTime : (root.time ?? root.createdAt)),
				payload,
			},
		];
	},
};

function outcomeOf(kind: Kind | null, type: string | null, root: Root, payload: JsonObject): Outcome {
	switch (kind) {
		case 'decision':
			return outcomeOfDecision(type, root.verification.code, repeatedFields.parse(payload));
		case 'progress':
			return outcomeOfProgress(type, root.code);
		case 'screening':
			return outcomeOfScreening({ ...root, result: resultOf(root) });
		case 'named':
			return notification;
		default:
			return unknown;
	}
}
