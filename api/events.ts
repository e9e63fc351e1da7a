import { createHash } from 'node:crypto';
import type { JsonObject } from '../webhook/json';
import type { Provider, ProviderEvent } from '../webhook/provider';
import type { Parameters } from './api';

/** What a webhook's payload tells that the API lists: read as if it had been delivered. */
export function readListed(
	provider: Pick<Provider, 'read'>,
	payload: JsonObject,
	parameters: Parameters = {},
): ProviderEvent[] {
	const fingerprint = () => createHash('sha256').update(JSON.stringify(payload)).digest('hex').slice(0, 32);
	return provider.read(payload, { parameters, signedId: null, fingerprint });
}
