import {
	approved,
	declined,
	fraud,
	inReview,
	notification,
	type Outcome,
	providerError,
	started,
	unknown,
} from '../../webhook/outcome';

/** What an event means for the client, as far as its one check goes. */
export function outcomeOf(type: string | null, checkOutcome: string | null): Outcome {
	if (type === null) return unknown;
	if (COMPLETED.test(type)) return outcomeByCheckOutcome.get(checkOutcome ?? '') ?? unknown;
	return outcomeByType.get(type) ?? notification;
}

/** One event for every outcome of a check, and one for each. The documentation writes both words. */
const COMPLETED = /^check\.completed?(?=\.|$)/;

export const outcomeByCheckOutcome = new Map<string, Outcome>([
	['clear', approved],
	['attention', inReview],
	['rejected', declined],
	['match_confirmed', fraud],
]);

export const outcomeByType = new Map<string, Outcome>([
	['check.pending', started],
	['check.failed', providerError],
]);

export function isCheck(type: string | null): boolean {
	return type?.startsWith('check.') ?? false;
}

/** The value of the `events` parameter that selects an event. */
export function selectorOf(type: string | null): string {
	return type?.replace(COMPLETED, 'check.completed') ?? 'unknown';
}
