import { isJsonObject } from '../../webhook/json';
import { alert, notification, type Outcome, unknown } from '../../webhook/outcome';

/** The result of a screening for sanctions, politically exposed persons and adverse media. */
export interface Screening {
	readonly checkType: string | null;
	/** From `resultOf`. */
	readonly result: string | null;
	readonly totalHits: string | null;
	readonly hits?: unknown;
}

/**
 * The first screening belongs to the verification: its possible match is one more thing to look at before the person
 * is accepted. A later one comes because ongoing monitoring has found a change: a match then is a hit about somebody
 * who may have been accepted before. So is, whenever it comes, a match that a reviewer has confirmed.
 * See https://devdocs.veriff.com/docs/watchlist-screening-webhook.
 */
export function outcomeOfScreening({ checkType, result, totalHits, hits }: Screening): Outcome {
	const outcome = screenings.get(`${checkType} ${result}`) ?? unknown;
	const none = (totalHits ?? '0') === '0' && (Array.isArray(hits) ? hits.length === 0 : (hits ?? null) === null);
	if (outcome === unknown || (result === NO_MATCH && !none)) return unknown;
	return Array.isArray(hits) && hits.some(isConfirmed) ? alert : outcome;
}

const NO_MATCH = 'no_match';

/** https://devdocs.veriff.com/v1-api/apidocs/v1sessionsidwatchlist-screening lists what a reviewer may say of a hit. */
function isConfirmed(hit: unknown): boolean {
	return isJsonObject(hit) && hit.matchStatus === 'true_match';
}

export const screenings = new Map<string, Outcome>([
	['initial_result possible_match', notification],
	['initial_result potential_match', notification],
	['initial_result reviewed', notification],
	['initial_result no_match', notification],
	['updated_result possible_match', alert],
	['updated_result potential_match', alert],
	['updated_result reviewed', notification],
	['updated_result no_match', notification],
]);
