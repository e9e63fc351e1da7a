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
import { persona } from './persona';

export class PersonaTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Persona Trigger',
		name: 'personaTrigger',
		icon: { light: 'file:../../icons/persona.svg', dark: 'file:../../icons/persona.dark.svg' },
		group: ['trigger'],
		version: 2,
		subtitle: '={{ $parameter["events"].includes("*") ? "all events" : $parameter["events"].join(", ") }}',
		description: 'Starts the workflow when Persona reports the status of an inquiry',
		defaults: { name: 'Persona Trigger' },
		inputs: [],
		outputs,
		credentials: [{ name: 'personaWebhookApi', required: true, testedBy: 'personaWebhookApiTest' }],
		webhooks: [webhook],
		...guidance,
		properties: [
			setupNotice(
				`In the Production environment of the Persona dashboard, open <b>Webhooks</b>, create one with this node's Production URL and the events that you want, leave <b>status</b> off its attribute blocklist, and copy its secret into the credential. Choose API version 2025-12-08 or an earlier one: newer ones are untested. <a href="https://docs.withpersona.com/webhooks" target="_blank">Documentation</a>`,
			),
			eventsParameter([
				{ name: 'Case Assigned', value: 'case.assigned' },
				{ name: 'Case Created', value: 'case.created' },
				{ name: 'Case Reopened', value: 'case.reopened' },
				{ name: 'Case Resolved', value: 'case.resolved' },
				{ name: 'Case Updated', value: 'case.updated' },
				{ name: 'Inquiry Approved', value: 'inquiry.approved' },
				{
					name: 'Inquiry Completed',
					value: 'inquiry.completed',
					description: 'The person has reached the end; nobody has decided yet',
				},
				{ name: 'Inquiry Created', value: 'inquiry.created' },
				{ name: 'Inquiry Declined', value: 'inquiry.declined' },
				{ name: 'Inquiry Expired', value: 'inquiry.expired' },
				{ name: 'Inquiry Failed', value: 'inquiry.failed' },
				{ name: 'Inquiry Marked for Review', value: 'inquiry.marked-for-review' },
				{ name: 'Inquiry Redacted', value: 'inquiry.redacted' },
				{ name: 'Inquiry Reusable Persona Created', value: 'inquiry.reusable-persona-created' },
				{ name: 'Inquiry Reusable Persona Used', value: 'inquiry.reusable-persona-used' },
				{ name: 'Inquiry Started', value: 'inquiry.started' },
				{ name: 'Inquiry Transitioned', value: 'inquiry.transitioned' },
				{ name: 'Inquiry Updated Tags', value: 'inquiry.updated-tags' },
				{ name: 'Report Adverse Media Matched', value: 'report/adverse-media.matched' },
				{ name: 'Report Adverse Media Ready', value: 'report/adverse-media.ready' },
				{ name: 'Report Business Adverse Media Matched', value: 'report/business-adverse-media.matched' },
				{ name: 'Report Business Adverse Media Ready', value: 'report/business-adverse-media.ready' },
				{ name: 'Report Business Watchlist Matched', value: 'report/business-watchlist.matched' },
				{ name: 'Report Business Watchlist Ready', value: 'report/business-watchlist.ready' },
				{ name: 'Report Crypto Address Watchlist Matched', value: 'report/crypto-address-watchlist.matched' },
				{ name: 'Report Crypto Address Watchlist Ready', value: 'report/crypto-address-watchlist.ready' },
				{ name: 'Report Politically Exposed Person Matched', value: 'report/politically-exposed-person.matched' },
				{ name: 'Report Politically Exposed Person Ready', value: 'report/politically-exposed-person.ready' },
				{ name: 'Report Screening Matched', value: 'report/screening.matched' },
				{ name: 'Report Screening Ready', value: 'report/screening.ready' },
				{ name: 'Report Watchlist Matched', value: 'report/watchlist.matched' },
				{ name: 'Report Watchlist Ready', value: 'report/watchlist.ready' },
				{ name: 'Verification Canceled', value: 'verification.canceled' },
				{ name: 'Verification Created', value: 'verification.created' },
				{ name: 'Verification Failed', value: 'verification.failed' },
				{
					name: 'Verification Passed',
					value: 'verification.passed',
					description: 'A single check was passed; the inquiry decides',
				},
				{ name: 'Verification Requires Retry', value: 'verification.requires-retry' },
				{ name: 'Verification Submitted', value: 'verification.submitted' },
			]),
			statusesParameter,
			outputsParameter,
			optionsParameter(persona),
		],
	};

	methods = { credentialTest: { personaWebhookApiTest: testCredential(persona) } };

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return false;
			},
			async create(this: IHookFunctions): Promise<boolean> {
				return await requireWorkingTrigger(this, persona);
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receiveDelivery(this, persona);
	}

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await putOut(this);
	}
}
