import type { KycEvent, Status } from '../../webhook/event';
import { anything, fields, text } from '../../webhook/fields';
import { isJsonObject } from '../../webhook/json';

/**
 * Where a single check stands, by the ids of https://docs.trustswiftly.com; `contradictory` when it says two things,
 * or something in another shape than documented.
 */
export type CheckState =
	'assigned' | 'processing' | 'complete' | 'rejected' | 'complete_in_review' | 'reset' | 'removed' | 'contradictory';

export interface Check {
	readonly id: string | null;
	readonly name: string | null;
	/** Null when the word or number is not known. */
	readonly state: CheckState | null;
}

/** The oldest payloads write the state as a word instead of `{ value, friendly }`. */
const states = new Map<string, CheckState>([
	['0', 'assigned'],
	['1', 'processing'],
	['2', 'complete'],
	['3', 'rejected'],
	['4', 'complete_in_review'],
	['5', 'reset'],
	['6', 'removed'],
	['pending', 'assigned'],
	['assigned', 'assigned'],
	['processing', 'processing'],
	['complete', 'complete'],
	['completed', 'complete'],
	['rejected', 'rejected'],
	['complete in review', 'complete_in_review'],
	['reset', 'reset'],
	['removed', 'removed'],
]);

/**
 * The person's checks, the removed ones too.
 * @returns null when no list was sent
 */
export function readChecks(verifications: unknown): Check[] | null {
	if (verifications === undefined || verifications === null) return null;
	// PHP writes an array whose keys have gaps as an object.
	const entries = typeof verifications === 'object' ? Object.values(verifications) : [verifications];
	return entries.map(readCheck);
}

function readCheck(entry: unknown): Check {
	const { id, name, verification, status } = checkFields.parse(entry);
	return { id, name: name ?? verification, state: isJsonObject(entry) ? stateOf(status) : 'contradictory' };
}

/** Words that are not documented, but plainly say no. Other such words are taken for a translation of the id. */
const refusals = new Set(['failed', 'declined', 'denied']);

function stateOf(status: unknown): Check['state'] {
	const { value, friendly } = isJsonObject(status)
		? statusFields.parse(status)
		: { value: undefined, friendly: status };
	const [byValue, byWord] = [stateBy(value), stateBy(friendly)];
	if (refusals.has(String(friendly).toLowerCase()) && byValue !== 'rejected') return 'contradictory';
	if (value === undefined || value === null) return byWord;
	return byWord === null || byWord === byValue ? byValue : 'contradictory';
}

/** By an id or a word; null when it is absent, empty or not known. */
function stateBy(given: unknown): Check['state'] {
	if (given === undefined || given === null) return null;
	if (typeof given !== 'string' && typeof given !== 'number') return 'contradictory';
	return states.get(String(given).toLowerCase()) ?? null;
}

const checkFields = fields({ id: text, name: text, verification: text, status: anything });
const statusFields = fields({ value: anything, friendly: anything });

/** How an event names its check. */
export interface CheckName {
	readonly verification_id: string | null;
	readonly verification_name: string | null;
}

/** The entries of the check that the event is about: by its id, else by its name. */
export function ownChecks(checks: readonly Check[] | null, { verification_id, verification_name }: CheckName): Check[] {
	const all = checks ?? [];
	const byId = all.filter(({ id }) => id !== null && id === verification_id);
	return byId.length > 0 ? byId : all.filter(({ name }) => name !== null && name === verification_name);
}

/** The check that a `verification.*` event is about, with its own status. */
export function checkOf(
	type: string | null,
	own: readonly Check[],
	{ verification_name }: CheckName,
): KycEvent['check'] {
	if (!type?.startsWith('verification.')) return null;
	return { name: verification_name, status: statusOf(worstOf(own)?.state ?? stateByEvent.get(type)) };
}

function worstOf(own: readonly Check[]): Check | undefined {
	const known = (['rejected', 'contradictory'] as const).map((worst) => own.find(({ state }) => state === worst));
	return known.find((check) => check !== undefined) ?? own.find(({ state }) => state !== 'complete') ?? own[0];
}

/** Where the list does not tell, the event does. */
const stateByEvent = new Map<string, CheckState>([
	['verification.completed', 'complete'],
	['verification.rejected', 'rejected'],
]);

function statusOf(state: CheckState | undefined): Status {
	if (state === 'complete') return 'approved';
	if (state === 'contradictory') return 'other';
	return state === 'rejected' ? 'rejected' : 'pending';
}
