import {
	abandoned,
	approved,
	declined,
	expired,
	inReview,
	notification,
	type Outcome,
	resubmission,
	started,
	unknown,
} from '../../webhook/outcome';

/** The fields that tell which kind of webhook a payload is of. */
export interface Shape {
	readonly verification: { readonly status: string | null };
	readonly code: string | null;
	readonly action: string | null;
	readonly eventType: string | null;
	readonly checkType: string | null;
	readonly matchStatus: string | null;
}

/**
 * A name for the event, null where nothing tells: only some webhooks have one. `decision.{status}`,
 * `event.{action}` and `watchlist.{checkType}` are this package's.
 * @param isDecision whether the payload has a `verification`
 */
export function typeOf(shape: Shape, isDecision: boolean): string | null {
	if (isDecision) return named('decision', shape.verification.status);
	if (shape.action !== null || shape.code !== null) return named('event', shape.action);
	return shape.eventType ?? (shape.matchStatus === null ? null : named('watchlist', shape.checkType));
}

function named(kind: string, word: string | null): string | null {
	return word === null ? null : `${kind}.${word}`;
}

const DECISION_OR_EVENT = /^(?:decision|event)\./;

/** What an event means for the person. Code and word must agree. */
export function outcomeOf(type: string | null, code: string | null): Outcome {
	if (type !== null && !DECISION_OR_EVENT.test(type)) return notification;
	return outcomes.get(`${code} ${type}`) ?? unknown;
}

/** By https://devdocs.veriff.com/docs/verification-session-status-codes-table. */
export const outcomes = new Map<string, Outcome>([
	['7001 event.started', started],
	['7002 event.submitted', inReview],
	['9001 decision.approved', approved],
	['9102 decision.declined', declined],
	['9103 decision.resubmission_requested', resubmission],
	['9104 decision.expired', expired],
	['9104 decision.abandoned', abandoned],
	['9121 decision.review', inReview],
]);
