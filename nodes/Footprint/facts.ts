import { type Facts, wordsOf } from '../../webhook/facts';
import { deciding, outcomeByStatus, outcomeOf } from './outcomes';

export const facts: Facts = {
	documentation: ['https://docs.onefootprint.com/articles/integrate/webhooks'],
	readOn: '2026-11-22',
	evidence: ['docs'],
	authenticity:
		'`svix-signature` or `webhook-signature` (Standard Webhooks): HMAC-SHA256 of id, time and raw body, base64',
	eventId: 'the signed `svix-id` or `webhook-id` header',
	word: `\`status\` or \`new_status\` of \`${deciding.join('`, `')}\``,
	words: [
		...wordsOf(outcomeByStatus),
		[
			'any with `requires_manual_review`',
			outcomeOf('footprint.onboarding.completed', { status: 'pass', new_status: null, requires_manual_review: true }),
		],
		['any other event', outcomeOf('footprint.user.manual_review', { status: null, new_status: null })],
	],
};
