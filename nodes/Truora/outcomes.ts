import type { KycEvent, Status } from '../../webhook/event';
import {
	approved,
	canceled,
	declined,
	expired,
	notification,
	type Outcome,
	overridden,
	partial,
	providerError,
	scored,
	started,
	unknown,
} from '../../webhook/outcome';
import { foldWord, isValidation, type Kind } from './kinds';

/** The fields of an event's object that an outcome hangs on: null where nothing is said. */
export interface Statuses {
	readonly status: string | null;
	readonly validation_status: string | null;
	readonly failure_status: string | null;
	readonly declined_reason: string | null;
	readonly override_status: string | null;
}

/** What an event means for the person; a single validation never decides. */
export function outcomeOf({ kind, verb }: Kind, object: Statuses): Outcome {
	if (kind === 'identity_process') return overrideOf(verb, object) ?? outcomeOfProcess(verb, object);
	if (kind === 'step' || isValidation(kind)) return partial;
	if (kind === 'check') return outcomeOfBackgroundCheck(verb, object);
	if (kind === 'continuous_check') return verb === 'changed' ? notification : unknown;
	return notifications.has(kind) ? notification : unknown;
}

/** They are about a flow or a message, not about who a person is. */
const notifications = new Set([
	'conversation',
	'decision_variables',
	'identity_flow',
	'inbound_message',
	'outbound_message',
	'signal',
	'truconnect',
	'whatsapp',
]);

/** Every status of the object must agree with the action. */
function outcomeOfProcess(verb: string, object: Statuses): Outcome {
	switch (verb) {
		case 'created':
		case 'started':
			return hasBegun(object) ? started : unknown;
		case 'succeeded':
			return isWholeSuccess(object) ? approved : unknown;
		case 'failed':
			return outcomeOfFailure(object);
		case 'expired':
			return outcomeOfFailure(object, 'expired');
		default:
			return unknown;
	}
}

const beginnings = new Set(['', 'pending', 'created', 'started', 'not_started', 'in_progress']);
const successes = new Set(['success', 'succeeded', 'valid', 'approved', 'completed']);
const failures = new Set(['failure', 'failed', 'invalid', 'rejected']);

function statusesOf({ status, validation_status }: Statuses): (string | null)[] {
	return [status, validation_status];
}

/** In lower case; '' where nothing is said. */
function wordOf(status: string | null): string {
	return status?.toLowerCase() ?? '';
}

function hasBegun(object: Statuses): boolean {
	return statusesOf(object).every((status) => beginnings.has(wordOf(status))) && wordOf(object.failure_status) === '';
}

/** Empty text is no success. */
function isSuccess(status: string | null): boolean {
	return status === null || successes.has(wordOf(status));
}

function isWholeSuccess(object: Statuses): boolean {
	const { failure_status, declined_reason, override_status } = object;
	const isFlawless = failure_status === null && override_status === null && wordOf(declined_reason) === '';
	return isFlawless && statusesOf(object).every(isSuccess);
}

/** @param said what the action says of how it failed */
function outcomeOfFailure(object: Statuses, said = ''): Outcome {
	const statuses = statusesOf(object).map(wordOf);
	const words = [said, wordOf(object.failure_status), ...statuses.filter((word) => !failures.has(word))];
	const outcomes = words.filter((word) => word !== '').map((word) => outcomeByFailure.get(word) ?? unknown);
	const [outcome = declined, ...others] = new Set(outcomes);
	return others.length === 0 ? outcome : unknown;
}

export const outcomeByFailure = new Map<string, Outcome>([
	['declined', declined],
	['expired', expired],
	['canceled', canceled],
	['cancelled', canceled],
	['system_error', providerError],
]);

/**
 * The late decision of a person, by the action or by `override_status`, which supersedes the other statuses. Only a
 * process that has ended can be decided anew (https://dev.truora.com/guides/override_process).
 * @returns null where there is none
 */
function overrideOf(verb: string, object: Statuses): Outcome | null {
	const byAction = outcomeByAction.get(verb);
	const { override_status } = object;
	if (!override_status) {
		if (byAction === undefined) return null;
		return byAction.status === 'approved' && override_status === '' ? unknown : decidedAnew(byAction, object);
	}
	const byStatus = outcomeByOverride.get(foldWord(override_status)) ?? unknown;
	const agrees = byAction === undefined ? ends.has(verb) : byAction === byStatus;
	return agrees ? decidedAnew(byStatus, object) : unknown;
}

const ends = new Set(['succeeded', 'failed', 'expired']);

function decidedAnew(decided: Outcome, object: Statuses): Outcome {
	const isEnd = (status: string | null) =>
		isSuccess(status) ||
		failures.has(wordOf(status)) ||
		outcomeByFailure.has(wordOf(status)) ||
		(status === '' && decided.status === 'rejected');
	return statusesOf(object).every(isEnd) ? decided : unknown;
}

const approvedAnew = overridden(approved);
const declinedAnew = overridden(declined);

export const outcomeByAction = new Map<string, Outcome>([
	['overwritten_success', approvedAnew],
	['overwritten_failure', declinedAnew],
]);

export const outcomeByOverride = new Map<string, Outcome>([
	['succeeded', approvedAnew],
	['failed', declinedAnew],
]);

/**
 * The status of a process as the API tells it, and the action of the event that told it
 * (https://dev.truora.com/guides/get_result).
 */
export const actionByStatus = new Map([
	['pending', 'started'],
	['success', 'succeeded'],
	['failure', 'failed'],
]);

/** A background check ends with a score, not with a verdict. */
function outcomeOfBackgroundCheck(verb: string, { status }: Statuses): Outcome {
	if (verb === 'finished') return outcomeByCheckStatus.get(wordOf(status)) ?? unknown;
	return ['created', 'started', 'delayed'].includes(verb) ? started : unknown;
}

const outcomeByCheckStatus = new Map<string, Outcome>([
	['', scored],
	['completed', scored],
	['finished', scored],
	['error', providerError],
]);

/** The single validation that an event is about, with its own status. */
export function checkOf({ kind, verb }: Kind, name: string | null, object: Statuses): KycEvent['check'] {
	return isValidation(kind) ? { name, status: checkStatusOf(verb, object) } : null;
}

function checkStatusOf(verb: string, object: Statuses): Status {
	const { override_status } = object;
	if (override_status) return outcomeByOverride.get(foldWord(override_status))?.status ?? 'other';
	const overwritten = outcomeByAction.get(verb);
	if (overwritten) return overwritten.status;
	if (verb === 'succeeded') return isWholeSuccess(object) ? 'approved' : 'other';
	return verb === 'failed' ? outcomeOfFailure(object).status : 'pending';
}
