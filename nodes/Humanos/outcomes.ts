import type { KycEvent } from '../../webhook/event';
import { anything, fields, text, word } from '../../webhook/fields';
import { isJsonObject, type JsonObject } from '../../webhook/json';
import {
	approved,
	declined,
	deliveryFailed,
	fraud,
	notification,
	type Outcome,
	partial,
	revoked,
	started,
	unknown,
} from '../../webhook/outcome';
import { itemsOf, outcomeOfProcess, wordOfProcess } from './processes';

/** What an event means for the person. */
export function outcomeOf(type: string | null, payload: JsonObject): Outcome {
	const { eventType, event } = outcomeFields.parse(payload);
	if (eventType !== null && event !== null && eventType !== event) return unknown;
	switch (type) {
		case 'identity':
			return outcomeOfIdentity(payload);
		case 'credential':
			return outcomeOfCredential(payload);
		case 'otp.failed':
			return deliveryFailed;
		case 'test':
			return notification;
		default:
			return outcomeOfProcess(type, payload) ?? unknown;
	}
}

/** `outcome` is a free text in the documentation: only a word that plainly says yes goes with an approval. */
const yes = new Set(['ACCEPT', 'ACCEPTED', 'APPROVED', 'COMPLETED', 'PASSED', 'SUCCESS', 'VALID', 'VERIFIED']);

export function plainlyYes(said: string): boolean {
	return yes.has(said.toUpperCase());
}

/** `isFraud` must be absent or a plain no: a value of another kind approves nobody. */
function outcomeOfIdentity(payload: JsonObject): Outcome {
	const { action, decision } = outcomeFields.parse(payload);
	if (decision.isFraud === true) return fraud;
	const words = [action, decision.action, decision.outcome].filter((said) => said !== null);
	const agreeing = words.filter(plainlyYes);
	if (decision.success === false) return agreeing.length === 0 ? declined : unknown;
	const isApproved = decision.success === true && (decision.isFraud ?? false) === false;
	return isApproved && agreeing.length === words.length ? approved : unknown;
}

/**
 * What the person said counts, and the credential as a whole: others may have to accept it, too. `action` is of
 * version 2026-04-14, `decision.action` of 2026-05-17; before that there was the status alone.
 */
function outcomeOfCredential(payload: JsonObject): Outcome {
	const { action, decision, credential } = outcomeFields.parse(payload);
	const said = action ?? decision.action;
	if (decision.action !== null && decision.action !== said) return unknown;
	return outcomeOfAnswer(said, credential.status, credential.decisions);
}

/** A credential as the API has it: what its people have said stands in its decisions. */
export function outcomeOfCredentialResource(credential: unknown): Outcome {
	const { status, decisions } = credentialFields.parse(credential);
	const answers = Array.isArray(decisions) ? decisions.map(acceptedOf) : [];
	if (answers.includes(false)) return declined;
	return outcomeOfAnswer(answers.includes(true) ? 'accept' : null, status, decisions);
}

function outcomeOfAnswer(said: string | null, status: string | null, decisions: unknown): Outcome {
	if (said === 'reject') return declined;
	if (said !== null && said !== 'accept') return unknown;
	const outcomes = said === null ? outcomeByCredentialStatus : outcomeOfAccepted;
	const outcome = outcomes.get(status ?? '') ?? unknown;
	return outcome === approved && !isAcceptedByAll(decisions) ? unknown : outcome;
}

export const outcomeByCredentialStatus = new Map<string, Outcome>([
	['APPROVED', approved],
	['ACCEPTED', approved],
	['REJECTED', declined],
	['PENDING', started],
	['DRAFT', started],
	['REVOKED', revoked],
]);

/** The same, where the person has said yes. */
export const outcomeOfAccepted = new Map<string, Outcome>([
	['APPROVED', approved],
	['ACCEPTED', approved],
	['PENDING', partial],
	['DRAFT', partial],
]);

/** The decisions of all whom the credential was sent to, since 2026-05-17. */
function isAcceptedByAll(decisions: unknown): boolean {
	if (decisions === undefined || decisions === null) return true;
	return Array.isArray(decisions) && decisions.every((each) => acceptedOf(each) === true);
}

function acceptedOf(decision: unknown): unknown {
	return isJsonObject(decision) ? decision.accepted : null;
}

/** The credential (a consent, a form, a signature) that an event is about. */
export function checkOf(type: string | null, payload: JsonObject): KycEvent['check'] {
	if (type !== 'credential') return null;
	const { resourceType, name } = outcomeFields.parse(payload).credential;
	return { name: resourceType ?? name, status: outcomeOf(type, payload).status };
}

/** The provider's own word for the status. */
export function wordOf(type: string | null, payload: JsonObject): string | null {
	const { credential, decision, otp } = outcomeFields.parse(payload);
	if (type === 'credential') return credential.status;
	if (type === 'otp.failed') return otp.error.code;
	return decision.outcome ?? wordOfProcess(payload);
}

/** What was decided, to tell two events about the same thing at the same time apart. */
export function decisionOf(payload: JsonObject): unknown[] {
	const { action, decision, credential } = outcomeFields.parse(payload);
	const { success, isFraud, outcome } = decision;
	const said = action ?? decision.action;
	const accepted = Array.isArray(credential.decisions) ? credential.decisions.map(acceptedOf) : null;
	return [said, success, isFraud, outcome, credential.status, accepted, wordOfProcess(payload), itemsOf(payload)];
}

const credentialFields = fields({ status: word, decisions: anything });

const outcomeFields = fields({
	eventType: word,
	event: word,
	action: word,
	decision: fields({ success: anything, isFraud: anything, outcome: word, action: word }),
	credential: fields({ resourceType: text, name: text, status: word, decisions: anything }),
	otp: fields({ error: fields({ code: text }) }),
});
