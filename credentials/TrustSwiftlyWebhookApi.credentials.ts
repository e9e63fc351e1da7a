import type { ICredentialType, INodeProperties } from 'n8n-workflow';
import { simulatorPermission } from '../trigger/simulatorPermission';

export class TrustSwiftlyWebhookApi implements ICredentialType {
	name = 'trustSwiftlyWebhookApi';

	displayName = 'Trust Swiftly Webhook API';

	icon = { light: 'file:../icons/trustSwiftly.svg', dark: 'file:../icons/trustSwiftly.dark.svg' } as const;

	documentationUrl = 'https://docs.trustswiftly.com';

	properties: INodeProperties[] = [
		{
			displayName: 'Signing Secret',
			name: 'signingSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'The webhook signing secret: Settings → Webhooks → View secret',
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
