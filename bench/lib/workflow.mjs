import { randomUUID } from 'node:crypto';

/**
 * @typedef {object} Step a node of a workflow
 * @property {string} name
 * @property {string} type
 * @property {number} typeVersion
 * @property {Record<string, unknown>} [parameters]
 * @property {{ type: string, id: string, name: string }} [credential]
 * @property {string} [webhookId]
 * @property {(string | null)[]} [to] names of the nodes at its outputs
 */

/**
 * @param {string} id its name too
 * @param {Step[]} steps
 * @returns {object} for n8n's import
 */
export function workflowOf(id, steps) {
	const nodes = steps.map(({ name, type, typeVersion, parameters = {}, credential, webhookId }, index) => ({
		id: randomUUID(),
		name,
		type,
		typeVersion,
		position: [index * 240, 0],
		parameters,
		...(webhookId && { webhookId }),
		...(credential && { credentials: { [credential.type]: { id: credential.id, name: credential.name } } }),
	}));
	const wired = steps.filter(({ to }) => to);
	const connections = wired.map(({ name, to }) => [
		name,
		{ main: to.map((node) => (node === null ? [] : [{ node, type: 'main', index: 0 }])) },
	]);
	return {
		id,
		name: id,
		active: false,
		settings: { executionOrder: 'v1' },
		nodes,
		connections: Object.fromEntries(connections),
	};
}

/**
 * A node that does nothing.
 * @param {string} name
 * @returns {Step}
 */
export const noOp = (name) => ({ name, type: 'n8n-nodes-base.noOp', typeVersion: 1 });
