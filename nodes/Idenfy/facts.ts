import { type Facts, type Word, wordsOf } from '../../webhook/facts';
import { meaningOf, outcomeByApproval, outcomeByMonitoring, outcomeOfOther, outcomes, preliminary } from './outcomes';

const result = (overall: string, final: boolean, beneficiaryId: string | null = null) =>
	meaningOf({ overall, final, denyReasons: null, document: null, face: null, beneficiaryId }).outcome;

const notFinal = [...outcomes]
	.filter(([, outcome]) => preliminary.has(outcome))
	.map(([word]): Word => [`\`${word}\` with \`final: false\``, result(word, false)]);

export const facts: Facts = {
	documentation: [
		'https://documentation.idenfy.com/kyc/webhooks',
		'https://documentation.idenfy.com/api-reference/webhooks',
		'https://documentation.idenfy.com/security/callback-signing',
	],
	readOn: '2026-11-28',
	evidence: ['docs'],
	authenticity: '`Idenfy-Signature`: HMAC-SHA256 of the raw body, hex',
	eventId:
		'`scanRef`, `status.overall`, `final`, `finishTime` and what the reviewers say; of other webhooks, all but their links',
	word: '`status.overall`',
	words: [
		...wordsOf(outcomes),
		...notFinal,
		['any of them with a `beneficiaryId`: a member of a company', result('APPROVED', true, 'a member')],
		...wordsOf(outcomeByMonitoring, 'AML monitoring '),
		...wordsOf(outcomeByApproval, 'company review '),
		[
			'any other documented webhook',
			outcomeOfOther('company_submit', { approvalStatus: null, alertStatus: null, status: null }),
		],
	],
};
