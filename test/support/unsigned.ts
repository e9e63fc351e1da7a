import type { KycEvent } from '../../webhook/event';
import type { JsonObject } from '../../webhook/json';
import type { Provider } from '../../webhook/provider';
import { acceptedEvent, type Circumstances, type Credential, deliver } from './reception';

/**
 * What payloads come out as, on the way of all deliveries but for the signature: for tests that read thousands of
 * them, where making each signature would take minutes.
 */
export function unsignedEventOf(
	provider: Provider,
	credential: Credential,
	circumstances: Circumstances = {},
): (payload: JsonObject) => Promise<KycEvent> {
	const believing: Provider = {
		...provider,
		authenticate: ({ rawBody }) => ({ ok: true, payload: rawBody, signedId: 'msg_1' }),
	};
	return async (payload) =>
		acceptedEvent(await deliver(believing, credential, { body: JSON.stringify(payload) }, circumstances));
}
