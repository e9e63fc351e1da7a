import type { IAuthenticateGeneric, ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';
import { whereNotice } from '../trigger/whereNotice';

export class TrustSwiftlyKycApi implements ICredentialType {
	name = 'trustSwiftlyKycApi';

	displayName = 'Trust Swiftly KYC API';

	icon = { light: 'file:../icons/trustSwiftly.svg', dark: 'file:../icons/trustSwiftly.dark.svg' } as const;

	documentationUrl =
		'https://github.com/n8n-nodes-kyc/n8n-nodes-kyc/blob/main/docs/providers/trust-swiftly.md#start-and-look-up';

	properties: INodeProperties[] = [
		whereNotice('In Trust Swiftly, open <b>Settings</b> and then <b>API</b>.'),
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. https://example.trustswiftly.com',
			description: 'Address of your own Trust Swiftly site, without a path',
		},
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
		},
	];

	/** Trust Swiftly answers 403 without a user agent: https://docs.trustswiftly.com/authentication. */
	authenticate: IAuthenticateGeneric = {
		type: 'generic',
		properties: { headers: { Authorization: '=Bearer {{$credentials.apiKey}}', 'User-Agent': 'n8n-nodes-kyc' } },
	};

	test: ICredentialTestRequest = {
		request: { baseURL: '={{$credentials.baseUrl}}', url: '/api/settings/templates/verifications' },
	};
}
