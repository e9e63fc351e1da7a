import { OUTPUTS } from '../../test/host/workflow.mjs';
import { evidence } from './evidence.mjs';
import { jsonBlock, list, table, withArticle } from './markdown.mjs';
import { labelOf } from './outcomeLabel.mjs';
import { fromTerminal, sendCommand } from './tryIt.mjs';

/**
 * @typedef {import('./documented.mjs').Documented} Documented
 * @typedef {import('n8n-workflow').INodeTypeDescription} Description
 */

const FOLDER = 'docs/providers';

/** Made and written by hand, they are one. */
const NEIGHBOURING_LISTS = /^(- .*)\n\n(?=- )/gm;

/** Where the page of a provider stands. */
export const pageOf = (/** @type {Documented} */ { provider }) => `${FOLDER}/${provider.id}.md`;

/** The sections of every page, in their order, and what each is made of beside the notes. */
const sections = {
	Needs: () => [],
	'Set up': setUp,
	Credential: credential,
	'Events to pick': events,
	'What its words become': words,
	'What it tells about the person': told,
	'An item': item,
	'Good to know': () => [],
	'Try it': tryIt,
	'Start and look up': startAndLookUp,
	Sources: sources,
};

/**
 * The page of a provider. Its links are relative to where it stands, `pageOf`.
 * @param {Documented} documented
 * @param {{ ofVendor?: boolean }} [options] whether it is for the package of the one vendor
 * @returns {string} Markdown
 * @throws when the notes have a heading that pages have not
 */
export function providerPage(documented, { ofVendor = false } = {}) {
	const { provider, trigger, action } = documented;
	const rendered = { ...sections, ...(ofVendor && { 'Try it': tryItElsewhere }) };
	const notes = notesOf(documented);
	return [
		`# ${provider.displayName}`,
		[trigger, ...(action ? [action.node] : [])]
			.map(({ displayName, description }) => `- **${displayName}**: ${description}.`)
			.join('\n'),
		...Object.entries(rendered).flatMap(([title, render]) => {
			const noted = notes.get(title);
			return [`## ${title}`, ...render(documented), ...(noted ? [noted] : [])];
		}),
	]
		.join('\n\n')
		.replace(NEIGHBOURING_LISTS, '$1\n');
}

