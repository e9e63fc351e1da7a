import type { ICredentialType, INodeProperties } from 'n8n-workflow';
import { simulatorPermission } from '../trigger/simulatorPermission';

export class TrusthubWebhookApi implements ICredentialType {
	name = 'trusthubWebhookApi';

	displayName = 'Trusthub Webhook API';

	icon = { light: 'file:../icons/trusthub.svg', dark: 'file:../icons/trusthub.dark.svg' } as const;

	documentationUrl = 'https://dev.trustmatic.io/documentation';

	properties: INodeProperties[] = [
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
			displayName: 'Previous API Password',
			name: 'previousApiPassword',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'Only while you change the API password: deliveries under either one are accepted',
		},
		simulatorPermission,
	];
}
