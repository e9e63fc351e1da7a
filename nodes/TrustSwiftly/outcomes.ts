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
import { type Check, ownChecks } from './checks';

/** What an event says. */
export interface Told {
	readonly type: string | null;
	/** Null when no list was sent. */
	readonly checks: readonly Check[] | null;
	/** The entries of the check that the event is about. */
	readonly own: readonly Check[];
	/** The person's, in any case; `CONTRADICTION` when two that differ are given. */
	readonly userStatus: string | null;
	/** Whether the payload is of before 2025-10-08, when a list of checks might be missing. */
	readonly isFlat: boolean;
}

/** Stands for a status of the person that is given twice, and differently: no word of Trust Swiftly's. */
export const CONTRADICTION = '(contradiction)';

/**
 * What an event means for the person. Events fire per check: the e-mail check's
 * `verification.completed` arrives while the document check is still open.
 * @param approvedWhen `eachCheck` lets every completed check approve the person
 */
export function outcomeOf(told: Told, approvedWhen: unknown): Outcome {
	const { type, userStatus } = told;
	if (type === 'user.status.changed') return outcomeOfChanged(told);
	const isCompleted = type === 'verification.completed';
	const byType = isCompleted ? partial : (outcomeByType.get(type ?? '') ?? unknown);
	if (byType === declined || byType === unknown) return byType;
	// The person's own status comes first: what it does not allow, no check approves.
	const person = personOf(told);
	if (person === declined || person === inReview) return person;
	const own = isCompleted ? outcomeOfCompleted(told, approvedWhen) : byType;
	if (userStatus === CONTRADICTION) return own === declined ? declined : unknown;
	return own === approved && person === unknown && userStatus !== null ? unknown : own;
}

/** A list that speaks against the approval, or that cannot be read, contradicts it. */
function outcomeOfChanged(told: Told): Outcome {
	const person = personOf(told);
	const isContradicted = has(told.checks, 'rejected') || has(told.checks, 'contradictory');
	return person === approved && isContradicted ? unknown : person;
}

/**
 * What the present state of a person means, as the events that led to it would tell it. What an answer of the API
 * leaves out approves nobody: it always has the status of the person and the list of checks.
 * @param approvedWhen `eachCheck` lets every completed check approve the person
 */
export function outcomeOfPerson(told: Pick<Told, 'checks' | 'userStatus'>, approvedWhen: unknown): Outcome {
	const { checks } = told;
	const person = personOf(told);
	if (person === declined || person === inReview) return person;
	if (has(checks, 'rejected')) return declined;
	if (checks === null || person === unknown || has(checks, 'contradictory')) return unknown;
	const isEnough = ({ id, name }: Check) =>
		outcomeOfOwn(ownChecks(checks, { verification_id: id, verification_name: name }), checks) === approved;
	if (person === approved || (approvedWhen === 'eachCheck' && checks.some(isEnough))) return approved;
	const isBegun = checks.some(({ state }) => state !== 'assigned' && state !== 'removed');
	return isBegun ? outcomeOfAll(checks) : started;
}

function personOf({ userStatus }: Pick<Told, 'userStatus'>): Outcome {
	return outcomeByUserStatus.get(userStatus?.toLowerCase() ?? '') ?? unknown;
}

function outcomeOfCompleted(told: Told, approvedWhen: unknown): Outcome {
	if (told.checks === null) return told.isFlat ? approved : partial;
	return approvedWhen === 'eachCheck' ? outcomeOfOwn(told.own, told.checks) : outcomeOfAll(told.checks);
}

/** A list that was sent but names no check proves nothing: the person is not approved. */
function outcomeOfAll(checks: readonly Check[]): Outcome {
	const present = checks.filter(({ state }) => state !== 'removed');
	const all = (...wanted: unknown[]) => present.length > 0 && present.every(({ state }) => wanted.includes(state));
	if (has(checks, 'rejected')) return declined;
	if (has(checks, 'contradictory')) return unknown;
	if (all('complete')) return approved;
	return all('complete', 'complete_in_review') ? inReview : partial;
}

/** A list that was sent must bear the event out: every entry of the check, and there has to be one. */
function outcomeOfOwn(own: readonly Check[], checks: readonly Check[]): Outcome {
	if (own.length === 0) return has(checks, 'contradictory') ? unknown : partial;
	return has(own, 'removed') && outcomeOfAll(own) === approved ? partial : outcomeOfAll(own);
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
