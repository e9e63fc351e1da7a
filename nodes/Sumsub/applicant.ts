import { subject, type Subject } from '../../webhook/event';
import { anything, fields, text, word } from '../../webhook/fields';
import type { Reading } from '../../webhook/reading';
import { isoTime } from '../../webhook/time';
import { meaningOfReview, wordOfReview } from './outcomes';

/** Who an applicant is, as webhooks and API both tell it. */
export function subjectOf(applicantId: string | null, applicantType: string | null): Subject {
	return subject({ id: applicantId, type: kinds.get(applicantType ?? '') ?? null });
}

const kinds = new Map<string, Subject['type']>([
	['individual', 'person'],
	['company', 'company'],
]);

/** What an applicant's profile says: https://docs.sumsub.com/reference/get-applicant-data. */
export function readApplicant(applicant: unknown, approvedWhen: unknown) {
	const { id, externalUserId, type, memberOf, review } = applicantFields.parse(applicant);
	const told = { ...review, applicantMemberOf: memberOf };
	const { outcome, check } = meaningOfReview(told, approvedWhen);
	const reading: Reading = {
		...outcome,
		environment: null,
		check,
		providerStatus: wordOfReview(review),
		verificationId: id,
		externalId: externalUserId,
		subject: subjectOf(id, type),
	};
	const isDecided = review.reviewStatus === 'completed';
	return {
		reading,
		occurredAt: isDecided ? isoTime(review.reviewDate) : null,
		changedAt: [review.attemptId, review.attemptCnt, review.createDate, review.reviewDate, review.levelName].join(),
	};
}

const applicantFields = fields({
	id: text,
	externalUserId: text,
	type: text,
	memberOf: anything,
	review: fields({
		reviewStatus: word,
		levelName: text,
		attemptId: text,
		attemptCnt: text,
		createDate: text,
		reviewDate: text,
		reviewResult: fields({ reviewAnswer: word, reviewRejectType: word, rejectLabels: anything }),
	}),
});
