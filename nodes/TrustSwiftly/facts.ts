import { type Facts, type Word, wordsOf } from '../../webhook/facts';
import type { Outcome } from '../../webhook/outcome';
import type { CheckState } from './checks';
import { outcomeByType, outcomeByUserStatus, outcomeOf, type Told } from './outcomes';

/** @param states of the check that was completed, and of the others of the person; null without a list */
function outcomeOfCompleted(
	states: readonly CheckState[] | null,
	more: Partial<Told> = {},
	approvedWhen = '',
): Outcome {
	const checks = states?.map((state) => ({ id: null, name: null, state })) ?? null;
	const told = {
		type: 'verification.completed',
		checks,
		own: checks?.slice(0, 1) ?? [],
		userStatus: null,
		isFlat: false,
		...more,
	};
	return outcomeOf(told, approvedWhen);
}

function completed(condition: string, ...told: Parameters<typeof outcomeOfCompleted>): Word {
	return [`\`verification.completed\` ${condition}`, outcomeOfCompleted(...told)];
}

const all = 'under **All Checks Are Complete**';
const each = 'under **Each Check Is Complete**';

export const facts: Facts = {
	documentation: ['https://docs.trustswiftly.com', 'https://docs.trustswiftly.com/webhooks'],
	readOn: '2026-11-22',
	evidence: ['sdk', 'docs'],
	authenticity: '`Signature`: HMAC-SHA256 of the raw body, hex',
	eventId: '`id`',
	word: '`type`, and what a row names. A person who is `Banned` or in `Review` has a row of their own',
	words: [
		['`verification.…` of a person who is `Banned`', outcomeOfCompleted(['complete'], { userStatus: 'Banned' })],
		[
			'`verification.…`, but not `verification.rejected`, of a person in `Review`',
			outcomeOfCompleted(['complete'], { userStatus: 'Review' }),
		],
		completed('without a list of checks, in the format of before 2025-10-08', null, { isFlat: true }),
		completed('without a list of checks, in the current format', null),
		completed(`${all}, when all checks are complete`, ['complete']),
		completed(`${all}, when a check is rejected`, ['complete', 'rejected']),
		completed(`${all}, when all checks are complete or complete in review, not all complete`, [
			'complete',
			'complete_in_review',
		]),
		completed(`${all}, when a check is open and none is rejected`, ['complete', 'assigned']),
		completed(`${all}, when the list of checks is empty`, []),
		completed(`${each}, when its check is complete`, ['complete', 'rejected'], {}, 'eachCheck'),
		completed(`${each}, when its check is rejected`, ['rejected', 'complete'], {}, 'eachCheck'),
		completed(`${each}, when its check is complete in review`, ['complete_in_review'], {}, 'eachCheck'),
		completed(`${each}, when its check is open`, ['assigned', 'complete'], {}, 'eachCheck'),
		completed(`${each}, when its check is not in the list`, [], {}, 'eachCheck'),
		...wordsOf(outcomeByType),
		...wordsOf(outcomeByUserStatus, '`user.status.changed` to '),
	],
};
