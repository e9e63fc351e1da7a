import { randomBytes } from 'node:crypto';
import { filler, fillerBytesFor } from './filler.mjs';

let events = randomBytes(4).readUInt32BE();

/** What `distinct` gives, wherever it stands. */
export const DISTINCT = /event-[0-9a-f]{8}/;

/** @returns {string} an id that was not given out before */
export const distinct = () => `event-${(events++).toString(16).padStart(8, '0')}`;

/**
 * Deliveries of one provider, all of the same kind and size, each of an event of its own.
 * @param {import('../../webhook/samples').Samples} samples
 * @param {number} bytes length of a body, never longer; a provider that takes its own words only gets no more than those
 * @returns {Promise<{ secrets: Record<string, string>, next: () => Promise<import('../../webhook/samples').Sealed> }>}
 */
export async function deliveriesOf(samples, bytes) {
	const { provider, newSecrets, samples: all, seal } = samples;
	const secrets = newSecrets();
	const [sample] = all;
	const plain = () => seal(sample.create({}), secrets, Date.now());
	const filled = (/** @type {number} */ fill) =>
		seal({ ...sample.create({}), details: [{ name: distinct() }, ...filler(fill)] }, secrets, Date.now());
	const fill = await fillerBytesFor(bytes, async (tried) => Buffer.byteLength((await filled(tried)).body));
	const { ok } = await provider.authenticate(received(await filled(fill)), secrets, clockOf(provider));
	return { secrets, next: ok ? () => filled(fill) : plain };
}

/**
 * A delivery as a provider's functions take it.
 * @param {import('../../webhook/samples').Sealed} sealed
 * @returns {import('../../webhook/provider').Delivery}
 */
export function received({ headers, body }) {
	const lowerCase = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]);
	return { rawBody: Buffer.from(body), headers: Object.fromEntries(lowerCase) };
}

/**
 * What a provider reads in a delivery, as `receive` does it.
 * @param {import('../../webhook/provider').Provider} provider
 * @param {import('../../webhook/provider').Delivery} delivery
 * @param {Record<string, string>} secrets
 * @returns {Promise<import('../../webhook/provider').ProviderEvent[]>}
 * @throws when the provider refuses it
 */
export async function eventsIn(provider, delivery, secrets) {
	const authenticated = await provider.authenticate(delivery, secrets, clockOf(provider));
	if (!authenticated.ok) throw new Error(`${provider.displayName} refused a delivery: ${authenticated.code}`);
	return provider.read(JSON.parse(Buffer.from(authenticated.payload).toString()), {
		parameters: {},
		signedId: authenticated.signedId ?? null,
		fingerprint: () => '',
	});
}

const clockOf = ({ tolerance = 0 }) => ({ now: Date.now(), tolerance });
