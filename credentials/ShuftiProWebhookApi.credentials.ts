import type { ICredentialType, INodeProperties } from 'n8n-workflow';
import { simulatorPermission } from '../trigger/simulatorPermission';

export class ShuftiProWebhookApi implements ICredentialType {
	name = 'shuftiProWebhookApi';

	displayName = 'Shufti Pro Webhook API';

	icon = { light: 'file:../icons/shuftiPro.svg', dark: 'file:../icons/shuftiPro.dark.svg' } as const;

	documentationUrl = 'https://developers.shuftipro.com/docs/verification_endpoints/responses';

	properties: INodeProperties[] = [
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
			displayName: 'Previous Secret Key',
			name: 'previousSecretKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'Only while you change the secret key: deliveries under either one are accepted',
		},
		simulatorPermission,
	];
}
