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
import { idenfy } from './idenfy';

export class IdenfyTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'iDenfy Trigger',
		name: 'idenfyTrigger',
		icon: { light: 'file:../../icons/idenfy.svg', dark: 'file:../../icons/idenfy.dark.svg' },
		group: ['trigger'],
		version: 2,
		subtitle: '={{ $parameter["events"].includes("*") ? "all events" : $parameter["events"].join(", ") }}',
		description: 'Starts the workflow when iDenfy reports the status of an identity verification',
		defaults: { name: 'iDenfy Trigger' },
		inputs: [],
		outputs,
		credentials: [{ name: 'idenfyWebhookApi', required: true, testedBy: 'idenfyWebhookApiTest' }],
		webhooks: [webhook],
		...guidance,
		properties: [
			setupNotice(
				`In the iDenfy dashboard, open <b>Settings → Notifications</b>, add this node's Production URL as a webhook for each identity verification event that you want, set a signing key under <b>Headers</b> and copy it into the credential. <a href="https://documentation.idenfy.com/kyc/webhooks" target="_blank">Documentation</a>`,
			),
			eventsParameter([
				{
					name: 'Document Expiration',
					value: 'document_expiration',
					description: 'The document of a verified person expires, or soon will',
				},
				{
					name: 'Identification',
					value: 'identification',
					description: 'An identity verification was finished, reviewed, resubmitted, canceled or has expired',
				},
			]),
			outputsParameter,
			optionsParameter(),
		],
	};

	methods = { credentialTest: { idenfyWebhookApiTest: testCredential(idenfy) } };

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return false;
			},
			async create(this: IHookFunctions): Promise<boolean> {
				return await requireWorkingCredential(this, idenfy);
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receiveDelivery(this, idenfy);
	}

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await putOut(this);
	}
}
