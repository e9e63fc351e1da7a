import { readFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { captionedTables } from '../../scripts/lib/markdown.mjs';
import { AT_ONCE } from './bed.mjs';
import { PATIENCE, PAUSE } from './burst.mjs';
import { LIMIT } from './modes.mjs';
import { markdown } from './text.mjs';

/** What each part is, and how its figures came about. */
const SECTIONS = {
	http: [
		'Through n8n',
		`Deliveries with valid signatures and bodies of 2 KiB, each of another event, over HTTP to the real n8n:
${AT_ONCE} at a time over as many open connections, for every side alike. The time runs from the first request until n8n
has run the last execution; n8n saves all of them, with their data, in one SQLite file for all sides. Before that, each
side that verifies has to refuse a forged delivery; while it is measured, every answer has to be 200 and every execution
has to succeed, or the run ends with an error. One n8n for each configuration, both started the whole time, the sides in
turn in every round, another one first each time. "CPU ms each" is the CPU time of the n8n process for one delivery, all
its threads together.

- **bare Webhook node**: Webhook → No Operation. Verifies nothing: the limit.
- **self-built chain**: Webhook (raw body) → Crypto (HMAC) → If → Respond to Webhook → Switch.
- **Slack trigger**: n8n's own, with a signature secret → No Operation.
- **empty trigger**: \`bench/reference\`, the least that a community trigger can be: reads its credential, verifies
  nothing → No Operation. What lies between it and the bare Webhook node is n8n's.
- **this package**: the triggers of all providers in turn, all their outputs → No Operation.

**default** is n8n without any setting, **lazy** is \`N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE=true\`.`,
	],
	bursts: [
		'Bursts',
		`A provider that comes back from an outage sends all that it has at the same moment and waits ${PATIENCE / 1000} s for each answer.
Deliveries with valid signatures and bodies of 2 KiB, each of another event, all sent at once over as many connections
to an n8n that has just handled a few. **What is late is sent once more**: a sender hangs up after ${PATIENCE / 1000} s, waits ${PAUSE / 1000} s,
sends the same again, in queue mode to the other webhook processor, and then waits. One burst for each row, none twice.
Percentiles are of all answers with 200, however late. An event came out when an execution that ended with success
brought it to the end of the workflow; what was never accepted, or was lost, is missing in that column. "Otherwise" are
the last answers that were not 200.

- **bare Webhook node**: Webhook → No Operation. Verifies nothing and knows no duplicates.
- **this package**: the trigger of one provider, its outputs → No Operation. It remembers events in the process,
  unless the row says otherwise.
- **lazy**: \`N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE=true\`. **lazy, limit**: with \`N8N_CONCURRENCY_PRODUCTION_LIMIT=${LIMIT}\`
  too, as many executions at a time as an n8n worker runs by default. Both are one process with SQLite.
- **queue**: queue mode with what docs/operating.md advises for it, lazy included: a main, two webhook processors that take
  turns, and one worker, with PostgreSQL and Redis, all on the same machine.`,
	],
	burstsByDefault: ['Bursts by default', 'The same with n8n without any setting, one process with SQLite.'],
	inside: [
		'Inside the node',
		`A provider's two functions without n8n, beside one HMAC-SHA256 of the same body and one JSON.parse of the same
payload. The last two columns are single deliveries, not warmed up: what is derived from secrets only once shows there.`,
	],
	growth: [
		'Growth',
		`What becomes of it with longer bodies, more seen events, more active workflows, and more events that n8n's database
remembers (the option "Remember Events In").`,
	],
	loading: ['Loading', `n8n's own loader in a fresh process that has loaded n8n-core; heap after garbage collection.`],
	profile: [
		'Whose work it is',
		`A profile of n8n's main thread under the same load as above. Work that a function of this package started counts as
n8n's once it has waited for something: the database queries for a credential, for one.`,
	],
	timing: [
		'Timing of a refusal',
		`Whether the time of a refusal tells how much of a guessed digest is right: digests that are wrong in the first byte
only, and in the last byte only. A comparison that stops at the first difference would make the second ones slower.
|t| below 4.5 is no sign of a difference (dudect, https://eprint.iacr.org/2016/1123); of so many rows one may be above it
by chance. Passbase has no digest and Truora's is compared by Web Cryptography: they have no row.`,
	],
};

/** What somebody wrote about the figures: kept, whatever the figures are. */
const NOTES = 'Notes';

const ALONE = 'Measured in a run of its own';

/** Begins the figures of the whole run before the last one. */
const BEFORE = '# The run before';

/**
 * @typedef {object} Run
 * @property {import('../../test/host/installSteps.mjs').Host} host
 * @property {number} rounds
 * @property {number} minutes how long it took
 * @property {number[]} load the machine's load average when it began and when it ended
 */

/**
 * @param {Record<string, import('./text.mjs').Table[]>} tables of all parts
 * @param {Run} run
 * @param {string} old the RESULTS.md before
 * @returns {string} the whole of RESULTS.md: this run, the notes, and the figures of the run before
 */
export function report(tables, run, old) {
	const head = [
		'# Results of the benchmarks',
		`Written by \`npm run bench\`. Medians of ${run.rounds} rounds, with the least and the greatest in brackets. Ratios are taken
within each round, so that they hold on a machine that is busy with something else: take them, not the numbers.`,
		markdown({ titles: ['', ''], rows: factsOf(run) }),
	];
	const { head: headBefore, sections } = partsOf(old);
	const notes = sections.get(NOTES);
	const figures = [...sections].flatMap(([title, text]) =>
		title === NOTES ? [] : [`### ${title}`, ...tablesOf(text)],
	);
	return [
		joined(head, new Map([...sectionsOf(tables), ...(notes ? [[NOTES, notes]] : [])])),
		[BEFORE, ...tablesOf(headBefore), ...figures].join('\n\n'),
	].join('\n\n');
}

/**
 * Puts the sections of some parts in the place of what was there of them.
 * @param {Record<string, import('./text.mjs').Table[]>} tables of these parts
 * @param {Run} run
 * @param {string} old the RESULTS.md before
 * @returns {string} the new one
 */
export function withSections(tables, run, old) {
	const { head, sections, before } = partsOf(old);
	const facts = factsOf(run).map((fact) => fact.join(' '));
	const alone = `${ALONE}: ${facts.join(' · ')}.`;
	return [joined([head], new Map([...sections, ...sectionsOf(tables, alone)])), ...before].join('\n\n');
}

/** @returns {Map<string, string>} by title */
function sectionsOf(tables, ...remarks) {
	const sections = Object.entries(tables).map(([name, own]) => {
		const [title, text] = SECTIONS[name];
		return [title, [`## ${title}`, text, ...remarks, ...own.map(markdown)].join('\n\n')];
	});
	return new Map(sections);
}

/** @returns {{ head: string, sections: Map<string, string>, before: string[] }} sections by title */
function partsOf(results) {
	const [last, ...before] = results.split(new RegExp(`\\n(?=${BEFORE}\\n)`)).map((part) => part.trim());
	const [head, ...sections] = last.split(/\n(?=## )/).map((part) => part.trim());
	const byTitle = new Map(sections.map((section) => [section.split('\n')[0].slice('## '.length), section]));
	return { head, sections: byTitle, before };
}

/** @returns {string[]} the tables of a section, and before them when they were measured, if alone */
function tablesOf(section) {
	const alone = section.split('\n\n').filter((paragraph) => paragraph.startsWith(ALONE));
	return [...alone, ...captionedTables(section)];
}

function joined(head, sections) {
	const titles = [...Object.values(SECTIONS).map(([title]) => title), NOTES];
	return [...head, ...titles.flatMap((title) => sections.get(title) ?? [])].join('\n\n');
}

/** @returns {string[][]} */
function factsOf({ host, minutes, load }) {
	const versionOf = (/** @type {string} */ path) => JSON.parse(readFileSync(path, 'utf8')).version;
	const [{ model }] = cpus();
	return [
		['date', new Date().toISOString().slice(0, 10)],
		['this package', versionOf(new URL('../../package.json', import.meta.url))],
		['n8n', versionOf(join(host.dir, 'node_modules/n8n/package.json'))],
		['Node', process.versions.node],
		['machine', `${availableParallelism()} × ${model}, ${Math.round(totalmem() / 1024 ** 3)} GiB, ${process.platform}`],
		['load', `${load.map((value) => value.toFixed(1)).join(' at the beginning, ')} at the end`],
		['took', `${Math.round(minutes)} minutes`],
	];
}
