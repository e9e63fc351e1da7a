import type { ICredentialType, INodeProperties } from 'n8n-workflow';
import { simulatorPermission } from '../trigger/simulatorPermission';

export class ComplyCubeWebhookApi implements ICredentialType {
	name = 'complyCubeWebhookApi';

	displayName = 'ComplyCube Webhook API';

	icon = { light: 'file:../icons/complyCube.svg', dark: 'file:../icons/complyCube.dark.svg' } as const;

	documentationUrl = 'https://docs.complycube.com/documentation/integration-resources/webhooks';

	properties: INodeProperties[] = [
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
			displayName: 'Previous Webhook Secret',
			name: 'previousWebhookSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'Only while you change the webhook secret: deliveries under either one are accepted',
		},
		simulatorPermission,
	];
}
