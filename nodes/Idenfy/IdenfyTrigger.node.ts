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
import { idenfy } from './idenfy';

export class IdenfyTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'iDenfy Trigger',
		name: 'idenfyTrigger',
		icon: { light: 'file:../../icons/idenfy.svg', dark: 'file:../../icons/idenfy.dark.svg' },
		group: ['trigger'],
		version: 2,
		subtitle: '={{ $parameter["events"].includes("*") ? "all events" : $parameter["events"].join(", ") }}',
		description: 'Starts the workflow when iDenfy reports on an identity verification, a company or a monitoring',
		defaults: { name: 'iDenfy Trigger' },
		inputs: [],
		outputs,
		credentials: [{ name: 'idenfyWebhookApi', required: true, testedBy: 'idenfyWebhookApiTest' }],
		webhooks: [webhook],
		...guidance,
		properties: [
			setupNotice(
				`In the iDenfy dashboard, open <b>Settings → Notifications</b>, add this node's Production URL as a webhook for each event that you want, set a signing key under <b>Headers</b> and copy it into the credential. iDenfy delivers sample verifications like real ones: run them in a test environment only, whose webhooks have another URL and signing key. <a href="https://documentation.idenfy.com/kyc/webhooks" target="_blank">Documentation</a>`,
			),
			eventsParameter([
				{ name: 'Account Check', value: 'account_check' },
				{ name: 'Age Estimation', value: 'age_estimation' },
				{
					name: 'AML Monitoring',
					value: 'aml_monitoring',
					description: 'The monitoring of a person or company has a hit, or it was looked into',
				},
				{ name: 'AML Monitoring Expiration', value: 'aml_monitoring_expiration' },
				{ name: 'Bank Card Verification Completed', value: 'bank_card_verification_completed' },
				{ name: 'Bank Verification', value: 'bank_verification' },
				{ name: 'Company AML Review', value: 'company_aml_review' },
				{ name: 'Company Delete', value: 'company_delete' },
				{ name: 'Company Expiration', value: 'company_expiration' },
				{ name: 'Company Info Request', value: 'company_info_request' },
				{ name: 'Company Review', value: 'company_review', description: 'A company was approved or denied' },
				{ name: 'Company Submit', value: 'company_submit' },
				{
					name: 'Document Expiration',
					value: 'document_expiration',
					description: 'The document of a verified person expires, or soon will',
				},
				{ name: 'Facial Authentication', value: 'facial_authentication' },
				{ name: 'Gov Ordered Document', value: 'gov_ordered_document' },
				{
					name: 'Identification',
					value: 'identification',
					description: 'An identity verification was finished, reviewed, resubmitted, canceled or has expired',
				},
				{ name: 'SOS Report', value: 'sos_report' },
				{ name: 'Video Call Finished', value: 'video_call_finished' },
			]),
			statusesParameter,
			outputsParameter,
			optionsParameter(idenfy),
		],
	};

	methods = { credentialTest: { idenfyWebhookApiTest: testCredential(idenfy) } };

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return false;
			},
			async create(this: IHookFunctions): Promise<boolean> {
				return await requireWorkingTrigger(this, idenfy);
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receiveDelivery(this, idenfy);
	}

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await putOut(this);
	}
}
