import {
	abandoned,
	approved,
	declined,
	expired,
	inReview,
	notification,
	type Outcome,
	partial,
	resubmission,
	started,
	unknown,
} from '../../webhook/outcome';

/**
 * What an event means for the person or business. Only `status.updated` decides; the other events
 * carry the current status too.
 * @param status of the session
 */
export function outcomeOf(type: string | null, status: string | null): Outcome {
	if (type === 'status.updated') return outcomeByStatus.get(status ?? '') ?? unknown;
	return type === null ? unknown : notification;
}

/** The exact words of https://docs.didit.me/integration/verification-statuses. */
export const outcomeByStatus = new Map<string, Outcome>([
	['Not Started', started],
	['In Progress', started],
	/** The business is done, other parties are not. */
	['Awaiting User', partial],
	['In Review', inReview],
	['Resubmitted', resubmission],
	['Approved', approved],
	['Declined', declined],
	['Abandoned', abandoned],
	['Expired', expired],
	['Kyc Expired', expired],
]);
