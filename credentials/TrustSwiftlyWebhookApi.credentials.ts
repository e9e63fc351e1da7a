import type { ICredentialType, INodeProperties } from 'n8n-workflow';
import { simulatorPermission } from '../trigger/simulatorPermission';
import { whereNotice } from '../trigger/whereNotice';

export class TrustSwiftlyWebhookApi implements ICredentialType {
	name = 'trustSwiftlyWebhookApi';

	displayName = 'Trust Swiftly Webhook API';

	icon = { light: 'file:../icons/trustSwiftly.svg', dark: 'file:../icons/trustSwiftly.dark.svg' } as const;

	documentationUrl =
		'https://github.com/n8n-nodes-kyc/n8n-nodes-kyc/blob/main/docs/providers/trust-swiftly.md#credential';

	properties: INodeProperties[] = [
		whereNotice('In Trust Swiftly, open <b>Settings → Webhooks</b> and click <b>View secret</b>.'),
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
