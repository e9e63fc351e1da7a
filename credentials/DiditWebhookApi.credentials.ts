import type { ICredentialType, INodeProperties } from 'n8n-workflow';
import { simulatorPermission } from '../trigger/simulatorPermission';
import { whereNotice } from '../trigger/whereNotice';

export class DiditWebhookApi implements ICredentialType {
	name = 'diditWebhookApi';

	displayName = 'Didit Webhook API';

	icon = { light: 'file:../icons/didit.svg', dark: 'file:../icons/didit.dark.svg' } as const;

	documentationUrl = 'https://github.com/n8n-nodes-kyc/n8n-nodes-kyc/blob/main/docs/providers/didit.md#credential';

	properties: INodeProperties[] = [
		whereNotice(
			"In the Didit console, open <b>API & Webhooks</b> and choose the destination with the trigger's Production URL, and copy its secret shared key.",
		),
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
			displayName: 'Previous Secret Shared Key (Rotation Only)',
			name: 'previousSecretSharedKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			placeholder: 'leave empty',
			description:
				'The one before, only while you change the secret shared key: deliveries under either are accepted. Otherwise leave it empty.',
		},
		simulatorPermission,
	];
}
