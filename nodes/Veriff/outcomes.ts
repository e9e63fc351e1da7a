import {
	abandoned,
	approved,
	declined,
	expired,
	inReview,
	notification,
	type Outcome,
	resubmission,
	started,
	unknown,
} from '../../webhook/outcome';
import type { Repeated } from './payload';

/**
 * What a decision means for the person. Code and word must agree.
 * @param type from `typeOf`
 * @param repeated must say the same, where it says anything
 */
export function outcomeOfDecision(type: string | null, code: string | null, repeated: Repeated): Outcome {
	const outcome = outcomes.get(`${code} ${type}`) ?? unknown;
	const contradicts =
		(repeated.code !== null && repeated.code !== code) ||
		(repeated.action !== null && `decision.${repeated.action}` !== type) ||
		(outcome === approved && repeated.status !== null && repeated.status !== 'success');
	return contradicts ? unknown : outcome;
}

/** What progress means. Codes that are not listed are news, but those of decisions have no place here. */
export function outcomeOfProgress(type: string | null, code: string | null): Outcome {
	const outcome = outcomes.get(`${code} ${type}`);
	if (outcome) return outcome;
	return type !== null && OF_PROGRESS.test(code ?? '') && !listed.has(code ?? '') ? notification : unknown;
}

/** The codes of decisions begin with 9. */
const OF_PROGRESS = /^[1-8]\d*$/;

/**
 * By https://devdocs.veriff.com/docs/verification-session-status-codes-table; 7005, an address that was handed in, by
 * https://devdocs.veriff.com/docs/event-webhook.
 */
export const outcomes = new Map<string, Outcome>([
	['7001 event.started', started],
	['7002 event.submitted', inReview],
	['7005 event.submitted', inReview],
	['9001 decision.approved', approved],
	['9102 decision.declined', declined],
	['9103 decision.resubmission_requested', resubmission],
	['9104 decision.expired', expired],
	['9104 decision.abandoned', abandoned],
	['9121 decision.review', inReview],
]);

const listed = new Set(Array.from(outcomes.keys(), (key) => key.split(' ', 1)[0]));
