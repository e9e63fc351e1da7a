import { randomUUID } from 'node:crypto';
import type { ICredentialsDecrypted, ICredentialTestFunctions, INodeCredentialTestResult } from 'n8n-workflow';
import { baseUrlOf } from '../../api/baseUrl';
import { signedHeaders } from './apiSignature';

/** In milliseconds. */
const PATIENCE = 15_000;

/**
 * The test button of the API credential. Veriff has no request for it: a session that nobody has made is not found
 * under the right keys, and refused under others.
 */
export async function testKeys(
	context: ICredentialTestFunctions,
	{ data = {} }: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	try {
		const url = new URL(`${baseUrlOf(data.baseUrl)}/v1/sessions/${randomUUID()}/decision`);
		const headers = signedHeaders(data.apiKey, data.sharedSecret, { method: 'GET', url, body: Buffer.alloc(0) });
		const options = { simple: false, resolveWithFullResponse: true, followRedirect: false, timeout: PATIENCE };
		const { statusCode } = await context.helpers.request({ method: 'GET', uri: url.href, headers, ...options });
		if (statusCode === 404) return { status: 'OK', message: 'Veriff knows these keys' };
		const isRefused = statusCode === 401 || statusCode === 403;
		const message = isRefused
			? 'Veriff does not accept these keys: compare all three fields'
			: `The base URL answered with ${statusCode}, which Veriff does not do`;
		return { status: 'Error', message };
	} catch (error) {
		const { message } = error as Error;
		return { status: 'Error', message: message.startsWith('The base URL') ? message : 'Veriff could not be reached' };
	}
}
