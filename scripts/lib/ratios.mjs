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
		const { titles, rows } = configurationIn(results, configuration);
		const cells = rows.find(([side]) => side === SIDE);
		const compared = titles.flatMap((title, column) =>
			title.startsWith('of ') ? [[title.slice(3), medianOf(cells[column])]] : [],
		);
		return { setting, compared };
	});
	return table(
		['n8n setting', ...found[0].compared.map(([title]) => title)],
		found.map(({ setting, compared }) => [setting, ...compared.map(([, median]) => median)]),
	);
}

/** How many V8 isolates n8n 2.41 takes for a delivery, by its setting and the side. */
const ISOLATES = {
	default: { 'bare Webhook node': 1, 'empty trigger': 3, 'Slack trigger': 3 },
	lazy: { 'bare Webhook node': 0, 'empty trigger': 0 },
};

/**
 * What a delivery costs beside the isolates that it takes.
 * @param {string} results the text of bench/RESULTS.md
 * @returns {string} a table with a row for each configuration and side, the medians
 * @throws when the results lack what is quoted
 */
export function renderCosts(results) {
	const rows = Object.entries(ISOLATES).flatMap(([configuration, isolates]) => {
		const found = configurationIn(results, configuration).rows;
		return Object.entries(isolates).map(([side, count]) => {
			const [, perSecond, cpu] = found.find(([name]) => name === side);
			return [SETTINGS[configuration], side, String(count), medianOf(perSecond), medianOf(cpu)];
		});
	});
	return table(['n8n setting', 'trigger', 'V8 isolates for a delivery', 'deliveries/s', 'CPU ms each'], rows);
}

/**
 * @param {string} results the text of bench/RESULTS.md
 * @param {string} caption how the line above the table begins
 * @returns {string} that table
 * @throws when there is none
 */
export function renderTable(results, caption) {
	const { titles, rows } = tableBelow(results, caption);
	return table(titles, rows);
}

const configurationIn = (results, configuration) => tableBelow(results, `**${configuration}**, `);

function tableBelow(/** @type {string} */ results, /** @type {string} */ caption) {
	const [, lines] = results.split(`\n${caption}`)[1]?.split('\n\n') ?? [];
	if (!lines?.startsWith('|'))
		throw new Error(`bench/RESULTS.md lacks the table "${caption}" that the documentation quotes.`);
	const [titles, , ...rows] = lines.split('\n').map((line) =>
		line
			.split('|')
			.slice(1, -1)
			.map((cell) => cell.trim()),
	);
	return { titles, rows };
}

const medianOf = (/** @type {string} */ cell) => cell.split(' ')[0];
