import { evidence } from './evidence.mjs';
import { jsonBlock, table } from './markdown.mjs';
import { labelOf } from './outcomeLabel.mjs';
import { fromTerminal } from './tryIt.mjs';

/** @typedef {import('../../recipe/schema').Recipe} Recipe */

const FOLDER = 'docs/recipes';

/** Where each recipe's page stands. */
export const pageOf = (/** @type {Recipe} */ { id }) => `${FOLDER}/${id}.md`;

const schemes = {
	hmac: 'HMAC',
	timestampedHmac: 'HMAC with its time in one header',
	standardWebhooks: 'Standard Webhooks',
	staticHeader: 'a secret in a header, which does not cover the body',
	basic: 'Basic authentication, which does not cover the body',
};

/**
 * The page of a recipe.
 * @param {Recipe} recipe
 * @param {Record<string, import('../../webhook/outcome').Outcome>} outcomes by the names of the rules
 * @param {object} item what the trigger puts out for the recipe's own delivery
 * @returns {string} Markdown
 */
export function renderRecipe(recipe, outcomes, item) {
	const { name, setUp, authentication, events, rules, goodToKnow, documentation, readOn, vector } = recipe;
	return [
		`# ${name}`,
		`The [KYC Webhook Trigger](README.md) knows ${name} by a recipe: choose it under **Provider**, in the trigger and in its credential.`,
		'## Set up',
		setUp,
		'## Credential',
		table(
			['Provider in the credential', 'How deliveries are proved', 'Header', 'What the credential needs'],
			authentication.map((way, index) => credentialRow(recipe, way, index)),
		),
		'## Events',
		table(
			['Event', "The provider's name", ''],
			events.map((event) => [event.name, `\`${event.value}\``, event.description ?? '']),
		),
		'## What its words become',
		table(
			['What the event says', 'What it becomes'],
			rules.map((rule) => [
				conditionsOf(rule.conditions),
				labelOf({ ...outcomes[rule.outcome], decidedBy: rule.decidedBy ?? null }),
			]),
		),
		'The first line that holds decides. Everything else comes out on **Other**, *unknown*.',
		'## What it tells about the person',
		table(
			['', ''],
			Object.entries(told(recipe)).map(([field, place]) => [field, place ? `yes: ${place}` : 'no']),
		),
		'## An item',
		jsonBlock(item),
		'## Try it',
		...fromTerminal('trigger', recipe.id, vector.status),
		`\`npx n8n-nodes-kyc list ${recipe.id}\` says what else there is to send. The [KYC Simulator](../simulator.md) sends the same from n8n.`,
		...(goodToKnow.length > 0 ? ['## Good to know', goodToKnow.map((text) => `- ${text}`).join('\n')] : []),
		'## Sources',
		[
			...documentation.map((url) => `- <${url}>, read on ${readOn}`),
			`- Evidence: ${evidence[recipe.evidence]}. Vector: ${vector.source}.`,
		].join('\n'),
	].join('\n\n');
}

/**
 * The page that lists all recipes.
 * @param {readonly Recipe[]} recipes in their order
 */
export function renderRecipeList(recipes) {
	return table(
		['Provider', 'What proves a delivery', 'Tells a verdict', 'Read on', 'Evidence'],
		recipes.map((recipe) => [
			`[${recipe.name}](${recipe.id}.md)`,
			recipe.authentication.map(({ scheme }) => schemes[scheme]).join('; or '),
			recipe.rules.some(({ outcome }) => outcome === 'approved') ? 'yes' : 'no: see its page',
			recipe.readOn,
			recipe.evidence,
		]),
	);
}

/** @returns {string[]} */
function credentialRow({ name }, way, index) {
	const label = way.name === undefined ? name : `${name} (${way.name})`;
	const header = { basic: 'Authorization', standardWebhooks: 'webhook-signature' }[way.scheme] ?? way.header;
	return [
		`**${label}**${index === 0 ? '' : ', if the first one is not possible'}`,
		how(way),
		`\`${header}\``,
		way.scheme === 'basic' ? '**Username**, **Password**' : '**Secret**',
	];
}

function how(way) {
	if (way.scheme !== 'hmac') return schemes[way.scheme];
	const prefix = way.prefix === '' ? '' : `, behind \`${way.prefix}\``;
	const content = way.signedContent === '{body}' ? 'the body' : `\`${way.signedContent}\``;
	return `HMAC-${way.algorithm.toUpperCase().replace('SHA', 'SHA-')} of ${content}, ${way.encoding}${prefix}`;
}

function conditionsOf(conditions) {
	return conditions.map(({ path, is }) => `${placeOf(path)} ${wordsOf(is)}`).join(' and ') || 'anything';
}

function wordsOf(is) {
	return typeof is === 'string' ? `is ${is}` : `is ${is.map((word) => `\`${word}\``).join(' or ')}`;
}

function placeOf(place) {
	const [first, ...others] = place.map(({ text }) => `\`${text}\``);
	return others.length === 0 ? first : `${first} (or ${others.join(', ')})`;
}

function told({ fields: { externalId, verificationId, occurredAt, environment, subject } }) {
	const text = (place) => place && placeOf(place);
	const parts = [subject.firstName, subject.lastName].filter(Boolean).map(placeOf).join(' and ');
	return {
		'Your own reference': text(externalId),
		'ID of the verification': text(verificationId),
		'ID of the person or company': text(subject.id),
		'E-mail address': text(subject.email),
		Phone: text(subject.phone),
		Name: [text(subject.name), parts].filter(Boolean).join(', or '),
		Time: text(occurredAt),
		'Test or live': text(environment?.path),
	};
}
