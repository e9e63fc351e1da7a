/** Names of a KYC trigger's outputs, in their order. */
export const OUTPUTS = ['Approved', 'Rejected', 'Pending', 'Other'];

/** Name of the trigger in every workflow that `workflow` builds. */
export const TRIGGER = 'Trigger';

/**
 * A workflow of a trigger and one node that does nothing for each of its outputs.
 * @param {object} options
 * @param {string} options.id
 * @param {string} options.name
 * @param {string} options.triggerType as in 'n8n-nodes-base.webhook'
 * @param {Record<string, unknown>} [options.triggerParameters] `outputs: 'single'` makes it one output, named All
 * @param {{ type: string, id: string, name: string }} [options.credential]
 * @param {string} options.webhookId first part of the webhook's path
 */
export function workflow({ id, name, triggerType, triggerParameters = {}, credential, webhookId }) {
	const names = triggerParameters.outputs === 'single' ? ['All'] : OUTPUTS;
	const trigger = {
		id: `${id}-trigger`,
		name: TRIGGER,
		type: triggerType,
		typeVersion: 2,
		position: [0, 0],
		parameters: triggerParameters,
		webhookId,
		...(credential && {
			credentials: { [credential.type]: { id: credential.id, name: credential.name } },
		}),
	};
	const ends = names.map((output, index) => ({
		id: `${id}-${output}`,
		name: output,
		type: 'n8n-nodes-base.noOp',
		typeVersion: 1,
		position: [320, (index - (names.length - 1) / 2) * 160],
		parameters: {},
	}));
	return {
		id,
		name,
		active: false,
		settings: { executionOrder: 'v1' },
		nodes: [trigger, ...ends],
		connections: { [TRIGGER]: { main: names.map((node) => [{ node, type: 'main', index: 0 }]) } },
	};
}
