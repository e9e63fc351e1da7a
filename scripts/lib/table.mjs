/**
 * Lays out a table of text.
 * @param {string[]} titles
 * @param {string[][]} rows
 * @returns {string} aligned columns, a rule under the titles
 */
export function table(titles, rows) {
	const widths = titles.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column].length)));
	const line = (/** @type {string[]} */ cells) =>
		cells
			.map((cell, column) => cell.padEnd(widths[column]))
			.join('  ')
			.trimEnd();
	return [
		line(titles),
		line(widths.map((width, column) => (titles[column] ? '─'.repeat(width) : ''))),
		...rows.map(line),
	].join('\n');
}
