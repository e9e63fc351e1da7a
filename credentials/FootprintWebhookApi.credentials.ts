import type { ICredentialType, INodeProperties } from 'n8n-workflow';
import { simulatorPermission } from '../trigger/simulatorPermission';
import { whereNotice } from '../trigger/whereNotice';

export class FootprintWebhookApi implements ICredentialType {
	name = 'footprintWebhookApi';

	displayName = 'Footprint Webhook API';

	icon = { light: 'file:../icons/footprint.svg', dark: 'file:../icons/footprint.dark.svg' } as const;

	documentationUrl = 'https://github.com/n8n-nodes-kyc/n8n-nodes-kyc/blob/main/docs/providers/footprint.md#credential';

	properties: INodeProperties[] = [
		whereNotice(
			"In the Footprint dashboard, open <b>Webhooks</b> and choose the endpoint with the trigger's Production URL, and copy its signing secret.",
		),
		{
			displayName: 'Signing Secret',
			name: 'signingSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			placeholder: 'e.g. whsec_…',
			description: 'The signing secret of the webhook endpoint in the Footprint dashboard, with its whsec_ prefix',
		},
		{
			displayName: 'Previous Signing Secret (Rotation Only)',
			name: 'previousSigningSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			placeholder: 'leave empty',
			description:
				'The one before, only while you change the signing secret: deliveries under either are accepted. Otherwise leave it empty.',
		},
		simulatorPermission,
	];
}
