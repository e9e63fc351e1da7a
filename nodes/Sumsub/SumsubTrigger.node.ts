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
import { approvedWhen } from './approvedWhen';
import { sumsub } from './sumsub';

export class SumsubTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Sumsub Trigger',
		name: 'sumsubTrigger',
		icon: { light: 'file:../../icons/sumsub.svg', dark: 'file:../../icons/sumsub.dark.svg' },
		group: ['trigger'],
		version: 2,
		subtitle: '={{ $parameter["events"].includes("*") ? "all events" : $parameter["events"].join(", ") }}',
		description: 'Starts the workflow when Sumsub reports the status of an applicant or of an applicant action',
		defaults: { name: 'Sumsub Trigger' },
		inputs: [],
		outputs,
		credentials: [{ name: 'sumsubWebhookApi', required: true, testedBy: 'sumsubWebhookApiTest' }],
		webhooks: [webhook],
		...guidance,
		properties: [
			setupNotice(
				`In the Sumsub dashboard, open <b>Dev space → Webhooks → Webhook manager</b>, create a webhook with the receiver <b>HTTP address</b> and this node's Production URL (https), and copy its secret key and signature algorithm into the credential. If applicants pass a workflow of several levels, set <b>Approved When</b>. <a href="https://docs.sumsub.com/docs/webhook-manager" target="_blank">Documentation</a>`,
			),
			eventsParameter([
				{
					name: 'AML Case On Hold',
					value: 'amlCaseOnHold',
					description: 'Screening has possible hits: an alert',
				},
				{
					name: 'AML Case Rejected',
					value: 'amlCaseRejected',
					description: 'Screening has a hit that was confirmed: an alert',
				},
				{ name: 'Applicant Action Level Changed', value: 'applicantActionLevelChanged' },
				{ name: 'Applicant Action On Hold', value: 'applicantActionOnHold' },
				{ name: 'Applicant Action Pending', value: 'applicantActionPending' },
				{
					name: 'Applicant Action Reviewed',
					value: 'applicantActionReviewed',
					description: 'The decision on an action, such as a payment method check',
				},
				{ name: 'Applicant Activated', value: 'applicantActivated' },
				{ name: 'Applicant Awaiting Service', value: 'applicantAwaitingService' },
				{ name: 'Applicant Awaiting User', value: 'applicantAwaitingUser' },
				{ name: 'Applicant Created', value: 'applicantCreated' },
				{ name: 'Applicant Deactivated', value: 'applicantDeactivated' },
				{ name: 'Applicant Deleted', value: 'applicantDeleted' },
				{
					name: 'Applicant KYT On Hold',
					value: 'applicantKytOnHold',
					description: 'A transaction waits for a review: an alert',
				},
				{
					name: 'Applicant KYT Transaction Rejected',
					value: 'applicantKytTxnRejected',
					description: 'A transaction was rejected: an alert',
				},
				{ name: 'Applicant Level Changed', value: 'applicantLevelChanged' },
				{ name: 'Applicant On Hold', value: 'applicantOnHold' },
				{ name: 'Applicant Pending', value: 'applicantPending' },
				{ name: 'Applicant Personal Data Deleted', value: 'applicantPersonalDataDeleted' },
				{
					name: 'Applicant Personal Info Changed',
					value: 'applicantPersonalInfoChanged',
					description: 'Repeats the last answer, but decides nothing',
				},
				{ name: 'Applicant Prechecked', value: 'applicantPrechecked' },
				{ name: 'Applicant Reset', value: 'applicantReset' },
				{
					name: 'Applicant Reviewed',
					value: 'applicantReviewed',
					description: 'The decision on an applicant. An approval may be followed by a rejection days later.',
				},
				{ name: 'Applicant Steps Reset', value: 'applicantStepsReset' },
				{ name: 'Applicant Tags Changed', value: 'applicantTagsChanged' },
				{
					name: 'Applicant Workflow Completed',
					value: 'applicantWorkflowCompleted',
					description: 'The decision of a workflow of several levels',
				},
				{
					name: 'Applicant Workflow Failed',
					value: 'applicantWorkflowFailed',
					description: 'A workflow of several levels has ended without an approval',
				},
				{ name: 'Video Ident Composition Completed', value: 'videoIdentCompositionCompleted' },
				{ name: 'Video Ident Status Changed', value: 'videoIdentStatusChanged' },
			]),
			approvedWhen,
			statusesParameter,
			outputsParameter,
			optionsParameter(sumsub),
		],
	};

	methods = { credentialTest: { sumsubWebhookApiTest: testCredential(sumsub) } };

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return false;
			},
			async create(this: IHookFunctions): Promise<boolean> {
				return await requireWorkingTrigger(this, sumsub);
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receiveDelivery(this, sumsub);
	}

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await putOut(this);
	}
}
