import type { KycEvent, Status } from '../../webhook/event';
import {
	abandoned,
	approved,
	canceled,
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

/** What an event says in several places, which must agree; null where nothing is said. */
export interface Statement {
	readonly action: string | null;
	readonly resourceType: string | null;
	readonly status: string | null;
	readonly resourceStatus: string | null;
	/** Whether an error is named, which goes with the status `error` alone. */
	readonly hasError: boolean;
	/** Every id that the event gives to what it is about. */
	readonly ids: readonly (string | null)[];
}

/** `workflow_task.completed` is about a `workflow_task`. */
export function kindOf<Action extends string | null>(action: Action): Action | string {
	return action?.split('.')[0] ?? action;
}

const parts = new Set(['workflow_task', 'report']);

/** Their ids name a file or a place in a workflow, which is no verification of a person. */
const things = new Set(['audit_log', 'workflow_run_evidence_folder', 'workflow_task', 'workflow_timeline_file']);

/** Whether the id of what an event is about names the verification. */
export function isVerification(kind: string | null): boolean {
	return kind !== null && !things.has(kind);
}

/** What an event means for the person. Only a workflow run that has completed decides. */
export function outcomeOf(statement: Statement): Outcome {
	const { action } = statement;
	if (action === null) return unknown;
	const kind = kindOf(action);
	if (kind === 'workflow_run') return outcomeOfRun(action, statement);
	if (parts.has(kind)) return partial;
	// A classic check ends without its result, which the API tells under the `href` of the payload.
	return action === 'check.completed' ? scored : notification;
}

function outcomeOfRun(action: string, { resourceType, status, resourceStatus, hasError, ids }: Statement): Outcome {
	const outcome = outcomeByRunStatus.get(status ?? '') ?? unknown;
	if (resourceType !== null && resourceType !== 'workflow_run') return unknown;
	if (resourceStatus !== null && resourceStatus !== status) return unknown;
	if (hasError && status !== 'error') return unknown;
	if (new Set(ids.filter((id) => id !== null)).size > 1) return unknown;
	const decides = outcome.status === 'approved' || outcome.status === 'rejected';
	return decides && action !== 'workflow_run.completed' ? unknown : outcome;
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

/** What the API says of a verification as it is now; null where nothing is said. */
export interface State {
	/** `workflow_run` or `check`. */
	readonly kind: string | null;
	readonly status: string | null;
	/** Of a check that is complete. */
	readonly result: string | null;
	/** Whether an error is named, which goes with the status `error` alone. */
	readonly hasError: boolean;
}

/** What the present state of a workflow run or a check means for the person. */
export function outcomeOfState({ kind, status, result, hasError }: State): Outcome {
	if (hasError && status !== 'error') return unknown;
	if (kind === 'workflow_run') return outcomeByRunStatus.get(status ?? '') ?? unknown;
	if (kind !== 'check') return unknown;
	const outcome =
		status === 'complete' ? outcomeByCheckResult.get(result ?? '') : outcomeByCheckStatus.get(status ?? '');
	return outcome ?? unknown;
}

/** `consider` asks somebody to look at the reports; nobody has said no. */
const outcomeByCheckResult = new Map<string, Outcome>([
	['clear', approved],
	['consider', inReview],
]);

const outcomeByCheckStatus = new Map<string, Outcome>([
	['awaiting_applicant', started],
	['in_progress', started],
	['paused', started],
	['reopened', inReview],
	['withdrawn', canceled],
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
