import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { MAIN } from '../../action/connection';
import { actionParameters, builderHint, subtitle } from '../../action/description';
import { runOperation } from '../../action/execute';
import { stripeIdentityApi } from './api';
import { ownParameters } from './parameters';

export class StripeIdentity implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Stripe Identity',
		name: 'stripeIdentity',
		icon: { light: 'file:../../icons/stripeIdentity.svg', dark: 'file:../../icons/stripeIdentity.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle,
		description: 'Start identity verifications at Stripe and look them up',
		defaults: { name: 'Stripe Identity' },
		usableAsTool: true,
		builderHint,
		inputs: [MAIN],
		outputs: [MAIN],
		credentials: [{ name: 'stripeIdentityKycApi', required: true }],
		properties: actionParameters(
			stripeIdentityApi,
			{
				verification: 'a verification session',
				idExample: 'vs_1NuNAILkdIwHu7ixh7OtGMLw',
				repetition:
					'The same request, repeated by the same node within a day, gets the same session; a different or later one starts, and may bill, another.',
				notice:
					'The API key decides whether sessions are live or test ones. The <b>url</b> of a session works once, for at most 48 hours, and lets its holder in: send the person there at once, and do not store it, log it or send it by email. For a later visit, get the session again and take its new url. n8n saves the items of executions: turn that off for the workflow in its settings. <a href="https://docs.stripe.com/identity/verification-sessions" target="_blank">Documentation</a>',
			},
			ownParameters,
		),
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, stripeIdentityApi);
	}
}
