import { captionedTables } from './markdown.mjs';

/**
 * What the documentation quotes of the benchmark's bursts.
 * @param {string} results the text of bench/RESULTS.md
 * @returns {string} the tables of those sections, with their captions
 * @throws when there are none
 */
export function renderBursts(results) {
	const sections = results.split(/\n(?=## )/).filter((section) => section.startsWith('## Bursts'));
	const tables = sections.flatMap(captionedTables);
	if (tables.length === 0) throw new Error('bench/RESULTS.md lacks the bursts that the documentation quotes.');
	return tables.join('\n\n');
}
