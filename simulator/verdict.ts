import { type Answer, NOT_FOUND, type Told } from './answer';
import type { Expected } from './simulate';

/** Whether the trigger says what a trigger with the same credential says. */
export function isAsExpected(expected: Expected, answer: Answer): boolean {
	const { status, body } = answer;
	if (expected.result === 'refused') {
		return status === expected.status && typeof body === 'object' && body.code === expected.code;
	}
	return isAccepted(answer) && (typeof body === 'string' || body.events === expected.statuses.length);
}

/** A trigger that answers when the last node finishes answers without a body. */
export function isAccepted({ status, body }: Answer): boolean {
	return status >= 200 && status < 300 && (body === '' || (typeof body === 'object' && body.result === 'accepted'));
}

/** Why a delivery was not accepted, in a few words, and what the answer says of it. */
export function refusalOf({ status, body }: Answer): { problem: string; hint: string } {
	const told: Partial<Told> = typeof body === 'string' ? {} : body;
	const word = told.code ?? told.result ?? '';
	// n8n shows what describes an error as HTML.
	const hint = hints.get(word) ?? told.hint?.replace(/[<>]/g, '');
	return {
		problem: `Not accepted: the answer is ${`${status} ${word}`.trimEnd()}.`,
		hint: hint || (status === 404 ? `Perhaps ${NOT_FOUND}.` : STRANGE),
	};
}

const STRANGE = 'A trigger does not answer so: see whether the URL is right.';

const hints = new Map<unknown, string>([
	['ignored', 'The Events or the Statuses of the trigger leave this event out.'],
	['duplicate', 'The trigger has accepted this event before.'],
]);
