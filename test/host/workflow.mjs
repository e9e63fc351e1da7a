/** Names of a KYC trigger's outputs, in their order. */
export const OUTPUTS = ['Other', 'Approved', 'Rejected', 'Pending'];

/** Name of the trigger in every workflow that `workflow` builds. */
export const TRIGGER = 'Trigger';

const NO_OPERATION = { type: 'n8n-nodes-base.noOp', typeVersion: 1, parameters: {} };

/**
 * A workflow of a trigger and one node for each of its outputs.
 * @param {object} options
 * @param {string} options.id
 * @param {string} options.name
 * @param {string} options.triggerType as in 'n8n-nodes-base.webhook'
 * @param {Record<string, unknown>} [options.triggerParameters] `outputs: 'single'` makes it one output, named All
 * @param {{ type: string, id: string, name: string }} [options.credential]
 * @param {string} options.webhookId first part of the webhook's path
 * @param {{ type: string, typeVersion: number, parameters: Record<string, unknown> }} [options.end] the node at the
 *   outputs; without it one that does nothing
 * @param {Record<string, unknown>} [options.settings] what n8n's Settings tab of the trigger says, as in `executeOnce`
 */
export function workflow({
	id,
	name,
	triggerType,
	triggerParameters = {},
	credential,
	webhookId,
	end = NO_OPERATION,
	settings = {},
}) {
	const names = triggerParameters.outputs === 'single' ? ['All'] : OUTPUTS;
	const trigger = {
		id: `${id}-trigger`,
		name: TRIGGER,
		type: triggerType,
		typeVersion: 2,
		position: [0, 0],
		parameters: triggerParameters,
		...settings,
		webhookId,
		...(credential && {
			credentials: { [credential.type]: { id: credential.id, name: credential.name } },
		}),
	};
	const ends = names.map((output, index) => ({
		id: `${id}-${output}`,
		name: output,
		position: [320, (index - (names.length - 1) / 2) * 160],
		...end,
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
