import type { IAuthenticateGeneric, ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';
import { whereNotice } from '../trigger/whereNotice';

export class ComplyCubeKycApi implements ICredentialType {
	name = 'complyCubeKycApi';

	displayName = 'ComplyCube KYC API';

	icon = { light: 'file:../icons/complyCube.svg', dark: 'file:../icons/complyCube.dark.svg' } as const;

	documentationUrl =
		'https://github.com/n8n-nodes-kyc/n8n-nodes-kyc/blob/main/docs/providers/complycube.md#start-and-look-up';

	properties: INodeProperties[] = [
		whereNotice('Create an API key in the ComplyCube portal. It is a live or a test one.'),
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
		},
	];

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: { headers: { Authorization: '={{$credentials.apiKey}}' } },
	};

	test: ICredentialTestRequest = {
		request: { baseURL: 'https://api.complycube.com/v1', url: '/accountInfo' },
	};
}
