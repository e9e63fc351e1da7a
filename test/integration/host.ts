import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { IDataObject, INode, INodeType, WorkflowActivateMode } from 'n8n-workflow';

/** The package as `npm pack` gives it, unpacked, and the folder of the pinned n8n: `scripts/test.mjs` sets them. */
export const packageDir = required('KYC_PACKAGE_DIR');
const requireFromHost = createRequire(join(required('KYC_HOST_DIR'), 'package.json'));

export const { LazyPackageDirectoryLoader, WebhookContext, HookContext, CredentialTestContext } =
	requireFromHost('n8n-core');
const { Workflow } = requireFromHost('n8n-workflow');

function required(name: string): string {
	const value = process.env[name];
	if (!value) throw new Error(`${name} is not set: run the tests with "npm test".`);
	return value;
}

/** n8n's own loader for community packages, with everything loaded. */
export async function loadPackage() {
	const loader = new LazyPackageDirectoryLoader(packageDir);
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
		hookContext: (activation: WorkflowActivateMode) =>
			new HookContext(workflow, workflow.getNode('Trigger'), { credentialsHelper }, 'trigger', activation),
		/** The parameters with n8n's defaults filled in. */
		parameters: workflow.getNode('Trigger').parameters as IDataObject,
		outputs: () => new HookContext(workflow, workflow.getNode('Trigger'), {}, 'trigger', 'init').getNodeOutputs(),
	};
}
