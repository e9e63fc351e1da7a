import type { IAuthenticateGeneric, ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';
import { whereNotice } from '../trigger/whereNotice';

export class OnfidoKycApi implements ICredentialType {
	name = 'onfidoKycApi';

	displayName = 'Onfido KYC API';

	icon = { light: 'file:../icons/onfido.svg', dark: 'file:../icons/onfido.dark.svg' } as const;

	documentationUrl =
		'https://github.com/n8n-nodes-kyc/n8n-nodes-kyc/blob/main/docs/providers/onfido.md#start-and-look-up';

	properties: INodeProperties[] = [
		whereNotice(
			'In the Onfido dashboard, open <b>Developers</b>, <b>API authentication</b> and then <b>Tokens</b>, and generate a sandbox or a live token.',
		),
		{
			displayName: 'API Token',
			name: 'apiToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
		},
		{
			displayName: 'Region',
			name: 'region',
			type: 'options',
			options: [
				{ name: 'Canada', value: 'ca' },
				{ name: 'Europe', value: 'eu' },
				{ name: 'United States', value: 'us' },
			],
			default: 'eu',
			description: 'Where your Onfido account is hosted. By default: Europe.',
		},
	];

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: { headers: { Authorization: '=Token token={{$credentials.apiToken}}' } },
	};

	test: ICredentialTestRequest = {
		request: {
			baseURL:
				'=https://api.{{["ca", "us"].includes($credentials.region) ? $credentials.region : "eu"}}.onfido.com/v3.6',
			url: '/applicants?per_page=1',
		},
	};
}