/** What a person has written, by the heading under which it belongs. */
function notesOf({ folder, notes }) {
	const blocks = notes.split(/^## /m).filter((block) => block.trim() !== '');
	const found = new Map(
		blocks.map((block) => {
			const [title, ...lines] = block.split('\n');
			return [title.trim(), lines.join('\n').trim()];
		}),
	);
	for (const title of found.keys()) {
		if (!(title in sections)) throw new Error(`${folder}/notes.md has "## ${title}", which is no section of a page.`);
	}
	return found;
}

function setUp({ trigger, action }) {
	const { text, link } = noticeOf(trigger);
	const registers = action && parameter(trigger, 'registration');
	return [
		[
			`1. In n8n, add the **${trigger.displayName}** to a workflow. You find its Production URL under **Webhook URLs**. Create the [credential](#credential) in the field **Credential**.`,
			`2. ${text}`,
			'3. Wire the outputs, and publish the workflow.',
		].join('\n'),
		...(registers
			? [
					`Or let n8n do step 2: set **Webhook Registration** to **Automatic** and select ${withArticle(action.credential.displayName)} credential, see [how that works](../operating.md#let-the-trigger-register-its-webhook).`,
				]
			: []),
		`What ${providerName(trigger)} says about it: <${link}>.`,
	];
}

function credential({ credential: { displayName, properties }, provider, facts }) {
	return [
		`**${displayName}**:`,
		...whereOf(properties),
		fieldTable(properties),
		[
			`- What proves a delivery: ${facts.authenticity}.`,
			`- Against replays: ${replayProtection(provider.tolerance)}.`,
			`- What identifies an event: ${facts.eventId}.`,
		].join('\n'),
		'"Connection tested successfully" says that the secret has the right shape. Whether it is the right one shows with the first delivery. [Rotating a secret](../operating.md#rotating-a-secret) loses nothing.',
	];
}

/** Those that decide come first. */
function events({ trigger }) {
	const options = parameter(trigger, 'events').options.filter(({ value }) => value !== '*');
	return [
		table(
			['Event', 'What the provider calls it', ''],
			options.map((option) => [
				option.name.endsWith('(Decides)') ? `**${option.name}**` : option.name,
				`\`${option.value}\``,
				option.description ?? '',
			]),
		),
		'Those in bold decide: they can come out on Approved or Rejected. **Events: All Events**, the default, also takes events that are not in this list.',
	];
}

/** A row for each output and reason, in their order. */
function words({ facts, trigger }) {
	/** @type {Map<string, string[]>} */
	const textsByOutcome = new Map();
	for (const output of OUTPUTS) {
		for (const [text, outcome] of facts.words) {
			if (outcome.status !== output.toLowerCase()) continue;
			const label = labelOf(outcome);
			textsByOutcome.set(label, [...(textsByOutcome.get(label) ?? []), text]);
		}
	}
	const approvedWhen = parameter(trigger, 'approvedWhen');
	return [
		`Its words are ${facts.word}.`,
		table(
			['What it becomes', 'Its words'],
			Array.from(textsByOutcome, ([outcome, texts]) => [outcome, texts.join('<br>')]),
		),
		'What no row covers, or what contradicts itself, is **Other**, *unknown*. What each output and reason means: [Statuses](../statuses.md).',
		...(approvedWhen
			? [
					'You say what counts as approval of the person, by **Approved When**:',
					table(
						['Approved When', ''],
						approvedWhen.options.map(({ name, value, description }) => [
							value === approvedWhen.default ? `**${name}** (default)` : name,
							description,
						]),
					),
				]
			: []),
	];
}

/** What the item knows, by what becomes of the samples of someone of whom everything is known. */
function told({ facts, items, provider }) {
	const fields = {
		'ID of the person or company (`subject.id`)': ({ subject }) => subject.id,
		'E-mail address (`subject.email`)': ({ subject }) => subject.email,
		'Phone (`subject.phone`)': ({ subject }) => subject.phone,
		'Name (`subject.name`)': ({ subject }) => subject.name,
		'Person or company (`subject.type`)': ({ subject }) => subject.type,
		'Your own reference (`externalId`)': ({ externalId }) => externalId,
		'ID of the verification (`verificationId`)': ({ verificationId }) => verificationId,
		'When it happened (`occurredAt`)': ({ occurredAt }) => occurredAt,
		'Live or test (`environment`)': ({ environment }) => environment,
	};
	const rows = Object.entries(fields).map(([label, read]) => {
		const [, path] = /\(`(.*)`\)$/.exec(label);
		return [label, whereTold(items, read, facts.alsoTold?.[path])];
	});
	const sources = [
		'the sample events of the KYC Simulator',
		...(facts.alsoTold ? ["the trigger's code"] : []),
		'the words above (who decided)',
	];
	return [
		table(
			['What', 'Told with an approval or a rejection'],
			[...rows, ['Who decided (`decidedBy`)', whoDecided(facts.words)]],
		),
		`_Yes_: where the provider knows it. What it does not tell is \`null\`; \`payload\` may hold more. This table is made from ${list(sources)}.`,
		provider.tellsEnvironment
			? `${provider.displayName} tells live from test. A test comes out on Other with the reason \`test\`, unless **Test Deliveries** says otherwise.`
			: `\`environment\` is \`null\`, because ${provider.displayName} does not tell live from test.`,
	];
}

/**
 * @param {import('./sampleItems.mjs').SampleItem[]} items
 * @param {(item: import('../../webhook/event').KycEvent) => string | null} read
 * @param {string} [elsewhere] the events that tell it, of which there is no sample
 */
function whereTold(items, read, elsewhere) {
	const [decisions, others] = [items.filter(decides), items.filter((one) => !decides(one))];
	const namesOf = (some) => [...new Set(some.map(({ name }) => `\`${name}\``))].join(', ');
	const tells = ({ item, full }) => read(full) !== null || read(item) !== null;
	const telling = decisions.filter(tells);
	if (telling.length === decisions.length) return 'yes';
	if (telling.length > 0) return `yes, in ${namesOf(telling)}`;
	if (elsewhere) return `only in ${elsewhere}, which decide nothing`;
	const deciding = new Set(decisions.map(({ name }) => name));
	const names = [...new Set(others.filter(tells).map(({ name }) => name))];
	if (names.length === 0) return 'no';
	const isOther = names.every((name) => !deciding.has(name));
	const nothing = names.length > 1 ? 'which decide nothing' : 'which decides nothing';
	return `only in ${namesOf(others.filter(tells))}, ${isOther ? nothing : 'where nothing is decided'}`;
}

/** Not every outcome has a sample: the words tell it. */
function whoDecided(words) {
	const outcomes = words.map(([, outcome]) => outcome);
	const decisions = outcomes.filter((item) => decides({ item }));
	if (decisions.every(({ decidedBy }) => decidedBy !== null)) return 'yes';
	const telling = new Set(outcomes.filter(({ decidedBy }) => decidedBy !== null).map(labelOf));
	return telling.size > 0 ? `only with ${list([...telling])}` : 'no';
}

function item({ items }) {
	const { name, item: approved } = approvalIn(items);
	return [
		`What the trigger puts out for \`${name}\`, on Approved. Beside these fields there is \`payload\`, the provider's own event, unless **Include Payload** is off.`,
		jsonBlock(approved),
	];
}

function tryIt({ provider, trigger, items }) {
	return [
		`Click **Execute step** in the ${trigger.displayName}: it listens for a test event. Then let the [KYC Simulator](../simulator.md) send one of these to the Test URL, signed with your credential, in which **Allow KYC Simulator** must be on:`,
		sampleTable(items),
		`Or from a terminal, with your Test URL in the quotes; the command asks for the secret:`,
		sendCommand(provider.id, 'approved'),
	];
}

/** The same in the package of one vendor, which has no KYC Simulator. */
function tryItElsewhere({ provider, trigger, items }) {
	return [
		...fromTerminal(trigger.displayName, provider.id, 'approved'),
		'`--status` takes approved, rejected, pending or other, and `--event` one of these events:',
		sampleTable(items),
		'The KYC Simulator is a node that sends the same. It is in the package [n8n-nodes-kyc](../simulator.md), not in this one, and so not on n8n Cloud.',
	];
}

function sampleTable(items) {
	return table(
		['Event', 'Status'],
		items.map(({ name, item: { status, reason, environment } }) => [
			`\`${name}\``,
			[status, reason].filter(Boolean).join(', ') +
				(environment === 'test' ? '; to the Production URL: other, test' : ''),
		]),
	);
}

function startAndLookUp({ action, trigger }) {
	if (!action) return [];
	const { node } = action;
	const { text, link } = noticeOf(node);
	const operations = node.properties
		.filter(({ name }) => name === 'operation')
		.flatMap(({ options, displayOptions }) =>
			options.map(({ name, description }) => [
				displayOptions.show.resource.includes('event') ? `${name} (events)` : name,
				description,
			]),
		);
	const lookUpBy = parameter(node, 'lookUpBy') ? 'their ID or your own reference' : 'their ID';
	return [
		`The **${node.displayName}** node starts verifications, and looks them up by ${lookUpBy}. Its items have the fields of the trigger's items, see [Ask the provider](../workflows.md#ask-the-provider).`,
		table(['Operation', 'What it does'], operations),
		text,
		`It needs ${withArticle(action.credential.displayName)} credential of its own:`,
		...whereOf(action.credential.properties),
		fieldTable(action.credential.properties),
		`What ${providerName(trigger)} says about it: <${link}>.`,
	];
}

function sources({ facts }) {
	return [
		[
			...facts.documentation.map((url) => `- <${url}>, read on ${facts.readOn}`),
			`- Evidence, the strongest first: ${facts.evidence.map((one) => `${one} (${evidence[one]})`).join('; ')}.`,
		].join('\n'),
	];
}

/** The first sample that approves somebody. */
export function approvalIn(items) {
	return items.find(({ item: { status } }) => status === 'approved');
}

/** Whether a sample approves or rejects somebody. */
export function decides({ item: { status } }) {
	return status === 'approved' || status === 'rejected';
}

/** The notice at the top of a node: what it says, as Markdown, and the provider's page to which it leads. */
function noticeOf(/** @type {Description} */ description) {
	const { displayName: html } = parameter(description, 'setupNotice');
	const [, text, link] = /^(.*?)\s*<a href="([^"]+)"[^>]*>[^<]*<\/a>$/s.exec(html);
	return { text: markdownOf(text), link };
}

