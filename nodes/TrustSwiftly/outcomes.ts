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

/** What an event says. */
export interface Told {
	readonly type: string | null;
	/** Null when no list was sent. */
	readonly checks: readonly Check[] | null;
	/** The entry of the check that the event is about. */
	readonly own: Check | undefined;
	/** The person's, in any case. */
	readonly userStatus: string | null;
	/** Whether the payload is of before 2025-10-08, when a list of checks might be missing. */
	readonly isFlat: boolean;
}

/**
 * What an event means for the person. Events fire per check: the e-mail check's
 * `verification.completed` arrives while the document check is still open.
 * @param approvedWhen `eachCheck` lets every completed check approve the person
 */
export function outcomeOf(told: Told, approvedWhen: unknown): Outcome {
	if (told.type === 'verification.completed') return outcomeOfCompleted(told, approvedWhen);
	if (told.type !== 'user.status.changed') return outcomeByType.get(told.type ?? '') ?? unknown;
	const person = personOf(told);
	return person === approved && has(told.checks, 'rejected') ? unknown : person;
}

function personOf({ userStatus }: Told): Outcome {
	return outcomeByUserStatus.get(userStatus?.toLowerCase() ?? '') ?? unknown;
}

/** The person's own status comes first: what it does not allow, no check approves. */
function outcomeOfCompleted(told: Told, approvedWhen: unknown): Outcome {
	const person = personOf(told);
	if (person === declined || person === inReview) return person;
	const byChecks = approvedWhen === 'eachCheck' ? outcomeOfOwn(told) : outcomeOfAll(told);
	return byChecks === approved && person === unknown && told.userStatus !== null ? unknown : byChecks;
}

/** A list that was sent but names no check proves nothing: the person is not approved. */
function outcomeOfAll({ checks, isFlat }: Pick<Told, 'checks' | 'isFlat'>): Outcome {
	if (checks === null) return isFlat ? approved : partial;
	const all = (...wanted: unknown[]) => checks.length > 0 && checks.every(({ state }) => wanted.includes(state));
	if (has(checks, 'rejected')) return declined;
	if (has(checks, 'contradictory')) return unknown;
	if (all('complete')) return approved;
	return all('complete', 'complete_in_review') ? inReview : partial;
}

/** The list must bear the event out; only the flat formats may leave open which check it is. */
function outcomeOfOwn({ checks, own, isFlat }: Told): Outcome {
	if (own !== undefined) return outcomeOfAll({ checks: [own], isFlat });
	if (has(checks, 'contradictory')) return unknown;
	return isFlat && checks?.length !== 0 ? approved : partial;
}

function has(checks: readonly Check[] | null, wanted: Check['state']): boolean {
	return checks?.some(({ state }) => state === wanted) ?? false;
}

export const outcomeByType = new Map<string, Outcome>([
	['verification.rejected', declined],
	['verification.pending', started],
	['verification.in-process', partial],
]);

/** In lower case: the API writes the words differently. */
export const outcomeByUserStatus = new Map<string, Outcome>([
	['verified', approved],
	['banned', declined],
	['review', inReview],
	['active', notification],
	['unconfirmed', notification],
]);
