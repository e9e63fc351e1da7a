import {
	approved,
	declined,
	inReview,
	notification,
	type Outcome,
	resubmission,
	started,
	unknown,
} from '../../webhook/outcome';

/** The fields that an outcome hangs on. */
export interface Review {
	readonly reviewStatus: string | null;
	readonly reviewResult: { readonly reviewAnswer: string | null; readonly reviewRejectType: string | null };
}

/** The types that carry an answer for good. Others, such as `applicantPersonalInfoChanged`, repeat the last one. */
export const reviewed = new Set<string | null>([
	'applicantReviewed',
	'applicantWorkflowCompleted',
	'applicantActionReviewed',
]);

/** What an event means for the applicant, or for the action that is about one. */
export function outcomeOf(type: string | null, { reviewResult }: Review): Outcome {
	if (type === null) return unknown;
	return reviewed.has(type) ? outcomeOfAnswer(reviewResult) : (outcomeByType.get(type) ?? notification);
}

/** `YELLOW` stands in results of single modules only. */
function outcomeOfAnswer({ reviewAnswer, reviewRejectType }: Review['reviewResult']): Outcome {
	if (reviewAnswer === 'GREEN') return approved;
	if (reviewAnswer !== 'RED') return unknown;
	return reviewRejectType === 'RETRY' ? resubmission : declined;
}

export const outcomeByType = new Map<string, Outcome>([
	['applicantCreated', started],
	['applicantPending', inReview],
	['applicantPrechecked', inReview],
	['applicantOnHold', inReview],
	['applicantActionPending', inReview],
	['applicantActionOnHold', inReview],
	['applicantReset', resubmission],
]);

/** The provider's own word for the status: the answer only where it is one for good. */
export function wordOf(type: string | null, { reviewStatus, reviewResult }: Review): string | null {
	return (reviewed.has(type) ? reviewResult.reviewAnswer : null) ?? reviewStatus;
}
