import { type Facts, wordsOf } from '../../webhook/facts';
import { outcomeOf, outcomes, preliminary } from './outcomes';

const notFinal = [...outcomes].filter(([, outcome]) => preliminary.has(outcome)).map(([word]) => word);

export const facts: Facts = {
	documentation: [
		'https://documentation.idenfy.com/kyc/webhooks',
		'https://documentation.idenfy.com/security/callback-signing',
	],
	readOn: '2026-11-22',
	authenticity: '`Idenfy-Signature`: HMAC-SHA256 of the raw body, hex',
	eventId: '`scanRef`, `status.overall`, `final`, `finishTime`',
	word: '`status.overall`',
	words: [
		...wordsOf(outcomes),
		...notFinal.map((word) => [`\`${word}\` with \`final: false\``, outcomeOf('', word, false)] as const),
		['a document that expires', outcomeOf('document_expiration', null, null)],
	],
};
