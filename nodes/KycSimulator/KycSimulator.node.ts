import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { MAIN } from '../../action/connection';
import { testCredential } from '../../trigger/credential';
import { CREDENTIAL_TYPE } from '../../recipe/provider';
import { testChosenCredential } from '../KycWebhook/providers';
import { providerParameter, providersParameters, subtitle } from './parameters';
import { everything } from './everything';
import { sendDelivery } from './send';

const providers = everything.map(({ provider }) => provider);

const credentialTypes = [...new Set(providers.map(({ credential }) => credential.type))];

export class KycSimulator implements INodeType {
	description: INodeTypeDescription = {
		// Not its name on the canvas: by that, n8n's search for "kyc" would put it before every provider.
		displayName: 'Simulator for KYC Webhooks',
		name: 'kycSimulator',
		icon: { light: 'file:../../icons/kycSimulator.svg', dark: 'file:../../icons/kycSimulator.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle,
		description: 'Sends what an identity verification provider would send, to try out a KYC trigger',
		defaults: { name: 'KYC Simulator' },
		inputs: [MAIN],
		outputs: [MAIN],
		// An agent has no business sending false approvals.
		usableAsTool: undefined,
		builderHint: {
			searchHint:
				'Sends made-up events to a KYC trigger, for a test by hand. Keep it in a workflow of its own, begun by a Manual Trigger, that is never published.',
		},
		credentials: credentialTypes.map((type) => ({
			name: type,
			required: true,
			testedBy: testNameOf(type),
			// Not by `show`: n8n's editor would take the provider for a kind of sign-in and hide its parameter.
			displayOptions: {
				hide: {
					provider: providers.filter(({ credential }) => credential.type !== type).map(({ id }) => id),
				},
			},
		})),
		properties: [
			{
				displayName:
					'Put this node into a workflow of its own. <b>1.</b> First choose <b>Provider</b>. Then choose, in <b>Credential</b>, the one that the trigger uses. Choose an event and paste the Test URL of the trigger. <b>2.</b> In the trigger, click <b>Execute step</b>: it listens for two minutes. <b>3.</b> Execute this node.',
				name: 'notice',
				type: 'notice',
				default: '',
			},
			{
				displayName:
					'The events are made up, but signed with your credential: sent to a Production URL, an approval runs the published workflow. So this node runs only by hand, and only with a credential in which <b>Allow KYC Simulator</b> is on. It cannot prove that the secret is the one that the provider uses: only an event of the provider can.',
				name: 'warning',
				type: 'notice',
				default: '',
			},
			providerParameter,
			{
				displayName: 'URL',
				name: 'url',
				type: 'string',
				required: true,
				default: '',
				placeholder: 'e.g. https://n8n.example.com/webhook-test/…',
				description:
					'The Test URL of the trigger while it listens for a test event, or its Production URL. Nothing is sent anywhere else.',
			},
			...providersParameters,
		],
	};

	methods = {
		credentialTest: Object.fromEntries(
			providers.map((provider) => [
				testNameOf(provider.credential.type),
				provider.credential.type === CREDENTIAL_TYPE ? testChosenCredential : testCredential(provider),
			]),
		),
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		if (this.getMode() !== 'manual') {
			throw new NodeOperationError(this.getNode(), 'The KYC Simulator runs only when a person executes it', {
				description:
					'Click Execute step on this node in the editor, and take it out of what you publish: there, it would make up approvals whenever the workflow runs.',
			});
		}
		const sent: INodeExecutionData[] = [];
		for (const index of this.getInputData().keys()) {
			try {
				sent.push({ json: await sendDelivery(this, index), pairedItem: { item: index } });
			} catch (error) {
				const failure = new NodeOperationError(this.getNode(), error as Error, { itemIndex: index });
				if (!this.continueOnFail()) throw failure;
				const { message, description } = failure;
				sent.push({ json: { error: [message, description].filter(Boolean).join(' ') }, pairedItem: { item: index } });
			}
		}
		return [sent];
	}
}

function testNameOf(credentialType: string): string {
	return `${credentialType}Test`;
}
