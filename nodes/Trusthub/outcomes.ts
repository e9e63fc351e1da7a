import {
	approved,
	automatic,
	declined,
	expired,
	inReview,
	manual,
	type Outcome,
	started,
	unknown,
} from '../../webhook/outcome';

/**
 * What a session's status means for the person.
 * @param word from `canonicalWord`
 */
export function outcomeOf(word: string): Outcome {
	return outcomes.get(word) ?? unknown;
}

/** The words of the dashboard, and two that the status API of a sister installation uses. */
export const outcomes = new Map<string, Outcome>([
	['AUTO_APPROVED', automatic(approved)],
	['MANUAL_APPROVED', manual(approved)],
	['AUTO_REJECTED', automatic(declined)],
	['MANUAL_REJECTED', manual(declined)],
	['WAITING_FOR_MANUAL_APPROVE', inReview],
	['SESSION_INITIALIZED', started],
	['SESSION_STARTED', started],
	['PENDING', inReview],
	['EXPIRED', expired],
]);

/** The wire words for a session's start are not documented: any case and separator will do. */
export function canonicalWord(word: string): string {
	const match = /^(?:SESSION[ _-]?)?(INITIALIZED|STARTED)$/i.exec(word);
	return match ? `SESSION_${match[1]?.toUpperCase()}` : word;
}
