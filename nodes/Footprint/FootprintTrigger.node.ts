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
import { footprint } from './footprint';

export class FootprintTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Footprint Trigger',
		name: 'footprintTrigger',
		icon: { light: 'file:../../icons/footprint.svg', dark: 'file:../../icons/footprint.dark.svg' },
		group: ['trigger'],
		version: 2,
		subtitle: subtitle(events),
		description: 'Starts the workflow when Footprint reports the result of an onboarding',
		defaults: { name: 'Footprint Trigger' },
		inputs: [],
		outputs,
		credentials: [{ name: 'footprintWebhookApi', required: true, testedBy: 'footprintWebhookApiTest' }],
		webhooks: [webhook],
		...guidance,
		properties: [
			setupNotice(
				`In the Footprint dashboard, open <b>Webhooks</b>, add the trigger's Production URL as an endpoint for the events that you want and copy its signing secret into the credential. Only <b>footprint.onboarding.status_changed</b> tells how a manual review ended. <a href="https://docs.onefootprint.com/articles/integrate/webhooks" target="_blank">Documentation</a>`,
			),
			eventsParameter(events),
			statusesParameter,
			outputsParameter,
			optionsParameter(footprint),
		],
	};

	methods = { credentialTest: { footprintWebhookApiTest: testCredential(footprint) } };

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return false;
			},
			async create(this: IHookFunctions): Promise<boolean> {
				return await requireWorkingTrigger(this, footprint);
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receiveDelivery(this, footprint);
	}

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await putOut(this);
	}
}
