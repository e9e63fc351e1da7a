import {
	approved,
	declined,
	inReview,
	notification,
	type Outcome,
	partial,
	started,
	unknown,
} from '../../webhook/outcome';
import type { Check } from './checks';

/**
 * What an event means for the person. Events fire per check: the e-mail check's
 * `verification.completed` arrives while the document check is still open.
 * @param checks null when no list was sent
 * @param approvedWhen `eachCheck` lets every completed check approve the person
 */
export function outcomeOf(
	type: string | null,
	checks: readonly Check[] | null,
	userStatus: string | null,
	approvedWhen: unknown,
): Outcome {
	if (type === 'verification.completed') {
		return approvedWhen === 'eachCheck' ? approved : outcomeOfChecks(checks);
	}
	if (type === 'user.status.changed') return outcomeByUserStatus.get(userStatus ?? '') ?? unknown;
	return outcomeByType.get(type ?? '') ?? unknown;
}

/** A list that was sent but names no check proves nothing: the person is not approved. */
function outcomeOfChecks(checks: readonly Check[] | null): Outcome {
	if (checks === null) return approved;
	const all = (...wanted: unknown[]) => checks.length > 0 && checks.every(({ state }) => wanted.includes(state));
	if (checks.some(({ state }) => state === 'rejected')) return declined;
	if (all('complete')) return approved;
	return all('complete', 'complete_in_review') ? inReview : partial;
}

export const outcomeByType = new Map<string, Outcome>([
	['verification.rejected', declined],
	['verification.pending', started],
	['verification.in-process', partial],
]);

export const outcomeByUserStatus = new Map<string, Outcome>([
	['Verified', approved],
	['Banned', declined],
	['Review', inReview],
	['Active', notification],
	['Unconfirmed', notification],
]);
