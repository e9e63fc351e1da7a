import { credentialTypeOf, loadExamples, withCredentials } from '../../scripts/lib/examples.mjs';

/** What n8n needs to store a credential of a type that is not this package's. */
const DATA = {
	hubspotAppToken: { appToken: 'hubspot' },
	slackApi: { accessToken: 'slack' },
	zendeskApi: { subdomain: 'company', email: 'agent@example.com', apiToken: 'zendesk' },
	smtp: { host: '127.0.0.1', port: 25, user: '', password: '' },
	postgres: { host: '127.0.0.1', database: 'kyc', user: 'kyc', password: 'postgres' },
	redis: { host: '127.0.0.1', port: 6379, password: 'redis' },
	httpHeaderAuth: { name: 'X-Key', value: 'header' },
};

/**
 * Imports every example, and activates it unless a person starts it.
 * @param {import('../host/rest.mjs').Rest} n8n signed in
 * @param {(type: string) => Record<string, unknown>} ownData what a credential of this package holds
 * @returns {Promise<{ passed: number, total: number, failed: { example: string, reason: string }[] }>}
 */
export async function tryExamples(n8n, ownData) {
	const examples = await loadExamples();
	const known = await knownNodes(n8n);
	const types = new Set(examples.flatMap(({ workflow }) => workflow.nodes.map(credentialTypeOf).filter(Boolean)));
	const credentials = new Map();
	for (const type of types) {
		const data = DATA[type] ?? ownData(type);
		credentials.set(type, await n8n.rest('POST', '/rest/credentials', { name: type, type, data }));
	}
	const failed = [];
	for (const { file, workflow } of examples) {
		const reason = await problemOf(n8n, known, withCredentials(workflow, idsAndNames(credentials)));
		if (reason !== null) failed.push({ example: file, reason });
	}
	return { passed: examples.length - failed.length, total: examples.length, failed };
}

/** @returns {Map<string, { id: string, name: string }>} */
const idsAndNames = (/** @type {Map<string, any>} */ credentials) =>
	new Map([...credentials].map(([type, { id, name }]) => [type, { id, name }]));

/** @returns {Promise<Set<string>>} as in 'n8n-nodes-base.slack 2.3' */
async function knownNodes(/** @type {import('../host/rest.mjs').Rest} */ n8n) {
	const types = await n8n.rest('GET', '/types/nodes.json');
	return new Set(types.flatMap(({ name, version }) => [version].flat().map((one) => `${name} ${one}`)));
}

/** Chooses something where an example leaves a list to the user. */
function filledIn(/** @type {{ parameters: Record<string, any> }} */ node) {
	const choices = Object.entries(node.parameters).map(([name, value]) => [
		name,
		value?.__rl && value.value === '' ? { ...value, value: 'chosen' } : value,
	]);
	return { ...node, parameters: Object.fromEntries(choices) };
}

/** Whether there is something to activate; a manual trigger waits for a person. */
function startsByItself(/** @type {{ type: string }} */ { type }) {
	return /(Trigger|\.webhook)$/.test(type) && type !== 'n8n-nodes-base.manualTrigger';
}

/** @returns {Promise<string | null>} null when it runs */
async function problemOf(n8n, known, { name, nodes: empty, connections, settings }) {
	const nodes = empty.map(filledIn);
	const unknown = nodes.map(({ type, typeVersion }) => `${type} ${typeVersion}`).find((node) => !known.has(node));
	if (unknown) return `n8n does not know ${unknown}`;
	try {
		const { id } = await n8n.rest('POST', '/rest/workflows', { name, active: false, nodes, connections, settings });
		if (nodes.some(startsByItself)) await n8n.api('POST', `/api/v1/workflows/${id}/activate`);
		return null;
	} catch (error) {
		return error.message;
	}
}
