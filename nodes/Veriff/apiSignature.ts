import { createHmac } from 'node:crypto';
import type { FinalRequest } from '../../api/signedRequest';

/**
 * The headers that prove a request: hex HMAC-SHA256 under the shared secret, of the id in the path for GET and DELETE,
 * else of the body. https://devdocs.veriff.com/docs/hmac-authentication-and-endpoint-security
 */
export function signedHeaders(apiKey: unknown, sharedSecret: unknown, request: FinalRequest): Record<string, string> {
	const [, , , id = ''] = request.url.pathname.split('/');
	const isOfId = request.method === 'GET' || request.method === 'DELETE';
	return {
		'X-AUTH-CLIENT': String(apiKey),
		'X-HMAC-SIGNATURE': createHmac('sha256', String(sharedSecret))
			.update(isOfId ? decoded(id) : request.body)
			.digest('hex'),
	};
}

/** What is no encoding stands for itself. */
function decoded(id: string): string {
	try {
		return decodeURIComponent(id);
	} catch {
		return id;
	}
}
