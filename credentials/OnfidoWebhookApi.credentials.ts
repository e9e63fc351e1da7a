import type { ICredentialType, INodeProperties } from 'n8n-workflow';
import { simulatorPermission } from '../trigger/simulatorPermission';

export class OnfidoWebhookApi implements ICredentialType {
	name = 'onfidoWebhookApi';

	displayName = 'Onfido Webhook API';

	icon = { light: 'file:../icons/onfido.svg', dark: 'file:../icons/onfido.dark.svg' } as const;

	documentationUrl = 'https://documentation.onfido.com/api/latest/#webhooks';

	properties: INodeProperties[] = [
		{
			displayName: 'Webhook Token',
			name: 'webhookToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'The token of the webhook, as the Onfido dashboard shows it; not an API token',
		},
		{
			displayName: 'Previous Webhook Token',
			name: 'previousWebhookToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'Only while you change the webhook token: deliveries under either one are accepted',
		},
		simulatorPermission,
	];
}
