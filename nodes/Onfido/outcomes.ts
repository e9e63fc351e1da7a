import type { KycEvent, Status } from '../../webhook/event';
import {
	abandoned,
	approved,
	declined,
	inReview,
	notification,
	type Outcome,
	partial,
	providerError,
	scored,
	started,
	unknown,
} from '../../webhook/outcome';

/** `workflow_task.completed` is about a `workflow_task`. */
function kindOf(action: string): string {
	return action.split('.')[0] ?? action;
}

const parts = new Set(['workflow_task', 'report']);

/** What an event means for the person. Only a workflow run decides. */
export function outcomeOf(action: string | null, status: string | null): Outcome {
	if (action === null) return unknown;
	const kind = kindOf(action);
	if (kind === 'workflow_run') return outcomeByRunStatus.get(status ?? '') ?? unknown;
	if (parts.has(kind)) return partial;
	// A classic check ends without its result, which the API tells under the `href` of the payload.
	return action === 'check.completed' ? scored : notification;
}

export const outcomeByRunStatus = new Map<string, Outcome>([
	['approved', approved],
	['declined', declined],
	['review', inReview],
	['processing', started],
	['awaiting_input', started],
	['awaiting_client_input', started],
	['abandoned', abandoned],
	['error', providerError],
]);

/**
 * The task or report that an event is about. It ends without a verdict of its own.
 * @param name of the task's definition; reports have none here
 */
export function checkOf(action: string | null, name: string | null, status: string | null): KycEvent['check'] {
	if (action === null || !parts.has(kindOf(action))) return null;
	return { name, status: checkStatusByWord.get(status ?? '') ?? 'other' };
}

const checkStatusByWord = new Map<string, Status>([
	['started', 'pending'],
	['awaiting_data', 'pending'],
	['awaiting_approval', 'pending'],
]);
