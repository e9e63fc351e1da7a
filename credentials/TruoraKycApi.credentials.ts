import type { IAuthenticateGeneric, ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';

export class TruoraKycApi implements ICredentialType {
	name = 'truoraKycApi';

	displayName = 'Truora KYC API';

	icon = { light: 'file:../icons/truora.svg', dark: 'file:../icons/truora.dark.svg' } as const;

	documentationUrl =
		'https://github.com/n8n-nodes-kyc/n8n-nodes-kyc/blob/main/docs/providers/truora.md#start-and-look-up';

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'An API key of version 1, as the Truora dashboard shows it once when it is created',
		},
	];

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: { headers: { 'Truora-API-Key': '={{$credentials.apiKey}}' } },
	};

	test: ICredentialTestRequest = {
		request: { baseURL: 'https://api.identity.truora.com', url: '/v1/processes/' },
	};
}
