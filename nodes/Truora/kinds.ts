/** What an event is about, and what happened: its type and action as this package spells them. */
export interface Kind {
	readonly kind: string;
	readonly verb: string;
}

/**
 * Names vary between channels, such as `digital_identity.identity_process` and `identity-process`, `success` and
 * `identity_process.succeeded`. A step, or the decision variables, may be told by the action alone.
 */
export function kindOf(eventType: string | null, action: string | null): Kind {
	const type = eventType === null ? 'unknown' : typeOf(folded(eventType));
	const verb = verbOf(folded(action ?? ''), type);
	const part = wholes.has(type) ? PART.exec(verb)?.[1] : undefined;
	return { kind: part ?? type, verb };
}

function folded(name: string): string {
	return name.toLowerCase().replaceAll('-', '_');
}

const wholes = new Set(['identity_process', 'check']);
const PART = /^(step|decision_variables)(?:_|$)/;

function typeOf(name: string): string {
	const type = FAMILY.exec(name)?.[1] ?? name.split('.').at(-1) ?? name;
	return typeByAlias.get(type) ?? type;
}

/** Each a family of types, such as `whatsapp_process` and `whatsapp.message`. */
const FAMILY = /^(?:.*\.)?(signal|whatsapp|conversation|truconnect|inbound|outbound)s?(?:[_.]|$)/;

const typeByAlias = new Map([
	['inbound', 'inbound_message'],
	['outbound', 'outbound_message'],
	['enterprise_data_validation', 'enterprise_data'],
]);

/** The name of something else before the verb stays: `step.succeeded` is no success of a process. */
function verbOf(action: string, type: string): string {
	const parts = action.split('.');
	const verb = parts.pop() ?? '';
	const others = parts.filter((part) => part !== 'digital_identity' && part !== type);
	return foldWord([...others, verb].join('_'));
}

/** The past form of a verb, in lower case: `succeeded` from `Success`. */
export function foldWord(word: string): string {
	const name = word.toLowerCase();
	return verbBySynonym.get(name) ?? name;
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

/** Whether it is one of the validations that a process consists of. */
export function isValidation(kind: string): boolean {
	return validations.has(kind) || VALIDATION.test(kind);
}

const VALIDATION = /_validation$/;
const validations = new Set([
	'face_recognition',
	'email_verification',
	'phone_verification',
	'electronic_signature',
	'enterprise_data',
	'identity_questions',
	'voice_recognition',
	'face_search',
	'truface',
]);
