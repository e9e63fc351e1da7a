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
import { passbase } from './passbase';

export class PassbaseTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Passbase Trigger',
		name: 'passbaseTrigger',
		icon: { light: 'file:../../icons/passbase.svg', dark: 'file:../../icons/passbase.dark.svg' },
		group: ['trigger'],
		version: 2,
		subtitle: subtitle(events),
		description:
			'Legacy: starts the workflow when an installation that still speaks the Passbase format reports a verification',
		defaults: { name: 'Passbase Trigger' },
		inputs: [],
		outputs,
		credentials: [{ name: 'passbaseWebhookApi', required: true, testedBy: 'passbaseWebhookApiTest' }],
		webhooks: [webhook],
		...guidance,
		properties: [
			setupNotice(
				`Legacy: Passbase itself has shut down. Where its format lives on, paste the trigger's Production URL as the webhook URL, switch encryption on and copy the 32-character secret into the credential. Nothing is signed: whoever has recorded a delivery can send it again. <a href="https://web.archive.org/web/2023/https://docs.passbase.com/server/webhook" target="_blank">Documentation</a>`,
			),
			eventsParameter(events),
			statusesParameter,
			outputsParameter,
			optionsParameter(passbase),
		],
	};

	methods = { credentialTest: { passbaseWebhookApiTest: testCredential(passbase) } };

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return false;
			},
			async create(this: IHookFunctions): Promise<boolean> {
				return await requireWorkingTrigger(this, passbase);
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receiveDelivery(this, passbase);
	}

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await putOut(this);
	}
}
