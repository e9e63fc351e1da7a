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
	eventsParameter,
	guidance,
	optionsParameter,
	outputs,
	outputsParameter,
	setupNotice,
	statusesParameter,
	webhook,
} from '../../trigger/description';
import { putOut } from '../../trigger/outputs';
import { receiveDelivery } from '../../trigger/webhook';
import { footprint } from './footprint';

export class FootprintTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Footprint Trigger',
		name: 'footprintTrigger',
		icon: { light: 'file:../../icons/footprint.svg', dark: 'file:../../icons/footprint.dark.svg' },
		group: ['trigger'],
		version: 2,
		subtitle: '={{ $parameter["events"].includes("*") ? "all events" : $parameter["events"].join(", ") }}',
		description: 'Starts the workflow when Footprint reports the result of an onboarding',
		defaults: { name: 'Footprint Trigger' },
		inputs: [],
		outputs,
		credentials: [{ name: 'footprintWebhookApi', required: true, testedBy: 'footprintWebhookApiTest' }],
		webhooks: [webhook],
		...guidance,
		properties: [
			setupNotice(
				`In the Footprint dashboard, open <b>Webhooks</b>, add this node's Production URL as an endpoint for the events that you want and copy its signing secret into the credential. How a manual review ended is told by <b>footprint.onboarding.status_changed</b> alone. <a href="https://docs.onefootprint.com/articles/integrate/webhooks" target="_blank">Documentation</a>`,
			),
			eventsParameter([
				{
					name: 'Onboarding Completed',
					value: 'footprint.onboarding.completed',
					description: 'An onboarding has ended: this decides',
				},
				{
					name: 'Onboarding Status Changed',
					value: 'footprint.onboarding.status_changed',
					description:
						'The status of an onboarding changed: this decides too, and is the only event that tells how a manual review ended. Footprint calls it deprecated.',
				},
				{ name: 'User Bank Link Updated', value: 'footprint.user.bank_link_updated' },
				{ name: 'User Info Requested', value: 'footprint.user.info_requested' },
				{
					name: 'User Manual Review',
					value: 'footprint.user.manual_review',
					description: 'A reviewer has changed the status of a user; the event does not tell which it is',
				},
				{ name: 'Vault Updated', value: 'footprint.vault.updated' },
				{ name: 'Watchlist Check Completed', value: 'footprint.watchlist_check.completed' },
			]),
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
