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
import { personaApi } from './api';
import { events } from './events';
import { persona } from './persona';

export class PersonaTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Persona Trigger',
		name: 'personaTrigger',
		icon: { light: 'file:../../icons/persona.svg', dark: 'file:../../icons/persona.dark.svg' },
		group: ['trigger'],
		version: 2,
		subtitle: subtitle(events),
		description: 'Starts the workflow when Persona reports the status of an inquiry',
		defaults: { name: 'Persona Trigger' },
		inputs: [],
		outputs,
		credentials: [
			{ name: 'personaWebhookApi', required: true, testedBy: 'personaWebhookApiTest', displayOptions: byHand },
			{ name: 'personaKycApi', required: true, displayOptions: automatic },
		],
		webhooks: [webhook],
		...guidance,
		properties: [
			setupNotice(
				`In the Production environment of the Persona dashboard, open <b>Webhooks</b>, create one with the trigger's Production URL and at least the events inquiry.approved, inquiry.declined and inquiry.failed, do not block the attribute <b>status</b>, and copy its secret into the credential. Choose API version 2025-12-08 or an earlier one: newer ones are untested. <a href="https://docs.withpersona.com/webhooks" target="_blank">Documentation</a>`,
			),
			registrationParameter,
			eventsParameter(events),
			statusesParameter,
			outputsParameter,
			optionsParameter(persona),
		],
	};

	methods = { credentialTest: { personaWebhookApiTest: testCredential(persona) } };

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return await isRegistered(this, personaApi);
			},
			async create(this: IHookFunctions): Promise<boolean> {
				return await requireWorkingTrigger(this, persona, personaApi);
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return await unregister(this, personaApi);
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receiveDelivery(this, persona, personaApi);
	}

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await putOut(this);
	}
}
