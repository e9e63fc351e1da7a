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
import { veriff } from './veriff';

export class VeriffTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Veriff Trigger',
		name: 'veriffTrigger',
		icon: { light: 'file:../../icons/veriff.svg', dark: 'file:../../icons/veriff.dark.svg' },
		group: ['trigger'],
		version: 2,
		subtitle: subtitle(events),
		description: 'Starts the workflow when Veriff reports the decision on a verification session or its progress',
		defaults: { name: 'Veriff Trigger' },
		inputs: [],
		outputs,
		credentials: [{ name: 'veriffWebhookApi', required: true, testedBy: 'veriffWebhookApiTest' }],
		webhooks: [webhook],
		...guidance,
		properties: [
			setupNotice(
				`In Veriff, open <b>All integrations → your live integration</b>. In its settings, paste the trigger's Production URL as <b>Webhook decisions URL</b> and, if you want, <b>Webhook events URL</b> and <b>Webhook watchlist screening URL</b>. Its shared secret key, under <b>API Keys</b>, goes into the credential. What a test integration sends looks like the real thing: keep it away from the Production URL. <a href="https://devdocs.veriff.com/docs/webhooks-guide" target="_blank">Documentation</a>`,
			),
			eventsParameter(events),
			statusesParameter,
			outputsParameter,
			optionsParameter(veriff),
		],
	};

	methods = { credentialTest: { veriffWebhookApiTest: testCredential(veriff) } };

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return false;
			},
			async create(this: IHookFunctions): Promise<boolean> {
				return await requireWorkingTrigger(this, veriff);
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receiveDelivery(this, veriff);
	}

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await putOut(this);
	}
}
