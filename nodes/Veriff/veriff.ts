import { subject } from '../../webhook/event';
import { eventIdOf } from '../../webhook/eventId';
import { notification, type Outcome, unknown } from '../../webhook/outcome';
import type { Provider } from '../../webhook/provider';
import type { Reading } from '../../webhook/reading';
import { inUse } from '../../webhook/secrets';
import { isoTime } from '../../webhook/time';
import { readDecision } from './decision';
import { distinctionOf, type Kind, kindOf, resultOf, typeOf } from './kinds';
import { outcomeOfProgress } from './outcomes';
import { nameOf, type Root, rootFields } from './payload';
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
	credential: {
		type: 'veriffWebhookApi',
		fields: [
			{ name: 'sharedSecret', label: 'Shared Secret', required: true },
			{ name: 'previousSharedSecret', label: 'Previous Shared Secret (Rotation Only)', required: false },
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
		const { reading, occurredAt } = isDecision ? readDecision(payload, root) : told(kind, type, root);
		return [
			{
				...reading,
				selector: type ?? 'unknown',
				eventId: eventIdOf(['veriff', reading.verificationId, ...distinctionOf(kind, root)], context),
				eventType: type ?? 'unknown',
				occurredAt,
				payload,
			},
		];
	},
};

/** What a webhook says that is no decision. */
function told(kind: Kind | null, type: string | null, root: Root): { reading: Reading; occurredAt: string | null } {
	const reading: Reading = {
		...outcomeOf(kind, type, root),
		environment: null,
		check: null,
		providerStatus: root.action ?? resultOf(root),
		verificationId: root.id ?? root.sessionId,
		externalId: root.vendorData,
		subject: subject({ id: root.endUserId, name: nameOf(root) }),
	};
	return { reading, occurredAt: isoTime(root.time ?? root.createdAt) };
}

function outcomeOf(kind: Kind | null, type: string | null, root: Root): Outcome {
	switch (kind) {
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
