import { table } from './markdown.mjs';

/**
 * @typedef {{ passed: number, total: number }} Count
 * @typedef {object} Seen what `npm run test:versions` has written of one version of n8n
 * @property {string} version
 * @property {Count} loads nodes
 * @property {Count} deliveries
 * @property {Count} recipes
 * @property {Count} actions
 * @property {Count} testUrl
 * @property {Count} responseMode
 * @property {Count} simulator
 * @property {Count & { failed: { example: string, reason: string }[] }} examples
 * @property {{ node: string, packages: number, seconds: number }} byHand
 * @property {{ atOnce: boolean, seconds: number, message: string }} refusal
 * @property {{ activate: string, execute: string }} words
 * @property {{ engine: string, canBeLazy: boolean }} expressionEngine
 */

const of = (/** @type {Count} */ { passed, total }) => `${passed} of ${total}`;

/** What works in each version. */
export function renderVersions(/** @type {Seen[]} */ versions) {
	return table(
		[
			...['n8n', 'Node', 'Nodes that load', 'Deliveries', 'KYC Webhook Trigger', 'Action nodes', 'Respond'],
			...['Test URL', 'KYC Simulator', 'Examples', 'Installed by hand'],
		],
		versions.map(
			({ version, byHand, loads, deliveries, recipes, actions, responseMode, testUrl, simulator, examples }) => [
				version,
				`${byHand.node} or newer`,
				...[loads, deliveries, recipes, actions, responseMode, testUrl, simulator, examples].map(of),
				byHand.packages === 1 ? '1 package' : `${byHand.packages} packages`,
			],
		),
	);
}

/** What a user sees or sets otherwise in each version. */
export function renderDifferences(/** @type {Seen[]} */ versions) {
	return table(
		[
			'n8n',
			'Says that it does not publish',
			'To publish',
			'To run one node',
			'For throughput',
			'Examples that do not run',
		],
		versions.map(({ version, refusal, words, expressionEngine, examples }) => [
			version,
			refusal.atOnce ? 'at once' : `after ${refusal.seconds} s, in the editor`,
			`**${words.activate}**`,
			`**${words.execute}**`,
			settingFor(expressionEngine),
			examples.failed.map(({ example, reason }) => `\`${example}\`: ${reason}`).join('; ') || 'none',
		]),
	);
}

function settingFor(/** @type {Seen['expressionEngine']} */ { engine, canBeLazy }) {
	if (canBeLazy) return '`N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE=true`';
	return engine === 'legacy' ? 'nothing to set' : '`N8N_EXPRESSION_ENGINE=legacy`';
}
