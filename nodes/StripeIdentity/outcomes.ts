import {
	approved,
	canceled,
	inReview,
	notification,
	type Outcome,
	resubmission,
	started,
	unknown,
} from '../../webhook/outcome';

/**
 * What an event means for the person (https://docs.stripe.com/identity/how-sessions-work). An
 * endpoint may be set to events of other Stripe products too.
 * @param status of the verification session
 * @param hasFailed whether the session tells why its last attempt failed: a new one has the same
 * status, and no such reason
 */
export function outcomeOf(type: string | null, status: string | null, hasFailed: boolean): Outcome {
	switch (type) {
		case null:
			return unknown;
		case 'identity.verification_session.verified':
			return status === null || status === 'verified' ? approved : unknown;
		case 'identity.verification_session.requires_input':
			return hasFailed ? resubmission : started;
		default:
			return outcomeByType.get(type) ?? notification;
	}
}

export const outcomeByType = new Map<string, Outcome>([
	['identity.verification_session.created', started],
	['identity.verification_session.processing', inReview],
	['identity.verification_session.canceled', canceled],
]);
