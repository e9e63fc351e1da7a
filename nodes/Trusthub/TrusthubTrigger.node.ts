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
import { trusthub } from './trusthub';

export class TrusthubTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Trusthub Trigger',
		name: 'trusthubTrigger',
		icon: { light: 'file:../../icons/trusthub.svg', dark: 'file:../../icons/trusthub.dark.svg' },
		group: ['trigger'],
		version: 2,
		subtitle: subtitle(events),
		description: 'Starts the workflow when Trusthub (by Trustmatic) reports the status of an onboarding session',
		defaults: { name: 'Trusthub Trigger' },
		inputs: [],
		outputs,
		credentials: [{ name: 'trusthubWebhookApi', required: true, testedBy: 'trusthubWebhookApiTest' }],
		webhooks: [webhook],
		...guidance,
		properties: [
			setupNotice(
				`In the Trusthub dashboard, open <b>Integration → Webhooks</b>, paste the trigger's Production URL (https) as the webhook URL for each status that you want, and copy the API password into the credential. <a href="https://dev.trustmatic.io/documentation" target="_blank">Documentation</a>`,
			),
			eventsParameter(events),
			statusesParameter,
			outputsParameter,
			optionsParameter(trusthub),
		],
	};

	methods = { credentialTest: { trusthubWebhookApiTest: testCredential(trusthub) } };

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return false;
			},
			async create(this: IHookFunctions): Promise<boolean> {
				return await requireWorkingTrigger(this, trusthub);
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receiveDelivery(this, trusthub);
	}

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await putOut(this);
	}
}
