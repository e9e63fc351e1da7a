import { createHmac } from 'node:crypto';
import type { FinalRequest } from '../../api/signedRequest';

/**
 * The headers that prove a request: hex HMAC-SHA256 under the shared secret, of the body where there is one, else of
 * the id in the path. https://devdocs.veriff.com/docs/hmac-authentication-and-endpoint-security
 */
export function signedHeaders(apiKey: unknown, sharedSecret: unknown, request: FinalRequest): Record<string, string> {
	const [, , , id = ''] = request.url.pathname.split('/');
	const signed = request.body === '' ? decodeURIComponent(id) : request.body;
	return {
		'X-AUTH-CLIENT': String(apiKey),
		'X-HMAC-SIGNATURE': createHmac('sha256', String(sharedSecret)).update(signed).digest('hex'),
	};
}
