import type {
	ICredentialDataDecryptedObject,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';
import { whereNotice } from '../trigger/whereNotice';
import { baseUrlOf } from '../api/baseUrl';
import { finalRequest, withHeaders } from '../api/signedRequest';
import { signedHeaders } from '../nodes/Veriff/apiSignature';

export class VeriffKycApi implements ICredentialType {
	name = 'veriffKycApi';

	displayName = 'Veriff KYC API';

	icon = { light: 'file:../icons/veriff.svg', dark: 'file:../icons/veriff.dark.svg' } as const;

	documentationUrl =
		'https://github.com/n8n-nodes-kyc/n8n-nodes-kyc/blob/main/docs/providers/veriff.md#start-and-look-up';

	properties: INodeProperties[] = [
		whereNotice(
			'In Veriff, open <b>All integrations</b>, choose the integration, and open <b>API Keys</b>. A shared secret is shown only when it is created. Test and live are two integrations.',
		),
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. https://stationapi.veriff.com',
			description: 'The base URL that stands there, without a path',
		},
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'The API key of the integration',
		},
		{
			displayName: 'Shared Secret',
			name: 'sharedSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'The shared secret key of the same integration',
		},
	];

	async authenticate(
		{ baseUrl, apiKey, sharedSecret }: ICredentialDataDecryptedObject,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		const request = finalRequest(requestOptions, new URL(baseUrlOf(baseUrl)).host);
		return withHeaders(requestOptions, signedHeaders(apiKey, sharedSecret, request));
	}
}
