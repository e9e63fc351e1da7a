/**
 * A table. Not aligned, so that one long cell does not widen all lines.
 * @param {string[]} titles
 * @param {string[][]} rows
 */
export function table(titles, rows) {
	const line = (/** @type {string[]} */ cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
	const lines = [titles, titles.map(() => '---'), ...rows].map(line);
	return ['<!-- prettier-ignore-start -->', lines.join('\n'), '<!-- prettier-ignore-end -->'].join('\n\n');
}

/**
 * Puts parts between their markers.
 * @param {string} page
 * @param {Record<string, string>} parts Markdown by the name of the part
 * @throws when a marker is missing
 */
export function withParts(page, parts) {
	return Object.entries(parts).reduce((text, [name, part]) => {
		const [begin, end] = [`<!-- ${name}:begin -->`, `<!-- ${name}:end -->`];
		const from = text.indexOf(begin);
		const to = text.indexOf(end, from);
		if (from < 0 || to < 0) throw new Error(`A page lacks ${begin} or, behind it, ${end}.`);
		return `${text.slice(0, from)}${begin}\n\n${part}\n\n${text.slice(to)}`;
	}, page);
}

/**
 * @param {string} text Markdown
 * @returns {string[]} its tables, each after the paragraph above it
 */
export function captionedTables(text) {
	const paragraphs = text.trim().split('\n\n');
	return paragraphs.filter((_, index) => paragraphs.slice(index, index + 2).some((one) => one.startsWith('|')));
}

/** @param {unknown} value */
export function jsonBlock(value) {
	return ['```json', JSON.stringify(value, null, 2), '```'].join('\n');
}

/** @param {readonly string[]} parts at least one */
export function list(parts) {
	return parts.length === 1 ? parts[0] : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;
}

/**
 * @param {string} name of something that n8n shows
 * @returns {string} Markdown, with "a" or "an"
 */
export function withArticle(name) {
	return `${/^[aeiou]/i.test(name) ? 'an' : 'a'} **${name}**`;
}
