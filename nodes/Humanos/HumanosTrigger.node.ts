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
import { humanos } from './humanos';

export class HumanosTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Humanos Trigger',
		name: 'humanosTrigger',
		icon: { light: 'file:../../icons/humanos.svg', dark: 'file:../../icons/humanos.dark.svg' },
		group: ['trigger'],
		version: 2,
		subtitle: subtitle(events),
		description:
			'Starts the workflow when Humanos reports an identity verification, a credential or a failed one-time password',
		defaults: { name: 'Humanos Trigger' },
		inputs: [],
		outputs,
		credentials: [{ name: 'humanosWebhookApi', required: true, testedBy: 'humanosWebhookApiTest' }],
		webhooks: [webhook],
		...guidance,
		properties: [
			setupNotice(
				`In Humanos Admin, open <b>Webhooks</b>, paste the trigger's Production URL as the webhook URL and copy the signature secret, encryption secret and encryption salt into the credential. <a href="https://docs.humanos.id/essentials/webhooks-intro" target="_blank">Documentation</a>`,
			),
			eventsParameter(events),
			statusesParameter,
			outputsParameter,
			optionsParameter(humanos),
		],
	};

	methods = { credentialTest: { humanosWebhookApiTest: testCredential(humanos) } };

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return false;
			},
			async create(this: IHookFunctions): Promise<boolean> {
				return await requireWorkingTrigger(this, humanos);
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receiveDelivery(this, humanos);
	}

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await putOut(this);
	}
}
