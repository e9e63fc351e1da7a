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
import { approvedWhen } from './approvedWhen';
import { events } from './events';
import { sumsub } from './sumsub';

export class SumsubTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Sumsub Trigger',
		name: 'sumsubTrigger',
		icon: { light: 'file:../../icons/sumsub.svg', dark: 'file:../../icons/sumsub.dark.svg' },
		group: ['trigger'],
		version: 2,
		subtitle: subtitle(events),
		description: 'Starts the workflow when Sumsub reports the status of an applicant or of an applicant action',
		defaults: { name: 'Sumsub Trigger' },
		inputs: [],
		outputs,
		credentials: [{ name: 'sumsubWebhookApi', required: true, testedBy: 'sumsubWebhookApiTest' }],
		webhooks: [webhook],
		...guidance,
		properties: [
			setupNotice(
				`In the Sumsub dashboard, open <b>Dev space → Webhooks → Webhook manager</b>, create a webhook with the receiver <b>HTTP address</b> and the trigger's Production URL (https), and copy its secret key and signature algorithm into the credential. If applicants pass a workflow of several levels, set <b>Approved When</b>. <a href="https://docs.sumsub.com/docs/webhook-manager" target="_blank">Documentation</a>`,
			),
			eventsParameter(events),
			approvedWhen,
			statusesParameter,
			outputsParameter,
			optionsParameter(sumsub),
		],
	};

	methods = { credentialTest: { sumsubWebhookApiTest: testCredential(sumsub) } };

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return false;
			},
			async create(this: IHookFunctions): Promise<boolean> {
				return await requireWorkingTrigger(this, sumsub);
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receiveDelivery(this, sumsub);
	}

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await putOut(this);
	}
}
