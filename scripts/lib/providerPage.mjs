import { OUTPUTS } from '../../test/host/workflow.mjs';
import { evidence } from './evidence.mjs';
import { jsonBlock, table } from './markdown.mjs';

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
	Needs: needs,
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
 * @returns {string} Markdown
 * @throws when the notes have a heading that pages have not
 */
export function providerPage(documented) {
	const { provider, trigger, action } = documented;
	const notes = notesOf(documented);
	return [
		`# ${provider.displayName}`,
		[trigger, ...(action ? [action.node] : [])]
			.map(({ displayName, description }) => `- **${displayName}**: ${description}.`)
			.join('\n'),
		...Object.entries(sections).flatMap(([title, render]) => {
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

function needs({ provider: { tellsEnvironment, displayName } }) {
	return [
		tellsEnvironment
			? `- **In the item:** ${displayName} tells live from test. A test comes out on Other with the reason \`test\`, unless **Test Deliveries** says otherwise.`
			: `- **In the item:** \`environment\` is \`null\`, because ${displayName} does not tell live from test.`,
	];
}

function setUp({ trigger, action }) {
	const { text, link } = noticeOf(trigger);
	const registers = action && parameter(trigger, 'registration');
	return [
		[
			`1. In n8n, add the **${trigger.displayName}** to a workflow. Its Production URL stands under **Webhook URLs**, its [credential](#credential) is created in its first field.`,
			`2. ${text}`,
			'3. Wire the outputs, and publish the workflow.',
		].join('\n'),
		...(registers
			? [
					`Or let n8n do step 2: set **Webhook Registration** to **Automatic** and select a **${action.credential.displayName}** credential, see [how that works](../operating.md#let-the-trigger-register-its-webhook).`,
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
		for (const [text, { status, reason, decidedBy }] of facts.words) {
			if (status !== output.toLowerCase()) continue;
			const why = [reason, decidedBy].filter(Boolean).join(', ');
			const outcome = why ? `**${output}**, *${why}*` : `**${output}**`;
			textsByOutcome.set(outcome, [...(textsByOutcome.get(outcome) ?? []), text]);
		}
	}
	const approvedWhen = parameter(trigger, 'approvedWhen');
	return [
		`Its words are ${facts.word}.`,
		table(
			['What it becomes', 'Its words'],
			Array.from(textsByOutcome, ([outcome, texts]) => [outcome, texts.join('<br>')]),
		),
		'What stands in none of these rows, or contradicts itself, is **Other**, *unknown*. What each output and reason means: [Statuses](../statuses.md).',
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
function told({ items }) {
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
		'Who decided (`decidedBy`)': ({ decidedBy }) => decidedBy,
	};
	return [
		table(
			['', ''],
			Object.entries(fields).map(([label, read]) => [label, whereTold(items, read)]),
		),
		'_Yes_: where the provider knows it. What it does not tell is `null`; `payload` may hold more. This is made of the samples that the KYC Simulator sends.',
	];
}

function whereTold(items, read) {
	const [decisions, others] = [items.filter(decides), items.filter((one) => !decides(one))];
	const namesOf = (list) => [...new Set(list.map(({ name }) => `\`${name}\``))].join(', ');
	const tells = ({ item, full }) => read(full) !== null || read(item) !== null;
	const telling = decisions.filter(tells);
	if (telling.length === decisions.length) return 'yes';
	if (telling.length > 0) return `yes, in ${namesOf(telling)}`;
	return others.some(tells) ? `not with a decision, but in ${namesOf(others.filter(tells))}` : 'no';
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
		table(
			['Event', 'Status'],
			items.map(({ name, item: { status, reason, environment } }) => [
				`\`${name}\``,
				[status, reason].filter(Boolean).join(', ') +
					(environment === 'test' ? '; to the Production URL: other, test' : ''),
			]),
		),
		[
			'Or from a terminal, which asks for the secret:',
			'',
			'```sh',
			`npx n8n-nodes-kyc send ${provider.id} --status approved --url <Test URL>`,
			'```',
		].join('\n'),
	];
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
	const lookUpBy = parameter(node, 'lookUpBy') ? 'its ID or your own reference' : 'its ID';
	return [
		`The **${node.displayName}** node, looked up by ${lookUpBy}. Its item is that of the trigger, see [Ask the provider](../workflows.md#ask-the-provider).`,
		table(['Operation', 'What it does'], operations),
		text,
		`It needs a **${action.credential.displayName}** credential of its own:`,
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
	if (tolerance === undefined) return 'no time is signed: remembered event ids';
	return tolerance > 0 ? `signed time, ${tolerance} s` : 'signed time, off by default';
}

const providerName = ({ displayName }) => displayName.replace(/ Trigger$/, '');
const sentenceOf = (text) => text.replaceAll('\n', ' ');
