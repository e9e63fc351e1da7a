/**
 * @typedef {object} Spread what several rounds gave
 * @property {number} median
 * @property {number} min
 * @property {number} max
 */

/**
 * @param {number[]} values one for each round
 * @returns {Spread}
 */
export function spread(values) {
	const sorted = [...values].sort((one, other) => one - other);
	const middle = sorted.length >> 1;
	const median = sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
	return { median, min: sorted[0], max: sorted.at(-1) };
}

/**
 * Ratios round by round: what slows a whole round down falls out of them.
 * @param {number[]} ones
 * @param {number[]} others of the same rounds, as many for each or more
 * @returns {Spread}
 */
export function ratio(ones, others) {
	const turns = others.length / ones.length;
	return spread(ones.map((one, round) => one / mean(others.slice(round * turns, (round + 1) * turns))));
}

/** @param {number[]} values */
export const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * Whether times that were taken in pairs differ: a paired t-test without the tenth of the pairs that lie furthest from
 * the median, which is what the machine did meanwhile.
 * @param {number[]} ones
 * @param {number[]} others
 * @returns {{ difference: number, t: number }} the mean of other minus one, and how many standard errors that is
 */
export function pairedDifference(ones, others) {
	const differences = ones.map((one, pair) => others[pair] - one);
	const { median } = spread(differences);
	const nearest = differences.sort((one, other) => Math.abs(one - median) - Math.abs(other - median));
	const kept = nearest.slice(0, Math.ceil(nearest.length * 0.9));
	const difference = mean(kept);
	const variance = mean(kept.map((value) => (value - difference) ** 2));
	return { difference, t: difference / Math.sqrt(variance / (kept.length - 1)) };
}

/**
 * Puts another one first in each round, so that no side always runs after the same other.
 * @template T
 * @param {T[]} list
 * @param {number} round
 * @returns {T[]}
 */
export function rotated(list, round) {
	const start = round % list.length;
	return [...list.slice(start), ...list.slice(0, start)];
}

/**
 * @param {number[]} values
 * @param {number} part percent
 * @returns {number} the least value that so many percent of them do not exceed; NaN when there are none
 */
export function percentile(values, part) {
	const sorted = [...values].sort((one, other) => one - other);
	return sorted[Math.ceil((sorted.length * part) / 100) - 1] ?? NaN;
}
