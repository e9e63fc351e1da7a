import { type Facts, oneOf, OTHER_EVENTS, type Word, wordsOf } from '../../webhook/facts';
import { meaningOf, outcomeByType, verdicts } from './outcomes';

const withAnswer = [...verdicts].filter((type) => type !== null);
/** The answer of these is that of one level, where applicants pass several. */
const levels = withAnswer.filter((type) => !type.startsWith('applicantWorkflow'));

/** @param told what else the event says, and what the user chose */
function answer(
	text: string,
	reviewAnswer: string | null,
	told: { type?: string; rejectType?: string; memberOf?: readonly unknown[]; approvedWhen?: string } = {},
): Word {
	const event = {
		reviewStatus: 'completed',
		reviewResult: { reviewAnswer, reviewRejectType: told.rejectType ?? null },
		levelName: null,
		applicantMemberOf: told.memberOf,
	};
	return [text, meaningOf(told.type ?? 'applicantReviewed', event, told.approvedWhen).outcome];
}

export const facts: Facts = {
	documentation: [
		'https://docs.sumsub.com/docs/webhook-manager',
		'https://docs.sumsub.com/docs/user-verification-webhooks',
		'https://docs.sumsub.com/docs/case-management-webhooks',
	],
	readOn: '2026-11-22',
	evidence: ['sdk', 'docs'],
	authenticity: '`x-payload-digest`: HMAC of the raw body by the algorithm that the credential names, hex',
	eventId:
		'`applicantId`, `applicantActionId` or `kytTxnId` where there is one, `type`, `createdAtMs`, else the answer and `createdAt`',
	word: '`type`, and the answer (`GREEN` or `RED`) where a row names it. A member of a company has a row of its own',
	words: [
		answer(`${oneOf(levels)} with \`GREEN\` under **Each Level Is Reviewed**`, 'GREEN'),
		answer(`${oneOf(levels)} with \`GREEN\` under **Workflow Is Completed**`, 'GREEN', { approvedWhen: 'workflow' }),
		answer('`applicantWorkflowCompleted` with `GREEN`', 'GREEN', {
			type: 'applicantWorkflowCompleted',
			approvedWhen: 'workflow',
		}),
		answer(`${oneOf(withAnswer)} with \`RED\` and \`RETRY\``, 'RED', { rejectType: 'RETRY' }),
		answer(`${oneOf(withAnswer)} with \`RED\` and without \`RETRY\``, 'RED', { rejectType: 'FINAL' }),
		answer('an event of Approved, Rejected or Pending, when it is about a member of a company', 'GREEN', {
			memberOf: [{}],
		}),
		...wordsOf(outcomeByType),
		answer('`applicantKyt…`, `kytCase…` or `amlCase…`, on hold or rejected', 'RED', { type: 'amlCaseRejected' }),
		answer(OTHER_EVENTS, 'GREEN', { type: 'applicantPersonalInfoChanged' }),
	],
};
