import { approved, declined, inReview, notification, type Outcome, started, unknown } from '../../webhook/outcome';

/** The fields that an outcome hangs on. */
export interface Onboarding {
	readonly status: string | null;
	readonly new_status: string | null;
	/** Absent or a boolean: a value of another kind approves nobody. */
	readonly requires_manual_review?: unknown;
	/** The same. */
	readonly is_live?: unknown;
}

/**
 * The events that decide, and where each has its status. `status_changed` is deprecated, but the only one that tells
 * how a manual review ended.
 */
const statusFields = new Map<string | null, 'status' | 'new_status'>([
	['footprint.onboarding.completed', 'status'],
	['footprint.onboarding.status_changed', 'new_status'],
]);

export const deciding = [...statusFields.keys()];

/**
 * What an event means for the person. While a review by a person is due, the status is not the last
 * word, whatever it is. The events about such a review carry no status.
 */
export function outcomeOf(kind: string | null, onboarding: Onboarding): Outcome {
	if (kind === null) return unknown;
	const field = statusFields.get(kind);
	if (field === undefined) return notification;
	const { status, new_status: newStatus } = onboarding;
	const outcome = outcomeOfStatus(onboarding[field], onboarding);
	return outcome === inReview || (status ?? newStatus) === (newStatus ?? status) ? outcome : unknown;
}

/** What a status means, unless a review by a person is due. */
export function outcomeOfStatus(
	status: string | null,
	{ requires_manual_review: review, is_live: isLive }: Pick<Onboarding, 'requires_manual_review' | 'is_live'>,
): Outcome {
	if (review === true) return inReview;
	if ((review ?? false) !== false) return unknown;
	const outcome = outcomeByStatus.get(status ?? '') ?? unknown;
	return outcome === approved && typeof (isLive ?? true) !== 'boolean' ? unknown : outcome;
}

/** https://docs.onefootprint.com/articles/integrate/webhooks */
export const outcomeByStatus = new Map<string, Outcome>([
	['pass', approved],
	['fail', declined],
	['pending', started],
	['incomplete', started],
	/** Final: no rule was run, nothing is to be decided. */
	['none', notification],
]);
