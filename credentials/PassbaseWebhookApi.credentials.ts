import type { ICredentialType, INodeProperties } from 'n8n-workflow';
import { simulatorPermission } from '../trigger/simulatorPermission';

export class PassbaseWebhookApi implements ICredentialType {
	name = 'passbaseWebhookApi';

	displayName = 'Passbase Webhook API';

	icon = { light: 'file:../icons/passbase.svg', dark: 'file:../icons/passbase.dark.svg' } as const;

	documentationUrl = 'https://web.archive.org/web/2023/https://docs.passbase.com/server/webhook';

	restrictToSupportedNodes = true as const;

	properties: INodeProperties[] = [
		{
			displayName: 'Encryption Secret',
			name: 'encryptionSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'The secret of the webhook, 32 characters. Whoever knows it can make approvals.',
		},
		{
			displayName: 'Previous Encryption Secret',
			name: 'previousEncryptionSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'Only while you change the encryption secret: deliveries under either one are accepted',
		},
		simulatorPermission,
	];
}
