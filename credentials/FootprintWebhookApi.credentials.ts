import type { ICredentialType, INodeProperties } from 'n8n-workflow';
import { simulatorPermission } from '../trigger/simulatorPermission';

export class FootprintWebhookApi implements ICredentialType {
	name = 'footprintWebhookApi';

	displayName = 'Footprint Webhook API';

	icon = { light: 'file:../icons/footprint.svg', dark: 'file:../icons/footprint.dark.svg' } as const;

	documentationUrl = 'https://docs.onefootprint.com/articles/integrate/webhooks';

	properties: INodeProperties[] = [
		{
			displayName: 'Signing Secret',
			name: 'signingSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'The signing secret of the webhook endpoint in the Footprint dashboard, with its whsec_ prefix',
		},
		{
			displayName: 'Previous Signing Secret',
			name: 'previousSigningSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'Only while you change the signing secret: deliveries under either one are accepted',
		},
		simulatorPermission,
	];
}
