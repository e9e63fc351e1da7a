import { OUTPUTS } from '../../test/host/workflow.mjs';

/**
 * @typedef {object} Documented a provider and its nodes
 * @property {import('../../webhook/provider').Provider} provider
 * @property {import('../../webhook/facts').Facts} facts
 * @property {import('n8n-workflow').INodeTypeDescription} trigger
 * @property {import('n8n-workflow').INodeTypeDescription | null} action null where it has no API
 */

/**
 * The parts of the README that are made of the providers themselves.
 * @param {readonly Documented[]} documented in the order of the tables
 * @returns {Record<string, string>} Markdown by the name of the part
 */
export function renderParts(documented) {
	return {
		providers: table(
			['Provider', 'What proves a delivery', 'Against replays', 'What identifies an event', 'Documentation, read on'],
			documented.map(({ provider: { displayName, tolerance }, facts }) => [
				displayName,
				facts.authenticity,
				replayProtection(tolerance),
				facts.eventId,
				facts.documentation.map((url, index) => `[${index === 0 ? facts.readOn : 'more'}](${url})`).join(', '),
			]),
		),
		setup: table(
			['Provider', 'What to do there', 'Credential fields'],
			documented.map(({ provider: { displayName, credential }, trigger }) => [
				displayName,
				markdown(noticeOf(trigger)),
				credential.fields.flatMap(({ label, required }) => (required ? `**${label}**` : [])).join(', '),
			]),
		),
		actions: table(
			['Provider', 'Operations', 'Look up by', 'Which key', 'What a second Create does'],
			documented.flatMap(({ provider: { displayName }, action }) => (action ? [actionRow(displayName, action)] : [])),
		),
		words: table(['Provider', 'Its words', 'What they become'], documented.map(wordRow)),
	};
}

/** @param {import('n8n-workflow').INodeTypeDescription} description */
function noticeOf({ properties: [{ displayName }] }) {
	return displayName;
}

/**
 * @param {string} displayName
 * @param {import('n8n-workflow').INodeTypeDescription} action
 */
function actionRow(displayName, action) {
	const parameters = (/** @type {string} */ name) => action.properties.filter((one) => one.name === name);
	const operations = parameters('operation').flatMap(({ options, displayOptions }) =>
		options.map(({ name }) => (displayOptions.show.resource.includes('event') ? `${name} (events)` : name)),
	);
	const [lookUpBy] = parameters('lookUpBy');
	const creating = parameters('operation').flatMap(({ options }) => options.filter(({ value }) => value === 'create'));
	return [
		displayName,
		operations.sort().join(', '),
		lookUpBy ? 'its ID, your reference' : 'its ID',
		markdown(noticeOf(action)),
		creating.map(({ description }) => description.replace(/^.*?get the link for the person\. /, '')).join(),
	];
}

/**
 * Puts the parts between their markers.
 * @param {string} readme
 * @param {Record<string, string>} parts
 * @throws when a marker is missing
 */
export function withParts(readme, parts) {
	return Object.entries(parts).reduce((text, [name, part]) => {
		const [begin, end] = [`<!-- ${name}:begin -->`, `<!-- ${name}:end -->`];
		const from = text.indexOf(begin);
		const to = text.indexOf(end, from);
		if (from < 0 || to < 0) throw new Error(`README.md lacks ${begin} or, behind it, ${end}.`);
		return `${text.slice(0, from)}${begin}\n\n${part}\n\n${text.slice(to)}`;
	}, readme);
}

/** @param {number | undefined} tolerance in seconds */
function replayProtection(tolerance) {
	if (tolerance === undefined) return 'no time is signed: remembered event ids';
	return tolerance > 0 ? `signed time, ${tolerance} s` : 'signed time, off by default';
}

/** @param {string} notice HTML with a link to the documentation at its end */
function markdown(notice) {
	return notice.replace(/\s*<a .*<\/a>$/, '').replace(/<\/?b>/g, '**');
}

/**
 * One row: a line for each output and reason, in their order.
 * @param {Documented} documented
 */
function wordRow({ provider: { displayName }, facts }) {
	/** @type {Map<string, string[]>} */
	const textsByOutcome = new Map();
	for (const output of OUTPUTS) {
		for (const [text, { status, reason, decidedBy }] of facts.words) {
			if (status !== output.toLowerCase()) continue;
			const why = [reason, decidedBy].filter(Boolean).join(', ');
			const outcome = why ? `**${output}**, *${why}*` : `**${output}**`;
			textsByOutcome.set(outcome, [...(textsByOutcome.get(outcome) ?? []), text]);
		}
	}
	const lines = Array.from(textsByOutcome, ([outcome, texts]) => `${outcome}: ${texts.join(', ')}`);
	return [displayName, facts.word, lines.join('<br>')];
}

/**
 * Not aligned, so that one long cell does not widen all lines.
 * @param {string[]} titles
 * @param {string[][]} rows
 */
export function table(titles, rows) {
	const line = (/** @type {string[]} */ cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
	const lines = [titles, titles.map(() => '---'), ...rows].map(line);
	return ['<!-- prettier-ignore-start -->', lines.join('\n'), '<!-- prettier-ignore-end -->'].join('\n\n');
}
