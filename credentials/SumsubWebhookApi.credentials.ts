import type { ICredentialType, INodeProperties } from 'n8n-workflow';
import { simulatorPermission } from '../trigger/simulatorPermission';
import { whereNotice } from '../trigger/whereNotice';

export class SumsubWebhookApi implements ICredentialType {
	name = 'sumsubWebhookApi';

	displayName = 'Sumsub Webhook API';

	icon = { light: 'file:../icons/sumsub.svg', dark: 'file:../icons/sumsub.dark.svg' } as const;

	documentationUrl = 'https://github.com/n8n-nodes-kyc/n8n-nodes-kyc/blob/main/docs/providers/sumsub.md#credential';

	properties: INodeProperties[] = [
		whereNotice(
			'In the Sumsub dashboard, open <b>Dev space → Webhooks → Webhook manager</b> and choose the webhook: its secret key and its signature algorithm.',
		),
		{
			displayName: 'Secret Key',
			name: 'secretKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'The secret key of the webhook: Dev space → Webhooks → Webhook manager',
		},
		{
			displayName: 'Signature Algorithm',
			name: 'algorithm',
			type: 'options',
			options: [
				{ name: 'SHA-1', value: 'HMAC_SHA1_HEX' },
				{ name: 'SHA-256', value: 'HMAC_SHA256_HEX' },
				{ name: 'SHA-512', value: 'HMAC_SHA512_HEX' },
			],
			default: 'HMAC_SHA256_HEX',
			required: true,
			description:
				'The signature algorithm that the webhook is set to in Sumsub. By default: SHA-256. Any other one is refused.',
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
