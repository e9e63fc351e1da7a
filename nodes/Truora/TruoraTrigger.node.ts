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
import { truora } from './truora';

export class TruoraTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Truora Trigger',
		name: 'truoraTrigger',
		icon: { light: 'file:../../icons/truora.svg', dark: 'file:../../icons/truora.dark.svg' },
		group: ['trigger'],
		version: 2,
		subtitle: '={{ $parameter["events"].includes("*") ? "all events" : $parameter["events"].join(", ") }}',
		description: 'Starts the workflow when Truora reports an identity process, a validation or a background check',
		defaults: { name: 'Truora Trigger' },
		inputs: [],
		outputs,
		credentials: [{ name: 'truoraWebhookApi', required: true, testedBy: 'truoraWebhookApiTest' }],
		webhooks: [webhook],
		...guidance,
		properties: [
			setupNotice(
				`In the Truora dashboard, open <b>Webhooks / Automations</b>, add a rule with <b>Notification via webhook</b> (POST) to this node's Production URL and copy its key into the credential. <a href="https://developer.truora.com" target="_blank">Documentation</a>`,
			),
			eventsParameter([
				{ name: 'Background Check', value: 'check' },
				{ name: 'Continuous Check', value: 'continuous_check' },
				{ name: 'Conversation', value: 'conversation' },
				{ name: 'Decision Variables', value: 'decision_variables' },
				{ name: 'Document Validation', value: 'document_validation' },
				{ name: 'Electronic Signature', value: 'electronic_signature' },
				{ name: 'Email Verification', value: 'email_verification' },
				{ name: 'Enterprise Data Validation', value: 'enterprise_data' },
				{ name: 'Face Recognition', value: 'face_recognition' },
				{ name: 'Face Search', value: 'face_search' },
				{ name: 'Identity Flow', value: 'identity_flow' },
				{
					name: 'Identity Process',
					value: 'identity_process',
					description: 'The whole of a digital identity process: this decides',
				},
				{ name: 'Identity Questions', value: 'identity_questions' },
				{ name: 'Inbound Message', value: 'inbound_message' },
				{ name: 'Outbound Message', value: 'outbound_message' },
				{ name: 'Phone Verification', value: 'phone_verification' },
				{ name: 'Signal', value: 'signal' },
				{ name: 'Step', value: 'step', description: 'One step of a digital identity process' },
				{ name: 'TruConnect', value: 'truconnect' },
				{ name: 'Truface', value: 'truface' },
				{ name: 'Voice Recognition', value: 'voice_recognition' },
				{ name: 'WhatsApp', value: 'whatsapp' },
			]),
			statusesParameter,
			outputsParameter,
			optionsParameter(truora),
		],
	};

	methods = { credentialTest: { truoraWebhookApiTest: testCredential(truora) } };

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return false;
			},
			async create(this: IHookFunctions): Promise<boolean> {
				return await requireWorkingTrigger(this, truora);
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receiveDelivery(this, truora);
	}

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await putOut(this);
	}
}
