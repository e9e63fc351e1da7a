import { type Facts, type Word, wordsOf } from '../../webhook/facts';
import type { CheckState } from './checks';
import { outcomeByType, outcomeByUserStatus, outcomeOf } from './outcomes';

/** A completed check, beside the others of the person. */
function completed(text: string, states: readonly CheckState[] | null, approvedWhen = 'allChecks'): Word {
	const checks = states?.map((state) => ({ id: null, state })) ?? null;
	return [`\`verification.completed\` ${text}`, outcomeOf('verification.completed', checks, null, approvedWhen)];
}

export const facts: Facts = {
	documentation: ['https://docs.trustswiftly.com'],
	readOn: '2026-11-22',
	authenticity: '`Signature`: HMAC-SHA256 of the raw body, hex',
	eventId: '`id`',
	word: '`type`',
	words: [
		completed('when all checks are complete', ['complete']),
		completed('when no list of checks is sent', null),
		completed('when a check is rejected', ['complete', 'rejected']),
		completed('when all are complete or complete in review', ['complete', 'complete_in_review']),
		completed('otherwise and with an empty list', ['complete', 'assigned']),
		completed('under **Each Check Is Complete** whatever the others are', ['rejected'], 'eachCheck'),
		...wordsOf(outcomeByType),
		...wordsOf(outcomeByUserStatus, '`user.status.changed` to '),
	],
};
