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

/** What an event means for the person. */
export function outcomeOf(event: string | null): Outcome {
	return outcomes.get(event ?? '') ?? unknown;
}

/** May come several times for one request, and does not tell to what the status was changed. */
export const STATUS_CHANGED = 'verification.status.changed';

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
	['review.pending', inReview],
]);
