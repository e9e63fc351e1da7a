import type { Answer } from './answer';
import type { Expected } from './simulate';

/** Characters of what somebody else wrote that an error repeats. */
const LONGEST_HINT = 400;

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
	const { code, result, message, hint } = typeof body === 'string' ? {} : body;
	const word = [code, result].find((text) => typeof text === 'string') ?? '';
	const told = [message, hint].filter((text) => typeof text === 'string').join(' ');
	return {
		problem: `Not accepted: the answer is ${`${status} ${shortened(word)}`.trimEnd()}.`,
		hint: hints.get(word) ?? (shortened(told) || 'A trigger does not answer so: see whether the URL is right.'),
	};
}

const hints = new Map<unknown, string>([
	['ignored', 'The Events or the Statuses of the trigger leave this event out.'],
	['duplicate', 'The trigger has accepted this event before.'],
]);

/** n8n shows what describes an error as HTML. */
function shortened(text: string): string {
	return text.replace(/[<>]/g, '').slice(0, LONGEST_HINT);
}
