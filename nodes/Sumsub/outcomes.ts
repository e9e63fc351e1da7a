import type { KycEvent } from '../../webhook/event';
import {
	alert,
	approved,
	declined,
	inReview,
	notification,
	type Outcome,
	partial,
	resubmission,
	started,
	unknown,
} from '../../webhook/outcome';

/** The fields that an outcome hangs on. */
export interface Review {
	readonly reviewStatus: string | null;
	readonly reviewResult: {
		readonly reviewAnswer: string | null;
		readonly reviewRejectType: string | null;
		readonly rejectLabels?: unknown;
	};
	/** A boolean: a value of another kind may mean a test, and approves nobody. */
	readonly sandboxMode?: unknown;
}

/** The fields that say that an event is about a part only: one level of a workflow, or one member of a company. */
export interface Part {
	readonly levelName: string | null;
	/** The companies of which the applicant is a beneficiary. */
	readonly applicantMemberOf?: unknown;
}

const WORKFLOW_COMPLETED = 'applicantWorkflowCompleted';
const WORKFLOW_FAILED = 'applicantWorkflowFailed';

/** The types that carry an answer for good. Others, such as `applicantPersonalInfoChanged`, repeat the last one. */
export const verdicts = new Set<string | null>([
	'applicantReviewed',
	'applicantActionReviewed',
	WORKFLOW_COMPLETED,
	WORKFLOW_FAILED,
]);

/**
 * What an event means for the applicant as a whole, or for the action that is about one, and the member or level that
 * it is about. A member of a company is decided with the company.
 * @param approvedWhen `workflow` lets nothing approve but the end of a workflow
 */
export function meaningOf(
	type: string | null,
	event: Review & Part,
	approvedWhen: unknown,
): { readonly outcome: Outcome; readonly check: KycEvent['check'] } {
	return ofPart(outcomeOf(type, event), event, approvedWhen === 'workflow' && type !== WORKFLOW_COMPLETED);
}

/**
 * What the present review of an applicant means, in the same way. The API does not say whether a workflow is completed.
 * The answer may be that of the last attempt, unless the review is completed:
 * https://docs.sumsub.com/reference/get-applicant-review-status
 */
export function meaningOfReview(review: Review & Part, approvedWhen: unknown) {
	const { reviewStatus } = review;
	const outcome =
		reviewStatus === 'completed'
			? outcomeOfVerdict('applicantReviewed', review)
			: (outcomeByReviewStatus.get(reviewStatus ?? '') ?? unknown);
	return ofPart(outcome, review, approvedWhen === 'workflow');
}

export const outcomeByReviewStatus = new Map<string, Outcome>([
	['init', started],
	['pending', inReview],
	['prechecked', inReview],
	['queued', inReview],
	['onHold', inReview],
	['awaitingService', inReview],
	['awaitingUser', started],
]);

/** @param isLevel whether an approval is that of one level of several */
function ofPart(
	outcome: Outcome,
	event: Part,
	isLevel: boolean,
): { readonly outcome: Outcome; readonly check: KycEvent['check'] } {
	if (isMember(event)) {
		return {
			outcome: outcome.status === 'other' ? outcome : partial,
			check: { name: 'member', status: outcome.status },
		};
	}
	if (outcome.status === 'approved' && isLevel) {
		return { outcome: partial, check: { name: event.levelName, status: 'approved' } };
	}
	return { outcome, check: null };
}

function isMember({ applicantMemberOf: companies }: Part): boolean {
	return Array.isArray(companies) ? companies.length > 0 : companies !== undefined && companies !== null;
}

function outcomeOf(type: string | null, review: Review): Outcome {
	if (type === null) return unknown;
	if (verdicts.has(type)) return outcomeOfVerdict(type, review);
	if (/^(?:applicantKyt|amlCase|kytCase)/.test(type)) return hasHit(type, review) ? alert : notification;
	return outcomeByType.get(type) ?? notification;
}

/** `YELLOW` stands in results of single modules only. */
function outcomeOfVerdict(type: string, { reviewStatus, reviewResult, sandboxMode }: Review): Outcome {
	if ((reviewStatus ?? 'completed') !== 'completed') return unknown;
	if (reviewResult.reviewAnswer === 'RED') {
		if (reviewResult.reviewRejectType === 'RETRY') return resubmission;
		return type !== WORKFLOW_FAILED || reviewResult.reviewRejectType === 'FINAL' ? declined : unknown;
	}
	const isGreen = reviewResult.reviewAnswer === 'GREEN' && type !== WORKFLOW_FAILED;
	return isGreen && !isDoubtful(type, reviewResult) && typeof (sandboxMode ?? false) === 'boolean' ? approved : unknown;
}

/** What comes of a rejection must not stand beside an approval. Only a completed workflow is seen with `FINAL`. */
function isDoubtful(type: string, { reviewRejectType, rejectLabels }: Review['reviewResult']): boolean {
	const hasLabels = Array.isArray(rejectLabels) ? rejectLabels.length > 0 : (rejectLabels ?? null) !== null;
	return hasLabels || (reviewRejectType !== null && !(type === WORKFLOW_COMPLETED && reviewRejectType === 'FINAL'));
}

/** Of transactions and cases about an applicant (https://docs.sumsub.com/docs/transaction-monitoring-webhooks). */
function hasHit(type: string, { reviewStatus, reviewResult }: Review): boolean {
	return /(?:OnHold|Rejected)$/.test(type) || reviewStatus === 'onHold' || reviewResult.reviewAnswer === 'RED';
}

export const outcomeByType = new Map<string, Outcome>([
	['applicantCreated', started],
	['applicantAwaitingUser', started],
	['applicantPending', inReview],
	['applicantPrechecked', inReview],
	['applicantOnHold', inReview],
	['applicantAwaitingService', inReview],
	['applicantActionPending', inReview],
	['applicantActionOnHold', inReview],
	['applicantReset', resubmission],
	['applicantStepsReset', resubmission],
]);

/** The same of a review. */
export function wordOfReview({ reviewStatus, reviewResult }: Review): string | null {
	return (reviewStatus === 'completed' ? reviewResult.reviewAnswer : null) ?? reviewStatus;
}

/** The provider's own word for the status: the answer only where it is one for good. */
export function wordOf(type: string | null, { reviewStatus, reviewResult }: Review): string | null {
	return (verdicts.has(type) ? reviewResult.reviewAnswer : null) ?? reviewStatus;
}
