import { type Facts, wordsOf } from '../../webhook/facts';
import { deciding, outcomeByStatus, outcomeOf } from './outcomes';

export const facts: Facts = {
	documentation: ['https://docs.onefootprint.com/articles/integrate/webhooks'],
	readOn: '2026-11-22',
	evidence: ['docs'],
	authenticity:
		'`svix-signature` or `webhook-signature` (Standard Webhooks): HMAC-SHA256 of id, time and raw body, base64',
	eventId: 'the signed `svix-id` or `webhook-id` header',
	word: '`status` of `footprint.onboarding.completed`, and `new_status` of `footprint.onboarding.status_changed`',
	words: [
		...wordsOf(outcomeByStatus, '', ', unless `requires_manual_review` is `true`'),
		[
			'any status, if `requires_manual_review` is `true`',
			outcomeOf('footprint.onboarding.completed', { status: 'pass', new_status: null, requires_manual_review: true }),
		],
		[
			`every event but ${deciding.map((type) => `\`${type}\``).join(' and ')}`,
			outcomeOf('footprint.user.manual_review', { status: null, new_status: null }),
		],
	],
};
