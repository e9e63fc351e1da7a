import { table } from './markdown.mjs';

const SETTINGS = { default: 'default', lazy: '`N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE=true`' };
const SIDE = 'this package';

/**
 * What the documentation quotes of the benchmark.
 * @param {string} results the text of bench/RESULTS.md
 * @returns {string} a table with a row for each configuration: how many times as many deliveries per second as each
 *   other side, the medians
 * @throws when the results lack what is quoted
 */
export function renderRatios(results) {
	const found = Object.entries(SETTINGS).map(([configuration, setting]) => {
		const lines = results.slice(results.indexOf(`**${configuration}**, `)).split('\n');
		const titles = cellsOf(lines.find((line) => line.startsWith('|')));
		const cells = cellsOf(lines.find((line) => line.startsWith(`| ${SIDE} `)));
		const compared = titles.flatMap((title, column) =>
			title.startsWith('of ') ? [[title.slice(3), cells[column]]] : [],
		);
		return { setting, compared: compared.map(([title, cell]) => [title, cell.split(' ')[0]]) };
	});
	return table(
		['n8n setting', ...found[0].compared.map(([title]) => title)],
		found.map(({ setting, compared }) => [setting, ...compared.map(([, median]) => median)]),
	);
}

function cellsOf(/** @type {string | undefined} */ row) {
	if (row === undefined) throw new Error('bench/RESULTS.md lacks a table that the documentation quotes.');
	return row
		.split('|')
		.slice(1, -1)
		.map((cell) => cell.trim());
}
