import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { itemsByOutput } from '../../test/host/executions.mjs';
import { loadTypeScript } from './loadTypeScript.mjs';

/**
 * @typedef {object} Asked one row of the table
 * @property {string} provider
 * @property {string} operation
 * @property {string} answer status and reason of the item
 * @property {string} link where the person would go
 * @property {boolean} ok
 */

/** The providers' APIs on this machine, as their documentation describes them. */
export async function loadApis() {
	const folders = await readdir('test/nodes');
	const files = folders.map((folder) => `test/nodes/${folder}/server.ts`).filter((file) => existsSync(file));
	const [{ ThirdParties }, ...modules] = await loadTypeScript(['test/e2e/thirdParties/https.ts', ...files]);
	const servers = modules.map(({ server }) => server);
	const hosts = servers.flatMap((server) => server.hosts.map((host) => [host, server]));
	const byHost = new Map(hosts);
	const proxy = new ThirdParties(Object.fromEntries(hosts.map(([host]) => [host, {}])), (request) =>
		byHost.get(request.host).handle(request),
	);
	return { servers, proxy };
}

/**
 * Brings a workflow for each API into an n8n that does not run yet: it creates a verification and gets one.
 * @param {import('../../test/host/n8n.mjs').Instance} instance
 * @param {any[]} servers
 */
export async function importApiDemos(instance, servers) {
	const prepared = servers.map(({ api, provider, credential, create, states }) => {
		const type = api.credentialType;
		const stored = {
			type,
			id: `${provider.id}-api-demo`,
			name: `${provider.displayName} demo (API)`,
			data: credential,
		};
		const { verificationId, parameters } = states.find(({ status }) => status === 'approved');
		const node = (name, position, given) => ({
			id: `${provider.id}-${name}`,
			name,
			type: `n8n-nodes-kyc.${type.replace(/KycApi$/, '')}`,
			typeVersion: 1,
			position: [position, 0],
			parameters: given,
			credentials: { [type]: { id: stored.id, name: stored.name } },
		});
		const start = { id: `${provider.id}-start`, name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1 };
		const to = (name) => ({ main: [[{ node: name, type: 'main', index: 0 }]] });
		return {
			stored,
			workflow: {
				id: `${provider.id}-api-demo`,
				name: `${provider.displayName} demo: create and get`,
				active: false,
				settings: { executionOrder: 'v1' },
				nodes: [
					{ ...start, position: [0, 0], parameters: {} },
					node('Create', 200, { operation: 'create', ...create }),
					node('Get', 400, { operation: 'get', lookUpBy: 'verificationId', verificationId, ...parameters }),
				],
				connections: { Start: to('Create'), Create: to('Get') },
			},
		};
	});
	await instance.load({
		credentials: prepared.map(({ stored }) => stored),
		workflows: prepared.map(({ workflow }) => workflow),
	});
}

/**
 * Runs the workflow of a provider.
 * @param {import('../../test/host/n8n.mjs').Instance} instance running, its owner signed in
 * @param {any} server
 * @returns {Promise<Asked[]>}
 */
export async function ask(instance, { provider }) {
	const id = `${provider.id}-api-demo`;
	await instance.execute(id, 'Start');
	const [execution] = await instance.waitForExecutions(id, 1);
	const expected = { Create: 'pending: started', Get: 'approved' };
	return Object.entries(expected).map(([operation, wanted]) => {
		const [item] = itemsByOutput(execution, operation).flat();
		const answer = item ? [item.status, item.reason].filter(Boolean).join(': ') : 'an error';
		return { provider: provider.displayName, operation, answer, link: item?.url ?? '', ok: answer === wanted };
	});
}
