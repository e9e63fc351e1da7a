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
import { stripeIdentityApi } from './api';
import { events } from './events';
import { DEFAULT_METADATA_KEY, METADATA_KEY } from './resource';
import { stripeIdentity } from './stripeIdentity';

export class StripeIdentityTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Stripe Identity Trigger',
		name: 'stripeIdentityTrigger',
		icon: { light: 'file:../../icons/stripeIdentity.svg', dark: 'file:../../icons/stripeIdentity.dark.svg' },
		group: ['trigger'],
		version: 2,
		subtitle: subtitle(events),
		description: 'Starts the workflow when Stripe Identity reports the status of a verification session',
		defaults: { name: 'Stripe Identity Trigger' },
		inputs: [],
		outputs,
		credentials: [
			{
				name: 'stripeIdentityWebhookApi',
				required: true,
				testedBy: 'stripeIdentityWebhookApiTest',
				displayOptions: byHand,
			},
			{ name: 'stripeIdentityKycApi', required: true, displayOptions: automatic },
		],
		webhooks: [webhook],
		...guidance,
		properties: [
			setupNotice(
				`In the Stripe dashboard, open <b>Developers → Webhooks</b>, add the trigger's Production URL as an endpoint for the <b>identity.verification_session</b> events and copy its signing secret into the credential. <a href="https://docs.stripe.com/identity/handle-verification-outcomes" target="_blank">Documentation</a>`,
			),
			registrationParameter,
			eventsParameter(events),
			statusesParameter,
			outputsParameter,
			optionsParameter(stripeIdentity, [
				{
					displayName: 'Metadata Key of Your Reference',
					name: METADATA_KEY,
					type: 'string',
					noDataExpression: true,
					default: DEFAULT_METADATA_KEY,
					description: `Where your own reference stands in the session's metadata, for sessions that were created without a client_reference_id. By default: ${DEFAULT_METADATA_KEY}.`,
				},
			]),
		],
	};

	methods = { credentialTest: { stripeIdentityWebhookApiTest: testCredential(stripeIdentity) } };

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return await isRegistered(this, stripeIdentityApi);
			},
			async create(this: IHookFunctions): Promise<boolean> {
				return await requireWorkingTrigger(this, stripeIdentity, stripeIdentityApi);
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return await unregister(this, stripeIdentityApi);
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receiveDelivery(this, stripeIdentity, stripeIdentityApi);
	}

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await putOut(this);
	}
}
