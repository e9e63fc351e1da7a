import type { ICredentialType, INodeProperties } from 'n8n-workflow';
import { simulatorPermission } from '../trigger/simulatorPermission';
import { whereNotice } from '../trigger/whereNotice';

export class IdenfyWebhookApi implements ICredentialType {
	name = 'idenfyWebhookApi';

	displayName = 'iDenfy Webhook API';

	icon = { light: 'file:../icons/idenfy.svg', dark: 'file:../icons/idenfy.dark.svg' } as const;

	documentationUrl = 'https://github.com/n8n-nodes-kyc/n8n-nodes-kyc/blob/main/docs/providers/idenfy.md#credential';

	properties: INodeProperties[] = [
		whereNotice(
			'In the iDenfy dashboard, open <b>Settings → Notifications</b> and choose the webhook: you set its signing key yourself, under <b>Headers</b>.',
		),
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
			displayName: 'Previous Signing Key (Rotation Only)',
			name: 'previousSigningKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			placeholder: 'leave empty',
			description:
				'The one before, only while you change the signing key: deliveries under either are accepted. Otherwise leave it empty.',
		},
		simulatorPermission,
	];
}
