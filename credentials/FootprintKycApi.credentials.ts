import type { IAuthenticateGeneric, ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';
import { whereNotice } from '../trigger/whereNotice';

export class FootprintKycApi implements ICredentialType {
	name = 'footprintKycApi';

	displayName = 'Footprint KYC API';

	icon = { light: 'file:../icons/footprint.svg', dark: 'file:../icons/footprint.dark.svg' } as const;

	documentationUrl =
		'https://github.com/n8n-nodes-kyc/n8n-nodes-kyc/blob/main/docs/providers/footprint.md#start-and-look-up';

	properties: INodeProperties[] = [
		whereNotice(
			'In the Footprint dashboard, open <b>Developers</b> and create a secret API key in sandbox or live mode.',
		),
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			placeholder: 'e.g. sk_live_…',
			description: 'It begins with sk_test_ (sandbox) or sk_live_ (live)',
		},
	];

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: { headers: { 'X-Footprint-Secret-Key': '={{$credentials.apiKey}}' } },
	};

	test: ICredentialTestRequest = {
		request: { baseURL: 'https://api.onefootprint.com', url: '/org/api_keys/check' },
	};
}
