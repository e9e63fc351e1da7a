import type { ICredentialType, INodeProperties } from 'n8n-workflow';
import { simulatorPermission } from '../trigger/simulatorPermission';

export class DiditWebhookApi implements ICredentialType {
	name = 'diditWebhookApi';

	displayName = 'Didit Webhook API';

	icon = { light: 'file:../icons/didit.svg', dark: 'file:../icons/didit.dark.svg' } as const;

	documentationUrl = 'https://docs.didit.me/integration/webhooks';

	properties: INodeProperties[] = [
		{
			displayName: 'Secret Shared Key',
			name: 'secretSharedKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'The secret of the webhook destination in the Didit console, under API & Webhooks',
		},
		{
			displayName: 'Previous Secret Shared Key',
			name: 'previousSecretSharedKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'Only while you change the secret shared key: deliveries under either one are accepted',
		},
		simulatorPermission,
	];
}
