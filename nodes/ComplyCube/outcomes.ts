import type { Status } from '../../webhook/event';
import {
	abandoned,
	alert,
	approved,
	canceled,
	declined,
	inReview,
	notification,
	type Outcome,
	partial,
	providerError,
	started,
	unknown,
} from '../../webhook/outcome';

/** What an event says of its check or session. */
export interface Told {
	readonly type: string | null;
	/** `payload.status` */
	readonly status: string | null;
	/** The verdict; null when there is none. */
	readonly verdict: string | null;
}

/** Stands for a verdict that is given twice, and differently: no word of ComplyCube's. */
const CONTRADICTION = '(contradiction)';

/** The verdict, wherever it stands: in the name of the event, in `payload.outcome`, in `payload.result.outcome`. */
export function verdictOf(type: string | null, outcome: string | null, outcomeInResult: string | null): string | null {
	const given = [outcome, outcomeInResult, suffixOf(type)].filter((each) => each !== null);
	return given.every((each) => each === given[0]) ? (given[0] ?? null) : CONTRADICTION;
}

/** The outcome that the name of the event ends with. */
export function suffixOf(type: string | null): string | null {
	return COMPLETED.exec(type ?? '')?.[1] ?? null;
}

/**
 * What an event means for the client.
 * @param approvedWhen `eachCheck` lets a check decide; else only a workflow session does
 */
export function outcomeOf(told: Told, approvedWhen: unknown): Outcome {
	const own = ownOutcomeOf(told);
	return isCheck(told.type) && approvedWhen !== 'eachCheck' && own.status !== 'other' ? partial : own;
}

/** What the present state of a workflow session means, which always tells its status. */
export function outcomeOfSession({ status, verdict }: Pick<Told, 'status' | 'verdict'>): Outcome {
	return status === null ? unknown : ownOutcomeOf({ type: 'workflow.session.updated', status, verdict });
}

/** Where the check itself stands; null for what is not about a check. */
export function checkStatusOf(told: Told): Status | null {
	if (!isCheck(told.type)) return null;
	const own = ownOutcomeOf(told);
	// A confirmed match is a hit; what it means for the client is left to a reviewer.
	return own === inReview && told.verdict === 'match_confirmed' ? 'rejected' : own.status;
}

/** What the event says of its check or session alone. */
function ownOutcomeOf({ type, status, verdict }: Told): Outcome {
	if (type === null) return unknown;
	if (type === 'workflow.session.updated' && verdict === null)
		return outcomeBySessionStatus.get(status ?? '') ?? unknown;
	// A later verdict on a check counts as its first one does.
	const isNewVerdict = type === 'check.updated' && verdict !== null;
	const kind = isNewVerdict ? 'check.completed' : type.replace(COMPLETED, 'check.completed');
	const agreeing = statusesByKind.get(kind);
	if (agreeing && status !== null && !agreeing.includes(status)) return unknown;
	if (verdictKinds.has(kind)) return outcomeByVerdict.get(verdict ?? '') ?? unknown;
	if (kind === MONITORING) return hits.has(verdict ?? 'attention') ? alert : unknown;
	// Nothing that is still open, or that ended without a verdict, has one.
	const byType = outcomeByType.get(kind);
	if (byType) return verdict === null ? byType : unknown;
	return UNDOCUMENTED.test(kind) ? unknown : notification;
}

/** One event for every outcome of a check, and one for each. The documentation writes both words. */
const COMPLETED = /^check\.completed?(?:\.(.*))?$/;

/** `match_confirmed` covers politically exposed persons: somebody has to look, nobody has said no. */
export const outcomeByVerdict = new Map<string, Outcome>([
	['clear', approved],
	['attention', inReview],
	['rejected', declined],
	['match_confirmed', inReview],
]);

const verdictKinds: ReadonlySet<string> = new Set([
	'check.completed',
	'workflow.session.completed',
	'workflow.session.updated',
]);

/** The monitoring of a client found something. */
const MONITORING = 'check.monitoring.attention';

/** More in the name than is documented: it may be a verdict, and nobody knows which. */
const UNDOCUMENTED = /^(?:workflow\.session\.completed\.|check\.monitoring\.(?!clear$))/;

const hits: ReadonlySet<string> = new Set(['attention', 'rejected', 'match_confirmed']);

export const outcomeByType = new Map<string, Outcome>([
	['check.pending', started],
	['check.failed', providerError],
	['workflow.session.started', started],
	['workflow.session.processing', inReview],
	['workflow.session.cancelled', canceled],
	['workflow.session.abandoned', abandoned],
]);

/** https://docs.complycube.com/documentation/api-reference/core-resources/workflow-sessions lists the words. */
const outcomeBySessionStatus = new Map<string, Outcome>([
	['started', started],
	['processing', inReview],
	['cancelled', canceled],
	['abandoned', abandoned],
]);

const complete: readonly string[] = ['complete', 'completed'];

/** What `payload.status` may be beside the name of the event. */
const statusesByKind = new Map<string, readonly string[]>([
	['check.pending', ['pending']],
	['check.completed', complete],
	['check.failed', ['failed']],
	['workflow.session.started', ['started']],
	['workflow.session.processing', ['processing']],
	['workflow.session.completed', complete],
	['workflow.session.updated', complete],
	['workflow.session.cancelled', ['cancelled']],
	['workflow.session.abandoned', ['abandoned']],
]);

function isCheck(type: string | null): boolean {
	return type?.startsWith('check.') ?? false;
}

/** The value of the `events` parameter that selects an event. */
export function selectorOf(type: string | null): string {
	return type?.replace(/^check\.complete(?=\.|$)/, 'check.completed') ?? 'unknown';
}
