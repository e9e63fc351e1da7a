import type { IAuthenticateGeneric, ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';
import { whereNotice } from '../trigger/whereNotice';

export class ShuftiProKycApi implements ICredentialType {
	name = 'shuftiProKycApi';

	displayName = 'Shufti Pro KYC API';

	icon = { light: 'file:../icons/shuftiPro.svg', dark: 'file:../icons/shuftiPro.dark.svg' } as const;

	documentationUrl =
		'https://github.com/n8n-nodes-kyc/n8n-nodes-kyc/blob/main/docs/providers/shufti-pro.md#start-and-look-up';

	properties: INodeProperties[] = [
		whereNotice('In the Shufti Pro back office, open <b>Settings</b> and then the API keys.'),
		{
			displayName: 'Client ID',
			name: 'clientId',
			type: 'string',
			default: '',
			required: true,
		},
		{
			displayName: 'Secret Key',
			name: 'secretKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
		},
	];

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: { auth: { username: '={{$credentials.clientId}}', password: '={{$credentials.secretKey}}' } },
	};

	test: ICredentialTestRequest = { request: { baseURL: 'https://api.shuftipro.com', url: '/account/info/' } };
}
