import type { Root } from './payload';

/** The kinds of webhook, which only their shape tells apart. `named` has an `eventType`. */
export type Kind = 'decision' | 'progress' | 'named' | 'screening';

/** @param isDecision whether the payload has a `verification` */
export function kindOf(root: Root, isDecision: boolean): Kind | null {
	if (isDecision) return 'decision';
	if (root.action !== null || root.code !== null) return 'progress';
	if (root.eventType !== null) return 'named';
	return root.checkType === null && resultOf(root) === null ? null : 'screening';
}

/**
 * A name for the event, null where nothing tells. `decision.{status}`, `event.{action}` and
 * `watchlist.{checkType}` are this package's.
 */
export function typeOf(kind: Kind | null, { verification, action, eventType, checkType }: Root): string | null {
	switch (kind) {
		case 'decision':
			return join('decision', verification.status);
		case 'progress':
			return join('event', action);
		case 'screening':
			return join('watchlist', checkType);
		default:
			return eventType;
	}
}

function join(kind: string, word: string | null): string | null {
	return word === null ? null : `${kind}.${word}`;
}

/** The result of a screening: `matchStatus`, of which the newer solution makes `reviewStatus`. */
export function resultOf({ matchStatus, reviewStatus }: Root): string | null {
	return matchStatus ?? reviewStatus;
}

/** An expired or abandoned session has a code, but no decision and hence no time of one. */
const UNDECIDED = '9104';

/** The code of an address that was handed in: a session may have several. */
const ADDRESS = '7005';

/**
 * What tells one event of a session from another. Null where that takes the payload's fingerprint: end-user flow
 * events of one code differ in their context alone, and what is not a decision or progress has no time to rely on.
 */
export function distinctionOf(kind: Kind | null, root: Root): (string | null)[] {
	const { attemptId, code, action, addressId, verification } = root;
	if (kind === 'decision') {
		const { attemptId: decidedAttempt, decisionTime, status } = verification;
		const time = decisionTime === null && verification.code === UNDECIDED ? [] : [decisionTime];
		return [...whereKnown(decidedAttempt), verification.code, status, ...time];
	}
	if (kind !== 'progress') return [attemptId, null];
	if (code === ADDRESS) return [...whereKnown(attemptId), code, action, addressId];
	return [attemptId, code, action, ...(code === '7001' || code === '7002' ? [] : [null])];
}

/** Some decisions come without an attempt; the time of the decision tells as much. */
function whereKnown(attemptId: string | null): string[] {
	return attemptId === null ? [] : [attemptId];
}
