import type { ICredentialType, INodeProperties } from 'n8n-workflow';

export class PassbaseWebhookApi implements ICredentialType {
	name = 'passbaseWebhookApi';

	displayName = 'Passbase Webhook API';

	icon = { light: 'file:../icons/passbase.svg', dark: 'file:../icons/passbase.dark.svg' } as const;

	documentationUrl = 'https://web.archive.org/web/2023/https://docs.passbase.com/webhooks';

	properties: INodeProperties[] = [
		{
			displayName: 'Encryption Secret',
			name: 'encryptionSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'The webhook secret: 32 characters',
		},
		{
			displayName: 'Previous Encryption Secret',
			name: 'previousEncryptionSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'Only while you change the encryption secret: deliveries under either one are accepted',
		},
	];
}
