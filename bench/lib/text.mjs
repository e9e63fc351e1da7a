/**
 * A number with as many digits as mean something.
 * @param {number} value
 */
export function figure(value) {
	if (!Number.isFinite(value)) return '–';
	if (value !== 0 && Math.abs(value) < 0.0095) return value.toPrecision(1);
	if (Math.abs(value) >= 99.5) return count(Math.round(value));
	return value.toFixed(Math.abs(value) >= 9.95 ? 1 : 2);
}

/**
 * As in '100,000'.
 * @param {number} whole
 */
export function count(whole) {
	return whole.toLocaleString('en-US');
}

/**
 * As in '52.1 (49.8–53.0)'.
 * @param {import('./statistics.mjs').Spread} spread
 */
export function withSpread({ median, min, max }) {
	return `${figure(median)} (${figure(min)}–${figure(max)})`;
}

/** @param {number} bytes */
export function size(bytes) {
	return bytes < 1024 * 1024 ? `${bytes / 1024} KiB` : `${bytes / 1024 / 1024} MiB`;
}

/**
 * @typedef {object} Table
 * @property {string} [caption]
 * @property {string[]} titles
 * @property {string[][]} rows
 */

/**
 * @param {Table} table
 * @returns {string} a Markdown table as prettier lays it out, with its caption above it
 */
export function markdown({ caption, titles, rows }) {
	const widths = titles.map((title, column) => Math.max(3, title.length, ...rows.map((row) => row[column].length)));
	const line = (/** @type {string[]} */ cells) =>
		`| ${cells.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`;
	const rule = line(widths.map((width) => '-'.repeat(width)));
	return [...(caption ? [caption, ''] : []), line(titles), rule, ...rows.map(line)].join('\n');
}
