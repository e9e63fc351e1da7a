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
import { trustSwiftly } from './trustSwiftly';

export class TrustSwiftlyTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Trust Swiftly Trigger',
		name: 'trustSwiftlyTrigger',
		icon: { light: 'file:../../icons/trustSwiftly.svg', dark: 'file:../../icons/trustSwiftly.dark.svg' },
		group: ['trigger'],
		version: 2,
		subtitle: subtitle(events),
		description: 'Starts the workflow when Trust Swiftly reports a verification or a change of the user status',
		defaults: { name: 'Trust Swiftly Trigger' },
		inputs: [],
		outputs,
		credentials: [{ name: 'trustSwiftlyWebhookApi', required: true, testedBy: 'trustSwiftlyWebhookApiTest' }],
		webhooks: [webhook],
		...guidance,
		properties: [
			setupNotice(
				`In Trust Swiftly, open <b>Settings → Webhooks</b>, add the trigger's Production URL and copy the secret under <b>View secret</b> into the credential. <a href="https://docs.trustswiftly.com" target="_blank">Documentation</a>`,
			),
			eventsParameter(events),
			approvedWhen,
			statusesParameter,
			outputsParameter,
			optionsParameter(trustSwiftly),
		],
	};

	methods = { credentialTest: { trustSwiftlyWebhookApiTest: testCredential(trustSwiftly) } };

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return false;
			},
			async create(this: IHookFunctions): Promise<boolean> {
				return await requireWorkingTrigger(this, trustSwiftly);
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receiveDelivery(this, trustSwiftly);
	}

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await putOut(this);
	}
}
