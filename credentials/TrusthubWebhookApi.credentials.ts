import type { ICredentialType, INodeProperties } from 'n8n-workflow';
import { simulatorPermission } from '../trigger/simulatorPermission';
import { whereNotice } from '../trigger/whereNotice';

export class TrusthubWebhookApi implements ICredentialType {
	name = 'trusthubWebhookApi';

	displayName = 'Trusthub Webhook API';

	icon = { light: 'file:../icons/trusthub.svg', dark: 'file:../icons/trusthub.dark.svg' } as const;

	documentationUrl = 'https://github.com/n8n-nodes-kyc/n8n-nodes-kyc/blob/main/docs/providers/trusthub.md#credential';

	properties: INodeProperties[] = [
		whereNotice(
			'In the Trusthub dashboard, open <b>Integration</b>: the API password. Trusthub signs webhooks with it.',
		),
		{
			displayName: 'API Password',
			name: 'apiPassword',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'The API password of the Trusthub dashboard; Trusthub signs webhooks with it',
		},
		{
			displayName: 'Previous API Password (Rotation Only)',
			name: 'previousApiPassword',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			placeholder: 'leave empty',
			description:
				'The one before, only while you change the API password: deliveries under either are accepted. Otherwise leave it empty.',
		},
		simulatorPermission,
	];
}
