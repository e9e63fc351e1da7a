import type { ICredentialType, INodeProperties } from 'n8n-workflow';
import { simulatorPermission } from '../trigger/simulatorPermission';

export class IdenfyWebhookApi implements ICredentialType {
	name = 'idenfyWebhookApi';

	displayName = 'iDenfy Webhook API';

	icon = { light: 'file:../icons/idenfy.svg', dark: 'file:../icons/idenfy.dark.svg' } as const;

	documentationUrl = 'https://documentation.idenfy.com/security/callback-signing';

	properties: INodeProperties[] = [
		// eslint-disable-next-line @n8n/community-nodes/credential-unnecessary-password -- This key signs
		{
			displayName: 'Signing Key',
			name: 'signingKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'The signing key that you set on the webhook: Settings → Notifications → Headers',
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
