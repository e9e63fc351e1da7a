import type { ICredentialType, INodeProperties } from 'n8n-workflow';
import { simulatorPermission } from '../trigger/simulatorPermission';
import { whereNotice } from '../trigger/whereNotice';

export class TruoraWebhookApi implements ICredentialType {
	name = 'truoraWebhookApi';

	displayName = 'Truora Webhook API';

	icon = { light: 'file:../icons/truora.svg', dark: 'file:../icons/truora.dark.svg' } as const;

	documentationUrl = 'https://github.com/n8n-nodes-kyc/n8n-nodes-kyc/blob/main/docs/providers/truora.md#credential';

	properties: INodeProperties[] = [
		whereNotice(
			'In the Truora dashboard, open <b>Webhooks / Automations</b>, choose the rule that notifies this n8n, and copy its key.',
		),
		// eslint-disable-next-line @n8n/community-nodes/credential-unnecessary-password -- This key signs
		{
			displayName: 'Signing Key',
			name: 'signingKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'The key of the webhook rule, as the Truora dashboard shows it',
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
