import {
	abandoned,
	approved,
	canceled,
	declined,
	inReview,
	notification,
	type Outcome,
	overridden,
	resubmission,
	started,
	unknown,
} from '../../webhook/outcome';

/** What an outcome hangs on, beside the type of the event: null where nothing is said. */
export interface Session {
	readonly status: string | null;
	/** What the status was before the event. */
	readonly previousStatus: string | null;
	/** Why its last attempt failed. */
	readonly error: SessionError;
}

/** `none` before any attempt; a session that has failed may still not tell the `code`. */
export type SessionError = 'none' | { readonly code: string | null } | 'unreadable';

interface Kind {
	/** What the session is in, at this event. */
	readonly status: string;
	readonly outcome: (session: Session) => Outcome;
}

const PREFIX = 'identity.verification_session.';

export function isAboutSession(type: string | null): boolean {
	return type?.startsWith(PREFIX) ?? false;
}

/** https://docs.stripe.com/identity/how-sessions-work */
const kinds = new Map<string, Kind>([
	['created', { status: 'requires_input', outcome: () => started }],
	['processing', { status: 'processing', outcome: () => inReview }],
	['requires_input', { status: 'requires_input', outcome: outcomeOfFailure }],
	['verified', { status: 'verified', outcome: () => approved }],
	['canceled', { status: 'canceled', outcome: () => canceled }],
]);

/**
 * What an event means for the person. The status of the session must agree with the type. An endpoint may be set to
 * events of other Stripe products too.
 */
export function outcomeOf(type: string | null, session: Session): Outcome {
	if (type === null) return unknown;
	const kind = isAboutSession(type) ? kinds.get(type.slice(PREFIX.length)) : undefined;
	if (kind === undefined) return notification;
	return session.status === null || session.status === kind.status ? kind.outcome(session) : unknown;
}

/**
 * What the present status of a session means. It does not tell that a reviewer has taken it back: then it only waits
 * for the person again.
 */
export function outcomeOfStatus(session: Session): Outcome {
	const kind = kinds.get(session.status ?? '');
	return kind?.status === session.status ? kind.outcome(session) : unknown;
}

/** A session waits for the person: at first, after an attempt that failed, or when a reviewer has taken it back. */
function outcomeOfFailure({ previousStatus, error }: Session): Outcome {
	if (previousStatus === 'verified') return overridden(declined);
	if (previousStatus !== null && !before.has(previousStatus)) return unknown;
	if (error === 'none') return started;
	return error === 'unreadable' ? unknown : (outcomeByErrorCode.get(error.code ?? '') ?? resubmission);
}

const before = new Set(['requires_input', 'processing']);

/** https://docs.stripe.com/api/identity/verification_sessions/object: after any other code the person may try again. */
export const outcomeByErrorCode = new Map<string, Outcome>([
	['under_supported_age', declined],
	['abandoned', abandoned],
]);
