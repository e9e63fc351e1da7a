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
import { truora } from './truora';

export class TruoraTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Truora Trigger',
		name: 'truoraTrigger',
		icon: { light: 'file:../../icons/truora.svg', dark: 'file:../../icons/truora.dark.svg' },
		group: ['trigger'],
		version: 2,
		subtitle: subtitle(events),
		description: 'Starts the workflow when Truora reports an identity process, a validation or a background check',
		defaults: { name: 'Truora Trigger' },
		inputs: [],
		outputs,
		credentials: [{ name: 'truoraWebhookApi', required: true, testedBy: 'truoraWebhookApiTest' }],
		webhooks: [webhook],
		...guidance,
		properties: [
			setupNotice(
				`In the Truora dashboard, open <b>Webhooks / Automations</b>, add a rule with <b>Notification via webhook</b> (POST) to the trigger's Production URL and copy its key into the credential. <a href="https://developer.truora.com" target="_blank">Documentation</a>`,
			),
			eventsParameter(events),
			statusesParameter,
			outputsParameter,
			optionsParameter(truora),
		],
	};

	methods = { credentialTest: { truoraWebhookApiTest: testCredential(truora) } };

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return false;
			},
			async create(this: IHookFunctions): Promise<boolean> {
				return await requireWorkingTrigger(this, truora);
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receiveDelivery(this, truora);
	}

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await putOut(this);
	}
}
