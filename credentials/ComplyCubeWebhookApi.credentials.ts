import type { ICredentialType, INodeProperties } from 'n8n-workflow';
import { simulatorPermission } from '../trigger/simulatorPermission';
import { whereNotice } from '../trigger/whereNotice';

export class ComplyCubeWebhookApi implements ICredentialType {
	name = 'complyCubeWebhookApi';

	displayName = 'ComplyCube Webhook API';

	icon = { light: 'file:../icons/complyCube.svg', dark: 'file:../icons/complyCube.dark.svg' } as const;

	documentationUrl = 'https://github.com/n8n-nodes-kyc/n8n-nodes-kyc/blob/main/docs/providers/complycube.md#credential';

	properties: INodeProperties[] = [
		whereNotice(
			'In the ComplyCube portal, open <b>Developers → Webhooks</b>. The secret is shown when the webhook is created; a webhook whose secret is lost needs a new one.',
		),
		{
			displayName: 'Webhook Secret',
			name: 'webhookSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'The secret of the webhook, as the ComplyCube portal shows it when the webhook is created',
		},
		{
			displayName: 'Previous Webhook Secret (Rotation Only)',
			name: 'previousWebhookSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			placeholder: 'leave empty',
			description:
				'The one before, only while you change the webhook secret: deliveries under either are accepted. Otherwise leave it empty.',
		},
		simulatorPermission,
	];
}
