import type { ICredentialType, INodeProperties } from 'n8n-workflow';
import { simulatorPermission } from '../trigger/simulatorPermission';
import { whereNotice } from '../trigger/whereNotice';

export class HumanosWebhookApi implements ICredentialType {
	name = 'humanosWebhookApi';

	displayName = 'Humanos Webhook API';

	icon = { light: 'file:../icons/humanos.svg', dark: 'file:../icons/humanos.dark.svg' } as const;

	documentationUrl = 'https://github.com/n8n-nodes-kyc/n8n-nodes-kyc/blob/main/docs/providers/humanos.md#credential';

	properties: INodeProperties[] = [
		whereNotice(
			'In Humanos Admin, open <b>Webhooks</b>: the signature secret, the encryption secret and the encryption salt, all three.',
		),
		{
			displayName: 'Signature Secret',
			name: 'signatureSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'The webhook signature secret of Humanos Admin, under Webhooks',
		},
		{
			displayName: 'Encryption Secret',
			name: 'encryptionSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			placeholder: 'base64 text',
			description: 'The webhook encryption secret of Humanos Admin, under Webhooks: base64 text',
		},
		// eslint-disable-next-line @n8n/community-nodes/credential-unnecessary-password -- The salt is kept secret like the secret itself
		{
			displayName: 'Encryption Salt',
			name: 'encryptionSalt',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'The webhook encryption salt of Humanos Admin, under Webhooks',
		},
		{
			displayName: 'Previous Signature Secret (Rotation Only)',
			name: 'previousSignatureSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			placeholder: 'leave empty',
			description:
				'The one before, only while you change the signature secret: deliveries under either are accepted. Otherwise leave it empty.',
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
		// eslint-disable-next-line @n8n/community-nodes/credential-unnecessary-password -- The salt is kept secret like the secret itself
		{
			displayName: 'Previous Encryption Salt (Rotation Only)',
			name: 'previousEncryptionSalt',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			placeholder: 'leave empty',
			description:
				'The one before, only while you change the encryption salt: deliveries under either are accepted. Otherwise leave it empty.',
		},
		simulatorPermission,
	];
}
