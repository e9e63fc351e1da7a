import type { IAuthenticateGeneric, ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';
import { whereNotice } from '../trigger/whereNotice';

export class TruoraKycApi implements ICredentialType {
	name = 'truoraKycApi';

	displayName = 'Truora KYC API';

	icon = { light: 'file:../icons/truora.svg', dark: 'file:../icons/truora.dark.svg' } as const;

	documentationUrl =
		'https://github.com/n8n-nodes-kyc/n8n-nodes-kyc/blob/main/docs/providers/truora.md#start-and-look-up';

	properties: INodeProperties[] = [
		whereNotice('In the Truora dashboard, open <b>API keys</b> and create one of version 1. It is shown only once.'),
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
		properties: { headers: { 'Truora-API-Key': '={{$credentials.apiKey}}' } },
	};

	test: ICredentialTestRequest = {
		request: { baseURL: 'https://api.identity.truora.com', url: '/v1/processes/' },
	};
}
