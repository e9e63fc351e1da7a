import type { IAuthenticateGeneric, ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';
import { whereNotice } from '../trigger/whereNotice';

export class DiditKycApi implements ICredentialType {
	name = 'diditKycApi';

	displayName = 'Didit KYC API';

	icon = { light: 'file:../icons/didit.svg', dark: 'file:../icons/didit.dark.svg' } as const;

	documentationUrl =
		'https://github.com/n8n-nodes-kyc/n8n-nodes-kyc/blob/main/docs/providers/didit.md#start-and-look-up';

	properties: INodeProperties[] = [
		whereNotice('In the Didit console, open <b>Developers</b> and then <b>API keys</b> of your application.'),
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description:
				'A key with limited access must read decisions and write sessions; without the latter it gets no links. To list workflows it must read them, and to register webhooks it must write webhooks.',
		},
	];

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: { headers: { 'x-api-key': '={{$credentials.apiKey}}' } },
	};

	test: ICredentialTestRequest = {
		request: { baseURL: 'https://verification.didit.me', url: '/v3/sessions/?limit=1' },
	};
}
