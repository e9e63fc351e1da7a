import { workflow } from '../host/workflow.mjs';

/**
 * @typedef {object} Trigger a workflow of one trigger, not loaded yet
 * @property {string} id of the workflow, of the credential and of the webhook
 * @property {import('../../webhook/samples').Samples} samples
 * @property {Record<string, string>} secrets what its credential holds
 * @property {{ id: string, name: string, type: string, data: Record<string, unknown> }} credential for `load`
 * @property {any} workflow for `load`
 */

/**
 * @param {string} id
 * @param {import('../../scripts/lib/providers.mjs').ProviderNode} provider
 * @param {Record<string, unknown>} [options] what the user set under Options
 * @returns {Trigger}
 */
export function trigger(id, { nodeType, samples }, options = {}) {
	const { type } = samples.provider.credential;
	const secrets = samples.newSecrets();
	return {
		id,
		samples,
		secrets,
		credential: { id, name: id, type, data: secrets },
		workflow: workflow({
			id,
			name: id,
			triggerType: nodeType,
			triggerParameters: { options },
			credential: { id, name: id, type },
			webhookId: id,
		}),
	};
}

/**
 * Brings workflows into an n8n that does not run yet, and publishes them.
 * @param {import('../host/n8n.mjs').Instance} instance
 * @param {Trigger[]} triggers
 * @param {{ id: string, name: string, type: string, data: Record<string, unknown> }[]} [credentials] others
 */
export async function load(instance, triggers, credentials = []) {
	await instance.load({
		credentials: [...credentials, ...triggers.map(({ credential }) => credential)],
		workflows: triggers.map((entry) => entry.workflow),
		publish: triggers.map(({ id }) => id),
	});
}
