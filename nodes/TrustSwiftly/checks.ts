import type { KycEvent, Status } from '../../webhook/event';
import { anything, fields, text } from '../../webhook/fields';
import { isJsonObject } from '../../webhook/json';

/** Where a single check stands, by the ids of https://docs.trustswiftly.com. */
export type CheckState =
	'assigned' | 'processing' | 'complete' | 'rejected' | 'complete_in_review' | 'reset' | 'removed';

export interface Check {
	readonly id: string | null;
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
 * The person's checks, without the removed ones.
 * @returns null when no list was sent
 */
export function readChecks(verifications: unknown): Check[] | null {
	if (verifications === undefined || verifications === null) return null;
	// PHP writes an array whose keys have gaps as an object.
	const entries = typeof verifications === 'object' ? Object.values(verifications) : [verifications];
	return entries.map(readCheck).filter(({ state }) => state !== 'removed');
}

function readCheck(entry: unknown): Check {
	const { id, status } = checkFields.parse(entry);
	const word = isJsonObject(status) ? statusFields.parse(status) : { value: text.parse(status), friendly: null };
	return { id, state: states.get((word.value ?? word.friendly ?? '').toLowerCase()) ?? null };
}

const checkFields = fields({ id: text, status: anything });
const statusFields = fields({ value: text, friendly: text });

/** The check that a `verification.*` event is about, with its own status. */
export function checkOf(
	type: string | null,
	checks: readonly Check[] | null,
	{ verification_id, verification_name }: { verification_id: string | null; verification_name: string | null },
): KycEvent['check'] {
	if (!type?.startsWith('verification.')) return null;
	const own = checks?.find(({ id }) => id !== null && id === verification_id);
	return { name: verification_name, status: statusOf(own?.state ?? stateByEvent.get(type)) };
}

/** Where the list does not tell, the event does. */
const stateByEvent = new Map<string, CheckState>([
	['verification.completed', 'complete'],
	['verification.rejected', 'rejected'],
]);

function statusOf(state: CheckState | undefined): Status {
	if (state === 'complete') return 'approved';
	return state === 'rejected' ? 'rejected' : 'pending';
}
