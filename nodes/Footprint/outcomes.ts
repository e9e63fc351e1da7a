import { approved, declined, inReview, notification, type Outcome, started, unknown } from '../../webhook/outcome';

/**
 * What an event means for the person. While a review by a person is due, the status is not the last
 * word, whatever it is. The events about such a review carry no status.
 * @param requiresManualReview must be absent or a boolean: a value of another kind approves nobody
 */
export function outcomeOf(kind: string | null, status: string | null, requiresManualReview: unknown): Outcome {
	if (kind !== 'footprint.onboarding.completed') return kind === null ? unknown : notification;
	if (requiresManualReview === true) return inReview;
	return (requiresManualReview ?? false) === false ? (outcomeByStatus.get(status ?? '') ?? unknown) : unknown;
}

/** https://docs.onefootprint.com/articles/integrate/webhooks */
export const outcomeByStatus = new Map<string, Outcome>([
	['pass', approved],
	['fail', declined],
	['pending', started],
	['incomplete', started],
	/** Final: no rule was run, nothing is to be decided. */
	['none', notification],
]);
