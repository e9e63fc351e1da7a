import type { KycEvent, Status } from '../../webhook/event';
import { text } from '../../webhook/fields';
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

/** The fields of an event's object that an outcome hangs on. */
export interface Statuses {
	readonly status: string | null;
	readonly failure_status: string | null;
	readonly validation_status: string | null;
	/** As it was sent: what is no text decides nothing. */
	readonly override_status?: unknown;
}

/**
 * An event type as this package spells it: names vary between channels, such as
 * `digital_identity.identity_process` and `identity-process`.
 */
export function kindOf(eventType: string | null): string {
	if (eventType === null) return 'unknown';
	const name = eventType.toLowerCase().replaceAll('-', '_');
	return MESSAGING.exec(name)?.[1] ?? name.split('.').at(-1) ?? 'unknown';
}

/** Signals, WhatsApp and conversation events, each a family of types. */
const MESSAGING = /^(?:.*\.)?(signal|whatsapp|conversation)s?(?:[_.]|$)/;
const messaging = new Set(['signal', 'whatsapp', 'conversation']);

const VALIDATION = /_validation$/;
const validations = new Set([
	'face_recognition',
	'email_verification',
	'phone_verification',
	'electronic_signature',
	'identity_questions',
	'voice_recognition',
	'face_search',
	'truface',
]);

function isValidation(kind: string): boolean {
	return validations.has(kind) || VALIDATION.test(kind);
}

/** What an event means for the person; a single validation never decides. */
export function outcomeOf(kind: string, action: string | null, object: Statuses): Outcome {
	const verb = verbOf(action);
	if (kind === 'identity_process') return outcomeOfProcess(verb, object);
	if (kind === 'step' || isValidation(kind)) return partial;
	if (kind === 'check') return outcomeOfBackgroundCheck(verb, object);
	if (kind === 'continuous_check') return verb === 'changed' ? notification : unknown;
	return messaging.has(kind) ? notification : unknown;
}

function outcomeOfProcess(verb: string, object: Statuses): Outcome {
	const { failure_status, override_status } = object;
	if (isOverride(override_status)) return outcomeByOverride.get(verbOf(text.parse(override_status))) ?? unknown;
	if (verb === 'succeeded' && contradictsSuccess(object)) return unknown;
	if (verb === 'failed') return outcomeByFailure.get(failure_status?.toLowerCase() ?? 'declined') ?? unknown;
	return outcomeByVerb.get(verb) ?? unknown;
}

/** A success whose object says otherwise proves nothing. */
function contradictsSuccess({ status, failure_status, validation_status }: Statuses): boolean {
	return failure_status !== null || [status, validation_status].some((word) => otherThanSuccess.has(verbOf(word)));
}

const otherThanSuccess = new Set(['failed', 'declined', 'rejected', 'expired', 'canceled', 'cancelled', 'pending']);

function isOverride(override: unknown): boolean {
	return override !== undefined && override !== null && override !== '';
}

export const outcomeByVerb = new Map<string, Outcome>([
	['created', started],
	['started', started],
	['succeeded', approved],
	['expired', expired],
	['overwritten_success', overridden(approved)],
	['overwritten_failure', overridden(declined)],
]);

export const outcomeByOverride = new Map<string, Outcome>([
	['succeeded', overridden(approved)],
	['failed', overridden(declined)],
]);

export const outcomeByFailure = new Map<string, Outcome>([
	['declined', declined],
	['expired', expired],
	['canceled', canceled],
	['cancelled', canceled],
	['system_error', providerError],
]);

/** A background check ends with a score, not with a verdict. */
function outcomeOfBackgroundCheck(verb: string, { status }: Statuses): Outcome {
	if (verb === 'finished') return status?.toLowerCase() === 'error' ? providerError : scored;
	return ['created', 'started', 'delayed'].includes(verb) ? started : unknown;
}

/** The single validation that an event is about, with its own status. */
export function checkOf(
	kind: string,
	name: string | null,
	action: string | null,
	{ override_status }: Statuses,
): KycEvent['check'] {
	if (!isValidation(kind)) return null;
	return {
		name,
		status: statusByVerb.get(verbOf(isOverride(override_status) ? text.parse(override_status) : action)) ?? 'pending',
	};
}

const statusByVerb = new Map<string, Status>([
	['succeeded', 'approved'],
	['failed', 'rejected'],
]);

/** An action as this package spells it, from `success`, `SUCCEEDED`, `identity_process.succeeded`. */
function verbOf(action: string | null): string {
	const verb = action?.toLowerCase().replaceAll('-', '_').split('.').at(-1) ?? '';
	return verbBySynonym.get(verb) ?? verb;
}

const verbBySynonym = new Map([
	['create', 'created'],
	['start', 'started'],
	['success', 'succeeded'],
	['succeed', 'succeeded'],
	['failure', 'failed'],
	['fail', 'failed'],
	['expire', 'expired'],
	['finish', 'finished'],
	['delay', 'delayed'],
	['change', 'changed'],
	['overwritten_succeeded', 'overwritten_success'],
	['overwritten_failed', 'overwritten_failure'],
]);
