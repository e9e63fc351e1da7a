import { approved, automatic, declined, inReview, notification, type Outcome, unknown } from '../../webhook/outcome';

/** What an event means for the person. */
export function outcomeOf(event: string, status: string): Outcome {
	return outcomes.get(`${event} ${status}`) ?? (notifications.has(event) ? notification : unknown);
}

export const outcomes = new Map<string, Outcome>([
	['VERIFICATION_COMPLETED approved', automatic(approved)],
	['VERIFICATION_COMPLETED declined', automatic(declined)],
	['VERIFICATION_COMPLETED pending', inReview],
	['VERIFICATION_REVIEWED approved', approved],
	['VERIFICATION_REVIEWED declined', declined],
	['VERIFICATION_REVIEWED pending', inReview],
]);

/** They carry a status word, but decide nothing. */
export const notifications = new Set(['DATAPOINT_UPDATED', 'WATCHLIST_MONITORING', 'IDENTITY_AUTHENTICATED']);
