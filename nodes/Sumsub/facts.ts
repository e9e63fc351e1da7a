import { type Facts, type Word, wordsOf } from '../../webhook/facts';
import { outcomeByType, outcomeOf, reviewed } from './outcomes';

const [REVIEWED = null, ...furtherReviewed] = reviewed;

function answer(text: string, reviewAnswer: string, reviewRejectType: string | null): Word {
	return [text, outcomeOf(REVIEWED, { reviewStatus: null, reviewResult: { reviewAnswer, reviewRejectType } })];
}

export const facts: Facts = {
	documentation: [
		'https://docs.sumsub.com/docs/webhook-manager',
		'https://docs.sumsub.com/docs/user-verification-webhooks',
	],
	readOn: '2026-11-22',
	authenticity: '`x-payload-digest`: HMAC of the raw body by the algorithm that the credential names, hex',
	eventId: '`applicantId`, `type`, `createdAtMs`',
	word: `\`type\`; the answer of \`${[REVIEWED, ...furtherReviewed].join('`, `')}\``,
	words: [
		answer('`GREEN`', 'GREEN', null),
		answer('`RED` with `RETRY`', 'RED', 'RETRY'),
		answer('`RED` otherwise', 'RED', 'FINAL'),
		...wordsOf(outcomeByType),
		[
			'any other event',
			outcomeOf('applicantPersonalInfoChanged', {
				reviewStatus: null,
				reviewResult: { reviewAnswer: 'GREEN', reviewRejectType: null },
			}),
		],
	],
};
