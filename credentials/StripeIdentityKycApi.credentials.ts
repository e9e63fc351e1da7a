import type { IAuthenticateGeneric, ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';
import { whereNotice } from '../trigger/whereNotice';
import { API_VERSION } from '../nodes/StripeIdentity/version';

export class StripeIdentityKycApi implements ICredentialType {
	name = 'stripeIdentityKycApi';

	displayName = 'Stripe Identity KYC API';

	icon = { light: 'file:../icons/stripeIdentity.svg', dark: 'file:../icons/stripeIdentity.dark.svg' } as const;

	documentationUrl =
		'https://github.com/n8n-nodes-kyc/n8n-nodes-kyc/blob/main/docs/providers/stripe-identity.md#start-and-look-up';

	properties: INodeProperties[] = [
		whereNotice(
			'In the Stripe Dashboard, open <b>Developers</b> and then <b>API keys</b>, in test mode or live, and create a restricted key.',
		),
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			placeholder: 'e.g. rk_live_…',
			description:
				'It begins with rk_live_ or rk_test_ and must write Identity verification sessions. To list events it must read events, and to register webhooks it must write webhook endpoints. A secret key (sk_) works too, but may do far more.',
		},
	];

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: { headers: { Authorization: '=Bearer {{$credentials.apiKey}}', 'Stripe-Version': API_VERSION } },
	};

	test: ICredentialTestRequest = {
		request: { baseURL: 'https://api.stripe.com/v1', url: '/identity/verification_sessions?limit=1' },
	};
}
