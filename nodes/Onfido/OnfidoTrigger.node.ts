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
import { onfidoApi } from './api';
import { events } from './events';
import { onfido } from './onfido';

export class OnfidoTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Onfido Trigger',
		name: 'onfidoTrigger',
		icon: { light: 'file:../../icons/onfido.svg', dark: 'file:../../icons/onfido.dark.svg' },
		group: ['trigger'],
		version: 2,
		subtitle: subtitle(events),
		description: 'Starts the workflow when Onfido (by Entrust) reports on a workflow run, a task, a check or a report',
		defaults: { name: 'Onfido Trigger' },
		inputs: [],
		outputs,
		credentials: [
			{ name: 'onfidoWebhookApi', required: true, testedBy: 'onfidoWebhookApiTest', displayOptions: byHand },
			{ name: 'onfidoKycApi', required: true, displayOptions: automatic },
		],
		webhooks: [webhook],
		...guidance,
		properties: [
			setupNotice(
				`In the Onfido dashboard, open <b>Developers → Webhooks</b>, create a webhook with the trigger's Production URL (https), set its environments to <b>live</b> only (by default it sends sandbox results too, which look the same) and copy its token into the credential. <a href="https://documentation.onfido.com/api/latest/#webhooks" target="_blank">Documentation</a>`,
			),
			registrationParameter,
			eventsParameter(events),
			statusesParameter,
			outputsParameter,
			optionsParameter(onfido),
		],
	};

	methods = { credentialTest: { onfidoWebhookApiTest: testCredential(onfido) } };

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return await isRegistered(this, onfidoApi);
			},
			async create(this: IHookFunctions): Promise<boolean> {
				return await requireWorkingTrigger(this, onfido, onfidoApi);
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return await unregister(this, onfidoApi);
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receiveDelivery(this, onfido, onfidoApi);
	}

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await putOut(this);
	}
}
