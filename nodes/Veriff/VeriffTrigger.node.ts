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
import { veriff } from './veriff';

export class VeriffTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Veriff Trigger',
		name: 'veriffTrigger',
		icon: { light: 'file:../../icons/veriff.svg', dark: 'file:../../icons/veriff.dark.svg' },
		group: ['trigger'],
		version: 2,
		subtitle: '={{ $parameter["events"].includes("*") ? "all events" : $parameter["events"].join(", ") }}',
		description: 'Starts the workflow when Veriff reports the decision on a verification session or its progress',
		defaults: { name: 'Veriff Trigger' },
		inputs: [],
		outputs,
		credentials: [{ name: 'veriffWebhookApi', required: true, testedBy: 'veriffWebhookApiTest' }],
		webhooks: [webhook],
		...guidance,
		properties: [
			setupNotice(
				`In the Veriff Customer Portal, open <b>Integrations → your live integration → Settings</b>, paste this node's Production URL as <b>Webhook decisions URL</b> and, if you want, <b>Webhook events URL</b> and <b>Webhook watchlist screening URL</b>, and copy the shared secret key into the credential. What a test integration sends looks like the real thing: keep it away from the Production URL. <a href="https://devdocs.veriff.com/docs/webhooks-guide" target="_blank">Documentation</a>`,
			),
			eventsParameter([
				{ name: 'Decision: Abandoned', value: 'decision.abandoned' },
				{ name: 'Decision: Approved', value: 'decision.approved' },
				{ name: 'Decision: Declined', value: 'decision.declined' },
				{ name: 'Decision: Expired', value: 'decision.expired' },
				{ name: 'Decision: Resubmission Requested', value: 'decision.resubmission_requested' },
				{ name: 'Decision: Review', value: 'decision.review' },
				{ name: 'Event: Started', value: 'event.started', description: 'The person has opened the verification' },
				{ name: 'Event: Submitted', value: 'event.submitted', description: 'The person has handed in everything' },
				{
					name: 'Full Auto Result',
					value: 'fullauto',
					description: 'The only webhook of the Essential plan. Passed on as it is, never as Approved or Rejected.',
				},
				{ name: 'User-Defined Status Created', value: 'user-status.created' },
				{ name: 'Watchlist: Initial Result', value: 'watchlist.initial_result' },
				{
					name: 'Watchlist: Updated Result',
					value: 'watchlist.updated_result',
					description: 'Ongoing monitoring has found a change: with a match, the reason is "alert"',
				},
			]),
			statusesParameter,
			outputsParameter,
			optionsParameter(veriff),
		],
	};

	methods = { credentialTest: { veriffWebhookApiTest: testCredential(veriff) } };

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return false;
			},
			async create(this: IHookFunctions): Promise<boolean> {
				return await requireWorkingTrigger(this, veriff);
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receiveDelivery(this, veriff);
	}

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await putOut(this);
	}
}
