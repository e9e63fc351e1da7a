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
	guidance,
	optionsParameter,
	outputs,
	outputsParameter,
	setupNotice,
	statusesParameter,
	webhook,
} from '../../trigger/description';
import { eventsParameter, subtitle } from '../../trigger/events';
import { putOut } from '../../trigger/outputs';
import { receiveDelivery } from '../../trigger/webhook';
import { events } from './events';
import { idenfy } from './idenfy';

export class IdenfyTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'iDenfy Trigger',
		name: 'idenfyTrigger',
		icon: { light: 'file:../../icons/idenfy.svg', dark: 'file:../../icons/idenfy.dark.svg' },
		group: ['trigger'],
		version: 2,
		subtitle: subtitle(events),
		description: 'Starts the workflow when iDenfy reports on an identity verification, a company or a monitoring',
		defaults: { name: 'iDenfy Trigger' },
		inputs: [],
		outputs,
		credentials: [{ name: 'idenfyWebhookApi', required: true, testedBy: 'idenfyWebhookApiTest' }],
		webhooks: [webhook],
		...guidance,
		properties: [
			setupNotice(
				`In the iDenfy dashboard, open <b>Settings → Notifications</b>, add the trigger's Production URL as a webhook for each event that you want, set a signing key under <b>Headers</b> and copy it into the credential. iDenfy delivers sample verifications like real ones: run them in a test environment only, whose webhooks have another URL and signing key. <a href="https://documentation.idenfy.com/kyc/webhooks" target="_blank">Documentation</a>`,
			),
			eventsParameter(events),
			statusesParameter,
			outputsParameter,
			optionsParameter(idenfy),
		],
	};

	methods = { credentialTest: { idenfyWebhookApiTest: testCredential(idenfy) } };

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return false;
			},
			async create(this: IHookFunctions): Promise<boolean> {
				return await requireWorkingTrigger(this, idenfy);
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
