import type { KycEvent } from './event';

/** What an event means. */
export type Outcome = Pick<KycEvent, 'status' | 'reason' | 'decidedBy'>;

function outcome(status: Outcome['status'], reason: Outcome['reason'] = null): Outcome {
	return { status, reason, decidedBy: null };
}

export const approved = outcome('approved');
export const declined = outcome('rejected', 'declined');
export const fraud = outcome('rejected', 'fraud');
export const started = outcome('pending', 'started');
export const partial = outcome('pending', 'partial');
export const inReview = outcome('pending', 'in_review');
/** The person is asked to try again. */
export const resubmission = outcome('pending', 'resubmission');
export const expired = outcome('other', 'expired');
export const canceled = outcome('other', 'canceled');
export const abandoned = outcome('other', 'abandoned');
export const revoked = outcome('other', 'revoked');
export const providerError = outcome('other', 'provider_error');
export const deliveryFailed = outcome('other', 'delivery_failed');
export const scored = outcome('other', 'scored');
export const notification = outcome('other', 'notification');
/** Ongoing monitoring has a hit about somebody, often approved before. */
export const alert = outcome('other', 'alert');
/** A test or sandbox delivery on the Production URL, whatever it tells. */
export const test = outcome('other', 'test');
/** Older than what was accepted for the same verification before: it must not undo that. */
export const outdated = outcome('other', 'outdated');
/** An authentic event whose type or status is not known: passed on, never a decision. */
export const unknown = outcome('other', 'unknown');

export const automatic = (decided: Outcome): Outcome => ({ ...decided, decidedBy: 'automatic' });
export const manual = (decided: Outcome): Outcome => ({ ...decided, decidedBy: 'manual' });
/** A person reversed an earlier decision. */
export const overridden = (decided: Outcome): Outcome => manual({ ...decided, reason: 'overridden' });
