import type { IAuthenticateGeneric, ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';
import { whereNotice } from '../trigger/whereNotice';

export class IdenfyKycApi implements ICredentialType {
	name = 'idenfyKycApi';

	displayName = 'iDenfy KYC API';

	icon = { light: 'file:../icons/idenfy.svg', dark: 'file:../icons/idenfy.dark.svg' } as const;

	documentationUrl =
		'https://github.com/n8n-nodes-kyc/n8n-nodes-kyc/blob/main/docs/providers/idenfy.md#start-and-look-up';

	properties: INodeProperties[] = [
		whereNotice(
			'In the iDenfy dashboard, open <b>Settings</b> and then <b>API Keys</b>. A key belongs to one environment.',
		),
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
		},
		{
			displayName: 'API Secret',
			name: 'apiSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
		},
	];

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: { auth: { username: '={{$credentials.apiKey}}', password: '={{$credentials.apiSecret}}' } },
	};

	test: ICredentialTestRequest = {
		request: { baseURL: 'https://ivs.idenfy.com', url: '/kyc/identifications/?perPage=1' },
	};
}
