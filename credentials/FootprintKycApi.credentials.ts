import type { IAuthenticateGeneric, ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow';

export class FootprintKycApi implements ICredentialType {
	name = 'footprintKycApi';

	displayName = 'Footprint KYC API';

	icon = { light: 'file:../icons/footprint.svg', dark: 'file:../icons/footprint.dark.svg' } as const;

	documentationUrl =
		'https://github.com/n8n-nodes-kyc/n8n-nodes-kyc/blob/main/docs/providers/footprint.md#start-and-look-up';

	properties: INodeProperties[] = [
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			placeholder: 'e.g. sk_live_…',
			description:
				'A secret API key of the Footprint dashboard. It belongs to the sandbox (sk_test_…) or is live (sk_live_…).',
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
