import type { ICredentialType, INodeProperties } from 'n8n-workflow';
import { simulatorPermission } from '../trigger/simulatorPermission';

export class PersonaWebhookApi implements ICredentialType {
	name = 'personaWebhookApi';

	displayName = 'Persona Webhook API';

	icon = { light: 'file:../icons/persona.svg', dark: 'file:../icons/persona.dark.svg' } as const;

	documentationUrl = 'https://docs.withpersona.com/webhooks-best-practices';

	properties: INodeProperties[] = [
		{
			displayName: 'Webhook Secret',
			name: 'webhookSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'The secret of the webhook in the Persona dashboard, whole: it begins with wbhsec_',
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
