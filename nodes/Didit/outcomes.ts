import { word } from '../../webhook/fields';
import { isJsonObject } from '../../webhook/json';
import {
	abandoned,
	approved,
	declined,
	expired,
	inReview,
	notification,
	type Outcome,
	partial,
	resubmission,
	started,
	unknown,
} from '../../webhook/outcome';

/** The fields that an outcome hangs on. */
export interface Session {
	readonly status: string | null;
	/** Its own status, where there is one, is the same. */
	readonly decision?: unknown;
	/** `live` or `sandbox`: another value approves nobody. */
	readonly environment: string | null;
	/** A boolean: a value of another kind approves nobody. */
	readonly testWebhook?: unknown;
}

/**
 * What an event means for the person or business. Only `status.updated` decides; the other events
 * carry the current status too.
 */
export function outcomeOf(type: string | null, session: Session): Outcome {
	if (type === null) return unknown;
	if (type !== 'status.updated') return notification;
	const outcome = outcomeByStatus.get(session.status ?? '') ?? unknown;
	// A no stays one, whatever stands beside it: decisions of version 1 repeat the status of before.
	if (outcome === declined) return outcome;
	if ((decisionStatusOf(session.decision) ?? session.status) !== session.status) return unknown;
	return outcome === approved && !isClearlyMarked(session) ? unknown : outcome;
}

/** The exact words of https://docs.didit.me/integration/verification-statuses. */
export const outcomeByStatus = new Map<string, Outcome>([
	['Not Started', started],
	['In Progress', started],
	/** The business is done, other parties are not. */
	['Awaiting User', partial],
	['In Review', inReview],
	['Resubmitted', resubmission],
	['Approved', approved],
	['Declined', declined],
	['Abandoned', abandoned],
	['Expired', expired],
	['Kyc Expired', expired],
]);

/** Null when there is none; no word of a status when the decision is no object. */
function decisionStatusOf(decision: unknown): string | null {
	if (isJsonObject(decision)) return word.parse(decision.status);
	return decision === undefined || decision === null ? null : '(no object)';
}

function isClearlyMarked({ environment, testWebhook }: Session): boolean {
	return ['live', 'sandbox', null].includes(environment) && typeof (testWebhook ?? false) === 'boolean';
}
