import { subject } from '../../webhook/event';
import { eventIdOf } from '../../webhook/eventId';
import { fields, text } from '../../webhook/fields';
import type { Provider } from '../../webhook/provider';
import { inUse } from '../../webhook/secrets';
import { isoTime } from '../../webhook/time';
import { facts } from './facts';
import { outcomeOf, typeOf } from './outcomes';
import { authenticateEitherHeader } from './signature';

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

	authenticate: (delivery, { sharedSecret, previousSharedSecret }) =>
		authenticateEitherHeader(delivery, inUse(sharedSecret, previousSharedSecret)),

	read(payload, context) {
		const root = rootFields.parse(payload);
		const isDecision = payload.verification !== undefined;
		const { id, attemptId, code, vendorData, endUserId } = isDecision ? root.verification : root;
		const { status, decisionTime, person } = root.verification;
		const type = typeOf(root, isDecision);
		const sessionId = id ?? root.sessionId;
		return [
			{
				...outcomeOf(type, code),
				selector: type ?? 'unknown',
				check: null,
				eventId: eventIdOf(['veriff', sessionId, attemptId, ...distinction(type, code, decisionTime)], context),
				eventType: type ?? 'unknown',
				providerStatus: isDecision ? status : (root.action ?? root.matchStatus),
				verificationId: sessionId,
				externalId: vendorData,
				subject: subject({ id: endUserId, name: nameOf(person) }),
				occurredAt: isoTime(isDecision ? decisionTime : root.time),
				payload,
			},
		];
	},
};

function nameOf({ firstName, lastName }: { firstName: string | null; lastName: string | null }): string | null {
	return [firstName, lastName].filter((name) => name !== null).join(' ') || null;
}

/** An expired or abandoned session has a code, but no decision and hence no time of one. */
const UNDECIDED = '9104';

/** What tells one event of an attempt from another. Null where that takes the payload's fingerprint. */
function distinction(type: string | null, code: string | null, decisionTime: string | null): (string | null)[] {
	if (type?.startsWith('decision.')) return code === UNDECIDED && decisionTime === null ? [code] : [code, decisionTime];
	return type?.startsWith('event.') ? [code] : [null];
}

const session = { id: text, attemptId: text, code: text, vendorData: text, endUserId: text };

const rootFields = fields({
	...session,
	action: text,
	eventType: text,
	sessionId: text,
	checkType: text,
	matchStatus: text,
	time: text,
	verification: fields({
		...session,
		status: text,
		decisionTime: text,
		person: fields({ firstName: text, lastName: text }),
	}),
});
