import { type Facts, type Word, wordsOf } from '../../webhook/facts';
import { meaningOf, outcomeByType, verdicts } from './outcomes';

const [REVIEWED = null, ...furtherVerdicts] = verdicts;

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
	return [text, meaningOf(told.type ?? REVIEWED, event, told.approvedWhen).outcome];
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
	word: `\`type\`; the answer of \`${[REVIEWED, ...furtherVerdicts].join('`, `')}\``,
	words: [
		answer('`GREEN`, unless `applicantWorkflowFailed` has it', 'GREEN'),
		answer('`GREEN` under **Workflow Is Completed**, unless `applicantWorkflowCompleted` has it', 'GREEN', {
			approvedWhen: 'workflow',
		}),
		answer('`RED` with `RETRY`', 'RED', { rejectType: 'RETRY' }),
		answer('`RED` otherwise', 'RED', { rejectType: 'FINAL' }),
		answer('any of these about a member of a company', 'GREEN', { memberOf: [{}] }),
		...wordsOf(outcomeByType),
		answer('`applicantKyt…`, `kytCase…` and `amlCase…`, on hold or rejected', 'RED', { type: 'amlCaseRejected' }),
		answer('any other event', 'GREEN', { type: 'applicantPersonalInfoChanged' }),
	],
};
