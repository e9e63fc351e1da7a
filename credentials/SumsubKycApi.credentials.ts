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

export class SumsubKycApi implements ICredentialType {
	name = 'sumsubKycApi';

	displayName = 'Sumsub KYC API';

	icon = { light: 'file:../icons/sumsub.svg', dark: 'file:../icons/sumsub.dark.svg' } as const;

	documentationUrl =
		'https://github.com/n8n-nodes-kyc/n8n-nodes-kyc/blob/main/docs/providers/sumsub.md#start-and-look-up';

	properties: INodeProperties[] = [
		whereNotice(
			'In the Sumsub dashboard, in production or sandbox mode, open <b>Dev space</b> and then <b>App Tokens</b>, and generate one. Token and secret key are shown only once.',
		),
		{
			displayName: 'App Token',
			name: 'appToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			placeholder: 'e.g. prd:…',
			description: 'It begins with prd: in production and with sbx: in the sandbox',
		},
		{
			displayName: 'Secret Key',
			name: 'secretKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'The secret key of that app token. It is not that of the webhook.',
		},
	];

	/** HMAC-SHA256 of time, method, path and body: https://docs.sumsub.com/reference/authentication. */
	async authenticate(
		{ appToken, secretKey }: ICredentialDataDecryptedObject,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		const { method, url, body } = finalRequest(requestOptions, 'api.sumsub.com');
		const time = String(Math.floor(Date.now() / 1000));
		const signed = Buffer.concat([Buffer.from(`${time}${method}${url.pathname}${url.search}`), body]);
		return withHeaders(requestOptions, {
			'X-App-Token': String(appToken),
			'X-App-Access-Ts': time,
			'X-App-Access-Sig': createHmac('sha256', String(secretKey)).update(signed).digest('hex'),
		});
	}

	/** As Sumsub's own tools do: https://github.com/sumsub/agent-skills. */
	test: ICredentialTestRequest = {
		request: { baseURL: 'https://api.sumsub.com', url: '/resources/applicants/-/count' },
	};
}
