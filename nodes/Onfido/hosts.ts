import { InputError } from '../../api/errors';
import type { JsonObject } from '../../webhook/json';

/** https://documentation.onfido.com/api/latest/#regions */
const hosts = new Map([
	['ca', 'https://api.ca.onfido.com/v3.6'],
	['eu', 'https://api.eu.onfido.com/v3.6'],
	['us', 'https://api.us.onfido.com/v3.6'],
]);

/**
 * The base URL of the region that a credential names.
 * @throws InputError when Onfido has no such region
 */
export function hostOf({ region }: JsonObject): string {
	const host = hosts.get(String(region));
	if (host !== undefined) return host;
	throw new InputError('The credential names no region of Onfido', 'Open the credential in n8n and choose its region.');
}
