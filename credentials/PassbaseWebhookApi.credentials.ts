import type { ICredentialType, INodeProperties } from 'n8n-workflow';
import { simulatorPermission } from '../trigger/simulatorPermission';
import { whereNotice } from '../trigger/whereNotice';

export class PassbaseWebhookApi implements ICredentialType {
	name = 'passbaseWebhookApi';

	displayName = 'Passbase Webhook API';

	icon = { light: 'file:../icons/passbase.svg', dark: 'file:../icons/passbase.dark.svg' } as const;

	documentationUrl = 'https://github.com/n8n-nodes-kyc/n8n-nodes-kyc/blob/main/docs/providers/passbase.md#credential';

	restrictToSupportedNodes = true as const;

	properties: INodeProperties[] = [
		whereNotice(
			"Where Passbase's format lives on, the secret of 32 characters stands beside the webhook URL, with encryption switched on.",
		),
		{
			displayName: 'Encryption Secret',
			name: 'encryptionSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			placeholder: '32 characters',
			description: 'The secret of the webhook, 32 characters. Whoever knows it can make approvals.',
		},
		{
			displayName: 'Previous Encryption Secret (Rotation Only)',
			name: 'previousEncryptionSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			placeholder: 'leave empty',
			description:
				'The one before, only while you change the encryption secret: deliveries under either are accepted. Otherwise leave it empty.',
		},
		simulatorPermission,
	];
}
