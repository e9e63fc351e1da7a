import type {
	IExecuteFunctions,
	IHookFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { requireWorkingCredential, testCredential } from '../../trigger/credential';
import {
	eventsParameter,
	guidance,
	optionsParameter,
	outputs,
	outputsParameter,
	setupNotice,
	webhook,
} from '../../trigger/description';
import { putOut } from '../../trigger/outputs';
import { receiveDelivery } from '../../trigger/webhook';
import { complyCube } from './complyCube';

export class ComplyCubeTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'ComplyCube Trigger',
		name: 'complyCubeTrigger',
		icon: { light: 'file:../../icons/complyCube.svg', dark: 'file:../../icons/complyCube.dark.svg' },
		group: ['trigger'],
		version: 2,
		subtitle: '={{ $parameter["events"].includes("*") ? "all events" : $parameter["events"].join(", ") }}',
		description: 'Starts the workflow when ComplyCube reports on a check of a client',
		defaults: { name: 'ComplyCube Trigger' },
		inputs: [],
		outputs,
		credentials: [{ name: 'complyCubeWebhookApi', required: true, testedBy: 'complyCubeWebhookApiTest' }],
		webhooks: [webhook],
		...guidance,
		properties: [
			setupNotice(
				`In the ComplyCube portal, open <b>Developers → Webhooks</b>, add this node's Production URL and copy the secret into the credential. Each event tells of a single check: a client is cleared only when all of their checks are. <a href="https://docs.complycube.com/documentation/integration-resources/webhooks" target="_blank">Documentation</a>`,
			),
			eventsParameter([
				{ name: 'Address Created', value: 'address.created' },
				{ name: 'Address Deleted', value: 'address.deleted' },
				{ name: 'Address Updated', value: 'address.updated' },
				{
					name: 'Check Completed',
					value: 'check.completed',
					description: 'A single check has an outcome, whichever it is',
				},
				{ name: 'Check Completed: Attention', value: 'check.completed.attention' },
				{ name: 'Check Completed: Clear', value: 'check.completed.clear' },
				{ name: 'Check Completed: Match Confirmed', value: 'check.completed.match_confirmed' },
				{ name: 'Check Completed: Rejected', value: 'check.completed.rejected' },
				{ name: 'Check Failed', value: 'check.failed' },
				{
					name: 'Check Monitoring: Attention',
					value: 'check.monitoring.attention',
					description: 'The monitoring of a client found something new',
				},
				{ name: 'Check Pending', value: 'check.pending' },
				{ name: 'Check Updated', value: 'check.updated' },
				{ name: 'Client Created', value: 'client.created' },
				{ name: 'Client Deleted', value: 'client.deleted' },
				{ name: 'Client Updated', value: 'client.updated' },
				{ name: 'Document Created', value: 'document.created' },
				{ name: 'Document Deleted', value: 'document.deleted' },
				{ name: 'Document Updated', value: 'document.updated' },
				{ name: 'Document Updated: Image Deleted', value: 'document.updated.image_deleted' },
				{ name: 'Document Updated: Image Uploaded', value: 'document.updated.image_uploaded' },
				{ name: 'Workflow Session Cancelled', value: 'workflow.session.cancelled' },
				{ name: 'Workflow Session Completed', value: 'workflow.session.completed' },
				{ name: 'Workflow Session Processing', value: 'workflow.session.processing' },
				{ name: 'Workflow Session Started', value: 'workflow.session.started' },
				{ name: 'Workflow Session Updated', value: 'workflow.session.updated' },
			]),
			outputsParameter,
			optionsParameter(),
		],
	};

	methods = { credentialTest: { complyCubeWebhookApiTest: testCredential(complyCube) } };

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return false;
			},
			async create(this: IHookFunctions): Promise<boolean> {
				return await requireWorkingCredential(this, complyCube);
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receiveDelivery(this, complyCube);
	}

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await putOut(this);
	}
}
