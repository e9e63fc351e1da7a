import type { ICredentialType, INodeProperties } from 'n8n-workflow';
import { simulatorPermission } from '../trigger/simulatorPermission';

export class StripeIdentityWebhookApi implements ICredentialType {
	name = 'stripeIdentityWebhookApi';

	displayName = 'Stripe Identity Webhook API';

	icon = { light: 'file:../icons/stripeIdentity.svg', dark: 'file:../icons/stripeIdentity.dark.svg' } as const;

	documentationUrl = 'https://docs.stripe.com/webhooks#verify-official-libraries';

	properties: INodeProperties[] = [
		{
			displayName: 'Signing Secret',
			name: 'signingSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'The signing secret of the webhook endpoint in the Stripe dashboard, with its whsec_ prefix',
		},
		{
			displayName: 'Previous Signing Secret',
			name: 'previousSigningSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'Only while you change the signing secret: deliveries under either one are accepted',
		},
		simulatorPermission,
	];
}
