import {
	approved,
	canceled,
	declined,
	expired,
	inReview,
	notification,
	type Outcome,
	providerError,
	started,
	unknown,
} from '../../webhook/outcome';
import { isNothing, leavesOf } from './leaves';

/** What an event says. Each part may be anything. */
export interface Told {
	readonly event: string | null;
	/** What each check came to. */
	readonly result?: unknown;
	/** Why the person was declined. */
	readonly objections?: readonly unknown[];
}

/** What an event means for the person. One that accepts the person says nothing against it beside. */
export function outcomeOf({ event, result, objections = [] }: Told): Outcome {
	const outcome = outcomes.get(event ?? '') ?? unknown;
	const accepts = hasPassed(result) && leavesOf(objections).every(isNothing);
	return outcome === approved && !accepts ? unknown : outcome;
}

/**
 * 1 is accepted, 0 declined, null not processed; PHP writes an empty object as a list.
 * See https://developers.shuftipro.com/docs/verification_endpoints/responses.
 */
function hasPassed(result: unknown): boolean {
	if (typeof result !== 'object') return isNothing(result);
	return leavesOf(result).every((leaf) => leaf === 1 || leaf === '1' || isNothing(leaf));
}

export const STATUS_CHANGED = 'verification.status.changed';

/** The events that do not tell what has changed. There may be several of each for one request. */
export const changes: ReadonlySet<string> = new Set([STATUS_CHANGED, 'request.data.changed']);

export const outcomes = new Map<string, Outcome>([
	['verification.accepted', approved],
	['verification.declined', declined],
	['verification.cancelled', canceled],
	[STATUS_CHANGED, notification],
	['request.pending', started],
	['request.received', started],
	['request.timeout', expired],
	['request.invalid', providerError],
	['request.unauthorized', providerError],
	['request.deleted', notification],
	['request.data.changed', notification],
	['review.pending', inReview],
]);
