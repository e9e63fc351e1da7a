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
import { automatic, byHand, isRegistered, registrationParameter, unregister } from '../../trigger/registration';
import { receiveDelivery } from '../../trigger/webhook';
import { diditApi } from './api';
import { didit } from './didit';
import { events } from './events';

export class DiditTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Didit Trigger',
		name: 'diditTrigger',
		icon: { light: 'file:../../icons/didit.svg', dark: 'file:../../icons/didit.dark.svg' },
		group: ['trigger'],
		version: 2,
		subtitle: subtitle(events),
		description: 'Starts the workflow when Didit reports the status of a verification session',
		defaults: { name: 'Didit Trigger' },
		inputs: [],
		outputs,
		credentials: [
			{ name: 'diditWebhookApi', required: true, testedBy: 'diditWebhookApiTest', displayOptions: byHand },
			{ name: 'diditKycApi', required: true, displayOptions: automatic },
		],
		webhooks: [webhook],
		...guidance,
		properties: [
			setupNotice(
				`In the Didit console, open <b>API & Webhooks</b>, add the trigger's Production URL as a destination for the events that you want and copy its secret into the credential. <a href="https://docs.didit.me/integration/webhooks" target="_blank">Documentation</a>`,
			),
			registrationParameter,
			eventsParameter(events),
			statusesParameter,
			outputsParameter,
			optionsParameter(didit),
		],
	};

	methods = { credentialTest: { diditWebhookApiTest: testCredential(didit) } };

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return await isRegistered(this, diditApi);
			},
			async create(this: IHookFunctions): Promise<boolean> {
				return await requireWorkingTrigger(this, didit, diditApi);
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return await unregister(this, diditApi);
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receiveDelivery(this, didit, diditApi);
	}

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await putOut(this);
	}
}
