import { createHash } from 'node:crypto';
import type { JsonObject } from '../webhook/json';
import type { Provider, ProviderEvent } from '../webhook/provider';

/** What a webhook's payload tells that the API lists: read as if it had been delivered. */
export function readListed(
	provider: Pick<Provider, 'read'>,
	payload: JsonObject,
	signedId: string | null = null,
): ProviderEvent[] {
	const fingerprint = () => createHash('sha256').update(JSON.stringify(payload)).digest('hex').slice(0, 32);
	return provider.read(payload, { parameters: {}, signedId, fingerprint });
}
