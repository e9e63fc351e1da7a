import type { ICredentialType, INodeProperties } from 'n8n-workflow';
import { simulatorPermission } from '../trigger/simulatorPermission';
import { whereNotice } from '../trigger/whereNotice';

export class StripeIdentityWebhookApi implements ICredentialType {
	name = 'stripeIdentityWebhookApi';

	displayName = 'Stripe Identity Webhook API';

	icon = { light: 'file:../icons/stripeIdentity.svg', dark: 'file:../icons/stripeIdentity.dark.svg' } as const;

	documentationUrl =
		'https://github.com/n8n-nodes-kyc/n8n-nodes-kyc/blob/main/docs/providers/stripe-identity.md#credential';

	properties: INodeProperties[] = [
		whereNotice(
			"In the Stripe dashboard, open <b>Developers → Webhooks</b> and choose the endpoint with the trigger's Production URL, and copy its signing secret. It is not an API key.",
		),
		{
			displayName: 'Signing Secret',
			name: 'signingSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			placeholder: 'e.g. whsec_…',
			description: 'The signing secret of the webhook endpoint in the Stripe dashboard, with its whsec_ prefix',
		},
		{
			displayName: 'Previous Signing Secret (Rotation Only)',
			name: 'previousSigningSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			placeholder: 'leave empty',
			description:
				'The one before, only while you change the signing secret: deliveries under either are accepted. Otherwise leave it empty.',
		},
		simulatorPermission,
	];
}
