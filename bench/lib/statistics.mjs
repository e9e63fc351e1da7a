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
