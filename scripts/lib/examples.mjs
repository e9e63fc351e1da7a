import { readdir, readFile } from 'node:fs/promises';

const folder = new URL('../../examples/', import.meta.url);

/**
 * Which credential a node of an example needs; the nodes of this package say it by their name, the Simulator and an
 * HTTP Request by a parameter.
 */
const CREDENTIALS = {
	'n8n-nodes-base.slack': 'slackApi',
	'n8n-nodes-base.zendesk': 'zendeskApi',
	'n8n-nodes-base.emailSend': 'smtp',
	'n8n-nodes-base.postgres': 'postgres',
	'n8n-nodes-base.redis': 'redis',
	'n8n-nodes-base.webhook': 'httpHeaderAuth',
};

const SIMULATOR = 'n8n-nodes-kyc.kycSimulator';

/** The names of credentials begin with the provider's id, which has hyphens. */
const camelCase = (/** @type {string} */ id) => id.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

/**
 * @typedef {object} Example an importable workflow
 * @property {string} file its name without the ending
 * @property {{ name: string, nodes: any[], connections: object, settings: object }} workflow
 */

/** @returns {Promise<Example[]>} all of them, by name of file */
export async function loadExamples() {
	const files = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
	return Promise.all(
		files.map(async (name) => ({
			file: name.replace(/\.json$/, ''),
			workflow: JSON.parse(await readFile(new URL(name, folder), 'utf8')),
		})),
	);
}

/**
 * @param {{ type: string, parameters: Record<string, any> }} node
 * @returns {string | undefined} the type of the credential that the user has to select
 */
export function credentialTypeOf({ type, parameters }) {
	if (type === SIMULATOR) return `${camelCase(parameters.provider)}WebhookApi`;
	const [, name, trigger] = /^n8n-nodes-kyc\.(\w+?)(Trigger)?$/.exec(type) ?? [];
	if (name) return trigger ? `${name}WebhookApi` : `${name}KycApi`;
	return CREDENTIALS[type] ?? parameters.nodeCredentialType;
}

/**
 * Does what a user does after the import: selects the credentials.
 * @param {Example['workflow']} workflow
 * @param {Map<string, { id: string, name: string }>} credentials by their type
 * @returns {Example['workflow']} a copy
 */
export function withCredentials(workflow, credentials) {
	const nodes = workflow.nodes.map((node) => {
		const type = credentialTypeOf(node);
		const credential = type && credentials.get(type);
		return credential ? { ...node, credentials: { [type]: credential } } : node;
	});
	return { ...workflow, nodes };
}
