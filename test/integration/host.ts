import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { IDataObject, INode, INodeExecutionData, INodeType, WorkflowActivateMode } from 'n8n-workflow';

/** The package as `npm pack` gives it, unpacked, and the folder of the pinned n8n: `scripts/test.mjs` sets them. */
export const packageDir = required('KYC_PACKAGE_DIR');
// What a trigger logs would hide what a test says.
process.env.N8N_LOG_LEVEL = 'silent';
const requireFromHost = createRequire(join(required('KYC_HOST_DIR'), 'package.json'));

const { LazyPackageDirectoryLoader, WebhookContext, ExecuteContext, HookContext, CredentialTestContext } =
	requireFromHost('n8n-core');
export { CredentialTestContext };
const { Workflow, ExpressionEvaluatorProxy } = requireFromHost('n8n-workflow');
// Up to 1.x, n8n chooses when it starts how expressions are computed.
ExpressionEvaluatorProxy?.setEvaluator?.('tournament');

function required(name: string): string {
	const value = process.env[name];
	if (!value) throw new Error(`${name} is not set: run the tests with "npm test".`);
	return value;
}

/** n8n's own loader for community packages, with everything of a package loaded. */
export async function loadPackage(dir = packageDir) {
	const loader = new LazyPackageDirectoryLoader(dir);
	await loader.loadAll();
	return loader;
}

/** A workflow of one trigger, in the contexts of n8n-core that call it. */
export function triggerIn(nodeType: INodeType, parameters: IDataObject, credential: IDataObject | Error) {
	const { name } = nodeType.description;
	const credentialType = nodeType.description.credentials?.[0]?.name ?? '';
	const node: INode = {
		id: 'trigger',
		name: 'Trigger',
		type: `n8n-nodes-kyc.${name}`,
		typeVersion: 2,
		position: [0, 0],
		parameters: parameters as INode['parameters'],
		credentials: { [credentialType]: { id: '1', name: 'Stored' } },
	};
	const workflow = new Workflow({
		id: `workflow-${Math.random()}`,
		nodes: [node],
		connections: {},
		active: true,
		nodeTypes: { getByName: () => nodeType, getByNameAndVersion: () => nodeType, getKnownTypes: () => ({}) },
	});
	const credentialsHelper = {
		isCredentialUsableByNode: () => true,
		getDecrypted: async () => {
			if (credential instanceof Error) throw credential;
			return credential;
		},
	};
	return {
		webhookContext: (httpRequest: object, httpResponse: object, mode = 'webhook') =>
			new WebhookContext(
				workflow,
				workflow.getNode('Trigger'),
				{ credentialsHelper, httpRequest, httpResponse },
				mode,
				{ webhookDescription: nodeType.description.webhooks?.[0] },
				[],
			),
		/** What n8n runs in the execution that a delivery started: the items of the webhook's first output come in. */
		executeContext: (items: INodeExecutionData[], mode = 'webhook') => {
			const data = { main: [items] };
			const trigger = workflow.getNode('Trigger');
			return new ExecuteContext(
				workflow,
				trigger,
				{},
				mode,
				null,
				0,
				items,
				data,
				{ data, node: trigger, source: null },
				[],
			);
		},
		hookContext: (activation: WorkflowActivateMode) =>
			new HookContext(workflow, workflow.getNode('Trigger'), { credentialsHelper }, 'trigger', activation),
		outputs: () => new HookContext(workflow, workflow.getNode('Trigger'), {}, 'trigger', 'init').getNodeOutputs(),
	};
}
