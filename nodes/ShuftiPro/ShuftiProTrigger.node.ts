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
import { shuftiPro } from './shuftiPro';

export class ShuftiProTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Shufti Pro Trigger',
		name: 'shuftiProTrigger',
		icon: { light: 'file:../../icons/shuftiPro.svg', dark: 'file:../../icons/shuftiPro.dark.svg' },
		group: ['trigger'],
		version: 2,
		subtitle: subtitle(events),
		description: 'Starts the workflow when Shufti Pro reports the status of a verification request',
		defaults: { name: 'Shufti Pro Trigger' },
		inputs: [],
		outputs,
		credentials: [{ name: 'shuftiProWebhookApi', required: true, testedBy: 'shuftiProWebhookApiTest' }],
		webhooks: [webhook],
		...guidance,
		properties: [
			setupNotice(
				`Send the trigger's Production URL as <b>callback_url</b> with each verification request, and copy the secret key from the <b>Settings</b> of the Shufti Pro back office into the credential. <a href="https://developers.shuftipro.com/docs/verification_endpoints/responses" target="_blank">Documentation</a>`,
			),
			eventsParameter(events),
			statusesParameter,
			outputsParameter,
			optionsParameter(shuftiPro),
		],
	};

	methods = { credentialTest: { shuftiProWebhookApiTest: testCredential(shuftiPro) } };

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return false;
			},
			async create(this: IHookFunctions): Promise<boolean> {
				return await requireWorkingTrigger(this, shuftiPro);
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receiveDelivery(this, shuftiPro);
	}

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await putOut(this);
	}
}
