import { type Facts, oneOf, type Word, wordsOf } from '../../webhook/facts';
import { meaningOf, outcomeByApproval, outcomeByMonitoring, outcomeOfOther, outcomes, preliminary } from './outcomes';

const result = (overall: string, final: boolean, beneficiaryId: string | null = null) =>
	meaningOf({ overall, final, denyReasons: null, document: null, face: null, beneficiaryId }).outcome;

const untilFinal = [...outcomes].filter(([, outcome]) => preliminary.has(outcome));
const always = [...outcomes].filter(([, outcome]) => !preliminary.has(outcome));

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
	word: '`status.overall` of a verification without a `beneficiaryId`, unless a row says something else',
	words: [
		...wordsOf(untilFinal, '', ', unless `final` is `false`'),
		...wordsOf(always),
		...untilFinal.map(([word]): Word => [`\`${word}\` with \`final: false\``, result(word, false)]),
		[
			`${oneOf(outcomes.keys())} of a member of a company (with a \`beneficiaryId\`)`,
			result('APPROVED', true, 'a member'),
		],
		...wordsOf(outcomeByMonitoring, 'AML monitoring with '),
		...wordsOf(outcomeByApproval, 'company review with '),
		[
			'a documented webhook that no other row names',
			outcomeOfOther('company_submit', { approvalStatus: null, alertStatus: null, status: null }),
		],
	],
};
