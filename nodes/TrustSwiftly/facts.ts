import { type Facts, type Word, wordsOf } from '../../webhook/facts';
import type { CheckState } from './checks';
import { outcomeByType, outcomeByUserStatus, outcomeOf, type Told } from './outcomes';

/** A completed check, beside the others of the person. */
function completed(
	text: string,
	states: readonly CheckState[] | null,
	more: Partial<Told> = {},
	approvedWhen = '',
): Word {
	const checks = states?.map((state) => ({ id: null, name: null, state })) ?? null;
	const told = {
		type: 'verification.completed',
		checks,
		own: checks?.slice(0, 1) ?? [],
		userStatus: null,
		isFlat: false,
		...more,
	};
	return [`\`verification.completed\` ${text}`, outcomeOf(told, approvedWhen)];
}

export const facts: Facts = {
	documentation: ['https://docs.trustswiftly.com', 'https://docs.trustswiftly.com/webhooks'],
	readOn: '2026-11-22',
	evidence: ['sdk', 'docs'],
	authenticity: '`Signature`: HMAC-SHA256 of the raw body, hex',
	eventId: '`id`',
	word: '`type`',
	words: [
		completed('of a person who is `Banned`', ['complete'], { userStatus: 'Banned' }),
		completed('of a person in `Review`', ['complete'], { userStatus: 'Review' }),
		completed('when all checks are complete', ['complete']),
		completed('without a list of checks, in the format of before 2025-10-08', null, { isFlat: true }),
		completed('without a list of checks, in the current format', null),
		completed('when a check is rejected', ['complete', 'rejected']),
		completed('when all are complete or complete in review', ['complete', 'complete_in_review']),
		completed('otherwise and with an empty list', ['complete', 'assigned']),
		completed('under **Each Check Is Complete** whatever the others are', ['complete', 'rejected'], {}, 'eachCheck'),
		...wordsOf(outcomeByType),
		...wordsOf(outcomeByUserStatus, '`user.status.changed` to '),
	],
};
