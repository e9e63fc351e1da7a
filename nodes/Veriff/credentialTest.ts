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
		const headers = signedHeaders(data.apiKey, data.sharedSecret, { method: 'GET', url, body: '' });
		const options = { simple: false, resolveWithFullResponse: true, followRedirect: false, timeout: PATIENCE };
		const { statusCode } = await context.helpers.request({ method: 'GET', uri: url.href, headers, ...options });
		return statusCode === 404
			? { status: 'OK', message: 'Veriff knows these keys' }
			: { status: 'Error', message: `Veriff does not accept these keys (${statusCode}): compare all three fields` };
	} catch (error) {
		const { message } = error as Error;
		return { status: 'Error', message: message.startsWith('The base URL') ? message : 'Veriff could not be reached' };
	}
}
