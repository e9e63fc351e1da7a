import {
	approved,
	automatic,
	declined,
	expired,
	inReview,
	notification,
	type Outcome,
	started,
	unknown,
} from '../../webhook/outcome';

/**
 * The event, as iDenfy names it but in lower case; the five events of an identity verification
 * are one, for their bodies do not tell them apart.
 * @param expirationThreshold stands in the event of a document that expires, and in no other
 */
export function typeOf(
	overall: string | null,
	expirationThreshold: string | null,
): 'identification' | 'document_expiration' | 'unknown' {
	if (overall !== null) return 'identification';
	return expirationThreshold === null ? 'unknown' : 'document_expiration';
}

/**
 * What an event means for the person.
 * @param final false while a person has yet to review the automatic result. A value that is
 * neither true, false nor absent approves nobody.
 */
export function outcomeOf(type: string, overall: string | null, final: unknown): Outcome {
	if (type === 'document_expiration') return notification;
	const outcome = outcomes.get(overall ?? '') ?? unknown;
	if ((final ?? true) === true) return outcome;
	if (final !== false) return unknown;
	return preliminary.has(outcome) ? automatic(inReview) : outcome;
}

/** https://documentation.idenfy.com/guides/dashboard/kyc/verification-statuses lists the words. */
export const outcomes = new Map<string, Outcome>([
	['APPROVED', approved],
	['DENIED', declined],
	['SUSPECTED', inReview],
	['REVIEWING', inReview],
	['ACTIVE', started],
	['EXPIRED', expired],
	['DELETED', notification],
	['ARCHIVED', notification],
]);

/** What may still change until the result is final. */
export const preliminary = new Set<Outcome>([approved, declined, inReview]);
