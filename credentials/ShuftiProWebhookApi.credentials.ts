import type { ICredentialType, INodeProperties } from 'n8n-workflow';
import { simulatorPermission } from '../trigger/simulatorPermission';
import { whereNotice } from '../trigger/whereNotice';

export class ShuftiProWebhookApi implements ICredentialType {
	name = 'shuftiProWebhookApi';

	displayName = 'Shufti Pro Webhook API';

	icon = { light: 'file:../icons/shuftiPro.svg', dark: 'file:../icons/shuftiPro.dark.svg' } as const;

	documentationUrl = 'https://github.com/n8n-nodes-kyc/n8n-nodes-kyc/blob/main/docs/providers/shufti-pro.md#credential';

	properties: INodeProperties[] = [
		whereNotice(
			'In the Shufti Pro back office, open <b>Settings</b>: the secret key. It signs callbacks and is used for the API, too.',
		),
		{
			displayName: 'Secret Key',
			name: 'secretKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'The secret key of the Shufti Pro back office, under Settings; Shufti Pro signs callbacks with it',
		},
		{
			displayName: 'Previous Secret Key (Rotation Only)',
			name: 'previousSecretKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			placeholder: 'leave empty',
			description:
				'The one before, only while you change the secret key: deliveries under either are accepted. Otherwise leave it empty.',
		},
		simulatorPermission,
	];
}
