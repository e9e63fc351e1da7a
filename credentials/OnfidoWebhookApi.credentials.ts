import type { ICredentialType, INodeProperties } from 'n8n-workflow';
import { simulatorPermission } from '../trigger/simulatorPermission';
import { whereNotice } from '../trigger/whereNotice';

export class OnfidoWebhookApi implements ICredentialType {
	name = 'onfidoWebhookApi';

	displayName = 'Onfido Webhook API';

	icon = { light: 'file:../icons/onfido.svg', dark: 'file:../icons/onfido.dark.svg' } as const;

	documentationUrl = 'https://github.com/n8n-nodes-kyc/n8n-nodes-kyc/blob/main/docs/providers/onfido.md#credential';

	properties: INodeProperties[] = [
		whereNotice(
			'In the Onfido dashboard, open <b>Developers → Webhooks</b> and choose the webhook: its token. It is not an API token.',
		),
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
			displayName: 'Previous Webhook Token (Rotation Only)',
			name: 'previousWebhookToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			placeholder: 'leave empty',
			description:
				'The one before, only while you change the webhook token: deliveries under either are accepted. Otherwise leave it empty.',
		},
		simulatorPermission,
	];
}
