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
import { didit } from './didit';

export class DiditTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Didit Trigger',
		name: 'diditTrigger',
		icon: { light: 'file:../../icons/didit.svg', dark: 'file:../../icons/didit.dark.svg' },
		group: ['trigger'],
		version: 2,
		subtitle: '={{ $parameter["events"].includes("*") ? "all events" : $parameter["events"].join(", ") }}',
		description: 'Starts the workflow when Didit reports the status of a verification session',
		defaults: { name: 'Didit Trigger' },
		inputs: [],
		outputs,
		credentials: [{ name: 'diditWebhookApi', required: true, testedBy: 'diditWebhookApiTest' }],
		webhooks: [webhook],
		...guidance,
		properties: [
			setupNotice(
				`In the Didit console, open <b>API & Webhooks</b>, add this node's Production URL as a destination for the events that you want and copy its secret into the credential. <a href="https://docs.didit.me/integration/webhooks" target="_blank">Documentation</a>`,
			),
			eventsParameter([
				{ name: 'Activity Created', value: 'activity.created' },
				{ name: 'Business Data Updated', value: 'business.data.updated' },
				{ name: 'Business Status Updated', value: 'business.status.updated' },
				{ name: 'Data Updated', value: 'data.updated', description: "A session's data was corrected" },
				{
					name: 'Status Updated',
					value: 'status.updated',
					description: 'The status of a session has changed: this decides',
				},
				{ name: 'Transaction Created', value: 'transaction.created' },
				{ name: 'Transaction Status Updated', value: 'transaction.status.updated' },
				{ name: 'Travel Rule Status Updated', value: 'travel_rule.status.updated' },
				{ name: 'User Data Updated', value: 'user.data.updated' },
				{ name: 'User Status Updated', value: 'user.status.updated' },
			]),
			statusesParameter,
			outputsParameter,
			optionsParameter(didit),
		],
	};

	methods = { credentialTest: { diditWebhookApiTest: testCredential(didit) } };

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return false;
			},
			async create(this: IHookFunctions): Promise<boolean> {
				return await requireWorkingTrigger(this, didit);
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receiveDelivery(this, didit);
	}

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await putOut(this);
	}
}
