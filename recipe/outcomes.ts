import {
	abandoned,
	alert,
	approved,
	canceled,
	declined,
	deliveryFailed,
	expired,
	fraud,
	inReview,
	notification,
	type Outcome,
	partial,
	providerError,
	resubmission,
	revoked,
	scored,
	started,
	test,
	unknown,
} from '../webhook/outcome';

/** What a rule can decide, by the names of `webhook/outcome.ts`. */
export const outcomes = {
	approved,
	declined,
	fraud,
	started,
	partial,
	inReview,
	resubmission,
	expired,
	canceled,
	abandoned,
	revoked,
	providerError,
	deliveryFailed,
	scored,
	notification,
	alert,
	test,
	unknown,
} as const satisfies Record<string, Outcome>;

export type OutcomeName = keyof typeof outcomes;

export const outcomeNames = Object.keys(outcomes) as [OutcomeName, ...OutcomeName[]];
