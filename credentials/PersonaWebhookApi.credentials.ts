import type { ICredentialType, INodeProperties } from 'n8n-workflow';
import { simulatorPermission } from '../trigger/simulatorPermission';
import { whereNotice } from '../trigger/whereNotice';

export class PersonaWebhookApi implements ICredentialType {
	name = 'personaWebhookApi';

	displayName = 'Persona Webhook API';

	icon = { light: 'file:../icons/persona.svg', dark: 'file:../icons/persona.dark.svg' } as const;

	documentationUrl = 'https://github.com/n8n-nodes-kyc/n8n-nodes-kyc/blob/main/docs/providers/persona.md#credential';

	properties: INodeProperties[] = [
		whereNotice(
			"In the Production environment of the Persona dashboard, open <b>Webhooks</b>, choose the webhook with the trigger's Production URL, and copy its secret.",
		),
		{
			displayName: 'Webhook Secret',
			name: 'webhookSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			placeholder: 'e.g. wbhsec_…',
			description: 'The secret of the webhook in the Persona dashboard, whole: it begins with wbhsec_',
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
