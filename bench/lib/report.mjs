import { readFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { AT_ONCE } from './bed.mjs';
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

/**
 * @param {Record<string, import('./text.mjs').Table[]>} tables by part
 * @param {object} run
 * @param {import('../../test/host/installSteps.mjs').Host} run.host
 * @param {number} run.rounds
 * @param {number} run.minutes how long it took
 * @param {number[]} run.load the machine's load average when it began and when it ended
 * @param {string} notes see `notesIn`
 * @returns {string} the whole of RESULTS.md
 */
export function report(tables, { host, rounds, minutes, load }, notes) {
	const versionOf = (/** @type {string} */ path) => JSON.parse(readFileSync(path, 'utf8')).version;
	const [{ model }] = cpus();
	const facts = [
		['date', new Date().toISOString().slice(0, 10)],
		['this package', versionOf(new URL('../../package.json', import.meta.url))],
		['n8n', versionOf(join(host.dir, 'node_modules/n8n/package.json'))],
		['Node', process.versions.node],
		['machine', `${availableParallelism()} × ${model}, ${Math.round(totalmem() / 1024 ** 3)} GiB, ${process.platform}`],
		['load', `${load.map((value) => value.toFixed(1)).join(' at the beginning, ')} at the end`],
		['took', `${Math.round(minutes)} minutes`],
	];
	const sections = Object.entries(tables).map(([name, own]) => {
		const [title, text] = SECTIONS[name];
		return [`## ${title}`, text, ...own.map(markdown)].join('\n\n');
	});
	return `${[
		'# Results of the benchmarks',
		`Written by \`npm run bench\`. Medians of ${rounds} rounds, with the least and the greatest in brackets. Ratios are taken
within each round, so that they hold on a machine that is busy with something else: take them, not the numbers.`,
		markdown({ titles: ['', ''], rows: facts }),
		...sections,
		notes,
	]
		.join('\n\n')
		.trimEnd()}\n`;
}

/**
 * What somebody wrote about the figures: kept, whatever the figures are.
 * @param {string} old the RESULTS.md before
 * @returns {string} its last section, if it has one with this title
 */
export function notesIn(old) {
	const start = old.indexOf('\n## Notes\n');
	return start < 0 ? '' : old.slice(start).trim();
}
