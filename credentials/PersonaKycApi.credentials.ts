import type { IAuthenticateGeneric, ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';
import { whereNotice } from '../trigger/whereNotice';

export class PersonaKycApi implements ICredentialType {
	name = 'personaKycApi';

	displayName = 'Persona KYC API';

	icon = { light: 'file:../icons/persona.svg', dark: 'file:../icons/persona.dark.svg' } as const;

	documentationUrl =
		'https://github.com/n8n-nodes-kyc/n8n-nodes-kyc/blob/main/docs/providers/persona.md#start-and-look-up';

	properties: INodeProperties[] = [
		whereNotice(
			'In the Persona dashboard, choose the environment, then open <b>API</b> and <b>API Keys</b>. It takes the Admin role, or one that may see API keys.',
		),
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'It belongs to one environment: sandbox or production',
		},
	];

	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: {
			headers: {
				Authorization: '=Bearer {{$credentials.apiKey}}',
				'Persona-Version': '2025-12-08',
				'Key-Inflection': 'kebab',
			},
		},
	};

	test: ICredentialTestRequest = {
		request: { baseURL: 'https://api.withpersona.com/api/v1', url: '/inquiries?page[size]=1' },
	};
}
