import type {
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	IExecuteFunctions,
	IHookFunctions,
	INodeCredentialTestResult,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { requireWorkingTrigger } from '../../trigger/activation';
import {
	guidance,
	optionsParameter,
	outputs,
	outputsParameter,
	statusesParameter,
	webhook,
} from '../../trigger/description';
import { putOut } from '../../trigger/outputs';
import { receiveDelivery } from '../../trigger/webhook';
import { customParameters } from './custom';
import { customEvents, customNotice, providerParameter, recipeParameters, subtitle } from './parameters';
import { chosenProvider, testChosenCredential } from './providers';

export class KycWebhookTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'KYC Webhook Trigger',
		name: 'kycWebhookTrigger',
		icon: { light: 'file:../../icons/kycWebhook.svg', dark: 'file:../../icons/kycWebhook.dark.svg' },
		group: ['trigger'],
		version: 2,
		subtitle,
		description:
			'Starts the workflow when Middesk, Alloy, Socure, Checkr or any other identity verification provider sends a webhook',
		defaults: { name: 'KYC Webhook Trigger' },
		inputs: [],
		outputs,
		credentials: [{ name: 'kycWebhookApi', required: true, testedBy: 'kycWebhookApiTest' }],
		webhooks: [webhook],
		...guidance,
		properties: [
			providerParameter,
			customNotice,
			...recipeParameters,
			...customParameters,
			customEvents,
			statusesParameter,
			outputsParameter,
			optionsParameter({ tolerance: 300, tellsEnvironment: true, tellsTime: true }),
		],
	};

	methods = {
		credentialTest: {
			async kycWebhookApiTest(
				this: ICredentialTestFunctions,
				credential: ICredentialsDecrypted,
			): Promise<INodeCredentialTestResult> {
				return await testChosenCredential.call(this, credential);
			},
		},
	};

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return false;
			},
			async create(this: IHookFunctions): Promise<boolean> {
				return await requireWorkingTrigger(this, chosenProvider(this));
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receiveDelivery(this, chosenProvider(this));
	}

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await putOut(this);
	}
}
