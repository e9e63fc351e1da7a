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
import { complyCubeApi } from './api';
import { complyCube } from './complyCube';
import { events } from './events';

export class ComplyCubeTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'ComplyCube Trigger',
		name: 'complyCubeTrigger',
		icon: { light: 'file:../../icons/complyCube.svg', dark: 'file:../../icons/complyCube.dark.svg' },
		group: ['trigger'],
		version: 2,
		subtitle: subtitle(events),
		description: 'Starts the workflow when ComplyCube reports on a client, a workflow session or a check',
		defaults: { name: 'ComplyCube Trigger' },
		inputs: [],
		outputs,
		credentials: [
			{ name: 'complyCubeWebhookApi', required: true, testedBy: 'complyCubeWebhookApiTest', displayOptions: byHand },
			{ name: 'complyCubeKycApi', required: true, displayOptions: automatic },
		],
		webhooks: [webhook],
		...guidance,
		properties: [
			setupNotice(
				`In the ComplyCube portal, open <b>Developers → Webhooks</b>, add the trigger's Production URL and copy the secret into the credential. A client is approved when their workflow session is clear; if you run single checks without workflows, set <b>Approved When</b>. Sandbox and live events look alike: add the webhook in Live only. <a href="https://docs.complycube.com/documentation/integration-resources/webhooks" target="_blank">Documentation</a>`,
			),
			registrationParameter,
			eventsParameter(events),
			{
				displayName: 'Approved When',
				name: 'approvedWhen',
				type: 'options',
				noDataExpression: true,
				options: [
					{
						name: 'Each Check Is Clear',
						value: 'eachCheck',
						description: 'Every clear check approves the client, whatever the other checks are',
					},
					{
						name: 'Workflow Session Is Clear',
						value: 'session',
						description: 'The outcome of the workflow session decides. An event of a single check is Pending.',
					},
				],
				default: 'session',
				description:
					'What counts as approval of the client. By default: Workflow Session Is Clear. ComplyCube sends an event for each single check, too.',
			},
			statusesParameter,
			outputsParameter,
			optionsParameter(complyCube),
		],
	};

	methods = { credentialTest: { complyCubeWebhookApiTest: testCredential(complyCube) } };

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return await isRegistered(this, complyCubeApi);
			},
			async create(this: IHookFunctions): Promise<boolean> {
				return await requireWorkingTrigger(this, complyCube, complyCubeApi);
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return await unregister(this, complyCubeApi);
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receiveDelivery(this, complyCube, complyCubeApi);
	}

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await putOut(this);
	}
}
