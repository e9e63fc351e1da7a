import { itemsByOutput } from '../../test/host/executions.mjs';
import { OUTPUTS, TRIGGER, workflow } from '../../test/host/workflow.mjs';

/**
 * @typedef {object} Demo one provider's published workflow
 * @property {import('./providers.mjs').ProviderNode} provider
 * @property {Record<string, string>} secrets what its credential holds
 * @property {string} workflowId
 * @property {string} url
 */

/**
 * @typedef {object} Delivered one row of the table
 * @property {string} provider
 * @property {string} event
 * @property {string} answer HTTP status and what the body says
 * @property {string} branch the output on which n8n recorded the item; a dash when there was none
 * @property {string} expected the branch that is right
 * @property {boolean} ok
 */

const NONE = '—';

/**
 * Brings a workflow for each provider into an n8n that does not run yet.
 * @param {import('../../test/host/n8n.mjs').Instance} instance
 * @param {import('./providers.mjs').ProviderNode[]} providers
 * @returns {Promise<Demo[]>}
 */
export async function importDemos(instance, providers) {
	const prepared = providers.map((provider) => {
		const { provider: told, newSecrets } = provider.samples;
		const credential = { type: told.credential.type, id: `${told.id}-demo`, name: `${told.displayName} demo` };
		const secrets = newSecrets();
		const workflowId = `${told.id}-demo`;
		const webhookId = told.id;
		const [{ path }] = provider.description.webhooks;
		return {
			demo: { provider, secrets, workflowId, url: instance.webhookUrl(webhookId, path) },
			// Here the Simulator is to be tried out too.
			credential: { ...credential, data: { ...secrets, allowKycSimulator: true } },
			workflow: workflow({
				id: workflowId,
				name: `${told.displayName} demo`,
				triggerType: provider.nodeType,
				credential,
				webhookId,
			}),
		};
	});
	await instance.load({
		credentials: prepared.map(({ credential }) => credential),
		workflows: prepared.map((entry) => entry.workflow),
		publish: prepared.map(({ demo }) => demo.workflowId),
	});
	return prepared.map(({ demo }) => demo);
}

/**
 * Sends a forged delivery and a true one for each status, and reads back what n8n recorded.
 * @param {import('../../test/host/n8n.mjs').Instance} instance running, its owner signed in
 * @param {Demo} demo
 * @returns {Promise<Delivered[]>} the forged one last
 */
export async function deliver(instance, { provider: { samples }, secrets, workflowId, url }) {
	const trueOnes = OUTPUTS.flatMap((output) => {
		const sample = samples.samples.find(({ status }) => status === output.toLowerCase());
		return sample ? [{ sample, expected: output }] : [];
	});
	const [{ sample: model }] = trueOnes;
	const forged = await send(url, await samples.seal(model.create({}), samples.newSecrets(), Date.now()));
	const sent = [];
	for (const { sample, expected } of trueOnes) {
		sent.push({
			sample,
			expected,
			answer: await send(url, await samples.seal(sample.create({}), secrets, Date.now())),
		});
	}

	const accepted = sent.filter(({ answer }) => answer.result === 'accepted').length;
	const records = await instance.waitForExecutions(workflowId, accepted).catch(() => instance.executions(workflowId));
	const inOrder = records.toSorted((one, other) => Number(one.id) - Number(other.id));
	let executed = 0;
	const provider = samples.provider.displayName;
	const rows = sent.map(({ sample, expected, answer }) => {
		const branch = answer.result === 'accepted' ? branchOf(inOrder[executed++]) : NONE;
		const ok = answer.result === 'accepted' && branch === expected;
		return { provider, event: sample.name, answer: answer.text, branch, expected, ok };
	});
	const branch = records.length === accepted ? NONE : 'an execution';
	const ok = forged.result === 'refused' && branch === NONE;
	return [...rows, { provider, event: `${model.name}, forged`, answer: forged.text, branch, expected: NONE, ok }];
}

/**
 * @param {string} url
 * @param {import('../../webhook/samples').Sealed} sealed
 */
async function send(url, { contentType, headers, body }) {
	const response = await fetch(url, { method: 'POST', headers: { 'content-type': contentType, ...headers }, body });
	const { result, code } = await response.json().catch(() => ({}));
	const text = [response.status, [result, code].filter(Boolean).join(': ')].join(' ');
	return { result, text };
}

/**
 * @param {any} [execution]
 * @returns {string} the outputs that have an item
 */
function branchOf(execution) {
	const outputs = execution ? itemsByOutput(execution, TRIGGER) : [];
	return OUTPUTS.filter((_, index) => outputs[index]?.length > 0).join(', ') || NONE;
}
