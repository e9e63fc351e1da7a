import { header } from '../../webhook/header';
import { authenticateHmac } from '../../webhook/hmac';
import type { Authenticated, Delivery } from '../../webhook/provider';
import { refuse } from '../../webhook/refusal';

/** https://devdocs.veriff.com/docs/hmac-authentication-and-endpoint-security names both. */
const HEADERS = ['x-hmac-signature', 'vrf-hmac-signature'];

/**
 * Either header proves the delivery, with the hex HMAC-SHA256 of the raw body.
 * @param keys the secrets in use
 */
export function authenticateEitherHeader(delivery: Delivery, keys: readonly string[]): Authenticated {
	let authenticated: Authenticated = refuse(
		'signature_missing',
		`The ${HEADERS.join(' or ')} header is missing; only deliveries signed by the provider are accepted.`,
	);
	for (const name of HEADERS.filter((candidate) => header(delivery, candidate) !== null)) {
		authenticated = authenticateHmac(delivery, { header: name, encoding: 'hex', field: 'Shared Secret' }, keys);
		if (authenticated.ok) break;
	}
	return authenticated;
}
