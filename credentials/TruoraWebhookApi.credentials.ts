import type { ICredentialType, INodeProperties } from 'n8n-workflow';
import { simulatorPermission } from '../trigger/simulatorPermission';

export class TruoraWebhookApi implements ICredentialType {
	name = 'truoraWebhookApi';

	displayName = 'Truora Webhook API';

	icon = { light: 'file:../icons/truora.svg', dark: 'file:../icons/truora.dark.svg' } as const;

	documentationUrl = 'https://developer.truora.com';

	properties: INodeProperties[] = [
		// eslint-disable-next-line @n8n/community-nodes/credential-unnecessary-password -- This key signs
		{
			displayName: 'Signing Key',
			name: 'signingKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'The key of the webhook rule, as the Truora dashboard shows it',
		},
		// eslint-disable-next-line @n8n/community-nodes/credential-unnecessary-password -- This key signs
		{
			displayName: 'Previous Signing Key',
			name: 'previousSigningKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'Only while you change the signing key: deliveries under either one are accepted',
		},
		simulatorPermission,
	];
}