/** @param {string} html as n8n shows it in notices */
function markdownOf(html) {
	return html.replace(/<\/?b>/g, '**').replace(/<a href="([^"]+)"[^>]*>([^<]*)<\/a>/g, '[$2]($1)');
}

function parameter(/** @type {Description} */ { properties }, /** @type {string} */ name) {
	return properties.find((one) => one.name === name);
}

/** Where the secrets of a credential stand at the provider. */
function whereOf(properties) {
	return properties.filter(({ type }) => type === 'notice').map(({ displayName: html }) => markdownOf(html));
}

function fieldTable(properties) {
	return table(
		['Field', '', 'What it is'],
		properties
			.filter(({ type }) => type !== 'notice')
			.map(({ displayName, required, description }) => [
				`**${displayName}**`,
				required ? 'required' : '',
				sentenceOf(description ?? ''),
			]),
	);
}

/** @param {number | undefined} tolerance in seconds */
export function replayProtection(tolerance) {
	if (tolerance === undefined) return 'the trigger remembers event ids, because no time is signed';
	if (tolerance === 0)
		return 'the trigger remembers event ids; it checks the signed time only if you set **Tolerance**';
	return `the signed time may be ${tolerance} s away at most, and the trigger remembers event ids`;
}

const providerName = ({ displayName }) => displayName.replace(/ Trigger$/, '');
const sentenceOf = (text) => text.replaceAll('\n', ' ');
