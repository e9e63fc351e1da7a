import type {
	IExecuteFunctions,
	IHookFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { requireWorkingTrigger } from '../../trigger/activation';
import { testCredential } from '../../trigger/credential';
import {
	eventsParameter,
	guidance,
	optionsParameter,
	outputs,
	outputsParameter,
	setupNotice,
	statusesParameter,
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
		description: 'Starts the workflow when ComplyCube reports on a client, a workflow session or a check',
		defaults: { name: 'ComplyCube Trigger' },
		inputs: [],
		outputs,
		credentials: [{ name: 'complyCubeWebhookApi', required: true, testedBy: 'complyCubeWebhookApiTest' }],
		webhooks: [webhook],
		...guidance,
		properties: [
			setupNotice(
				`In the ComplyCube portal, open <b>Developers → Webhooks</b>, add this node's Production URL and copy the secret into the credential. A client is approved when their workflow session is clear; if you run single checks without workflows, set <b>Approved When</b>. Sandbox and live events look alike: add the webhook in Live only. <a href="https://docs.complycube.com/documentation/integration-resources/webhooks" target="_blank">Documentation</a>`,
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
				{
					name: 'Workflow Session Abandoned',
					value: 'workflow.session.abandoned',
					description: 'The client left the session and did not come back',
				},
				{ name: 'Workflow Session Cancelled', value: 'workflow.session.cancelled' },
				{
					name: 'Workflow Session Completed',
					value: 'workflow.session.completed',
					description: 'The client as a whole has an outcome, whichever it is',
				},
				{ name: 'Workflow Session Processing', value: 'workflow.session.processing' },
				{ name: 'Workflow Session Started', value: 'workflow.session.started' },
				{
					name: 'Workflow Session Updated',
					value: 'workflow.session.updated',
					description: 'The outcome of the client was changed later',
				},
			]),
			{
				displayName: 'Approved When',
				name: 'approvedWhen',
				type: 'options',
				noDataExpression: true,
				options: [
					{
						name: 'Each Check Is Clear',
						value: 'eachCheck',
						description: 'Every clear check approves the client, whatever the other checks are',
					},
					{
						name: 'Workflow Session Is Clear',
						value: 'session',
						description: 'The outcome of the workflow session decides. An event of a single check is Pending.',
					},
				],
				default: 'session',
				description: 'What counts as approval of the client. ComplyCube sends an event for each single check, too.',
			},
			statusesParameter,
			outputsParameter,
			optionsParameter(complyCube),
		],
	};

	methods = { credentialTest: { complyCubeWebhookApiTest: testCredential(complyCube) } };

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return false;
			},
			async create(this: IHookFunctions): Promise<boolean> {
				return await requireWorkingTrigger(this, complyCube);
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
