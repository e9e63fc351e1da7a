import type { ICredentialType, INodeProperties } from 'n8n-workflow';
import { simulatorPermission } from '../trigger/simulatorPermission';
import { whereNotice } from '../trigger/whereNotice';

export class VeriffWebhookApi implements ICredentialType {
	name = 'veriffWebhookApi';

	displayName = 'Veriff Webhook API';

	icon = { light: 'file:../icons/veriff.svg', dark: 'file:../icons/veriff.dark.svg' } as const;

	documentationUrl = 'https://github.com/n8n-nodes-kyc/n8n-nodes-kyc/blob/main/docs/providers/veriff.md#credential';

	properties: INodeProperties[] = [
		whereNotice(
			'In Veriff, open <b>All integrations → your live integration → API Keys</b>: the shared secret key. It is shown only when it is created; if nobody has kept it, add one.',
		),
		{
			displayName: 'Shared Secret',
			name: 'sharedSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			placeholder: 'e.g. abcdef12-abcd-abcd-abcd-abcdef012345',
			description:
				'The shared secret key of your live integration, as the Veriff Customer Portal shows it; not its API key',
		},
		{
			displayName: 'Previous Shared Secret (Rotation Only)',
			name: 'previousSharedSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			placeholder: 'leave empty',
			description:
				'The one before, only while you change the shared secret: deliveries under either are accepted. Otherwise leave it empty.',
		},
		simulatorPermission,
	];
}
