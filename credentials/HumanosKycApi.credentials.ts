import { createHmac } from 'node:crypto';
import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';
import { whereNotice } from '../trigger/whereNotice';
import { finalRequest, withHeaders } from '../api/signedRequest';

export class HumanosKycApi implements ICredentialType {
	name = 'humanosKycApi';

	displayName = 'Humanos KYC API';

	icon = { light: 'file:../icons/humanos.svg', dark: 'file:../icons/humanos.dark.svg' } as const;

	documentationUrl =
		'https://github.com/n8n-nodes-kyc/n8n-nodes-kyc/blob/main/docs/providers/humanos.md#start-and-look-up';

	properties: INodeProperties[] = [
		whereNotice('In the Humanos dashboard, open <b>API keys</b> and copy a key and its signature secret.'),
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
		},
		{
			displayName: 'Signature Secret',
			name: 'signatureSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'The signature secret of that API key. It is not that of the webhook.',
		},
	];

	/** HMAC-SHA256 of time and body: https://docs.humanos.id/essentials/authentication. */
	async authenticate(
		{ apiKey, signatureSecret }: ICredentialDataDecryptedObject,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		const { body } = finalRequest(requestOptions, 'api.humanos.id');
		const time = String(Date.now());
		const signed = body.length === 0 ? time : Buffer.concat([Buffer.from(`${time}.`), body]);
		return withHeaders(requestOptions, {
			Authorization: `Bearer ${String(apiKey)}`,
			'API-Version': '2026-05-17',
			'X-Timestamp': time,
			'X-Signature': createHmac('sha256', String(signatureSecret)).update(signed).digest('hex'),
		});
	}

	test: ICredentialTestRequest = {
		request: { baseURL: 'https://api.humanos.id', url: '/request?pageSize=5' },
	};
}
