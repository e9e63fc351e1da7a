import type { Refusal } from '../../webhook/refusal';

/** The refusal that an answer is. */
export function refused(answer: { readonly ok: true } | Refusal): Refusal {
	if (answer.ok) throw new Error('It was accepted.');
	return answer;
}
