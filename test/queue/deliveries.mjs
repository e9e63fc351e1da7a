/** The provider whose events are made by the hundred: what it calls `id` is the item's `eventId`. */
const STREAMED = 'truora';

/** @param {import('../../scripts/lib/providers.mjs').ProviderNode[]} providers */
export function streamed(providers) {
	return providers.find(({ samples }) => samples.provider.id === STREAMED);
}

/**
 * @typedef {object} Delivery
 * @property {string} eventId of the one event in it
 * @property {import('../../webhook/samples').Sealed} sealed what is sent, the same bytes each time
 */

/**
 * Distinct events of that provider, all statuses in turn.
 * @param {import('./triggers.mjs').Trigger} trigger
 * @param {number} count
 * @returns {Promise<Delivery[]>}
 */
export async function distinctDeliveries({ samples, secrets }, count) {
	const deliveries = Array.from({ length: count }, async (_, index) => {
		const payload = samples.samples[index % samples.samples.length].create({});
		return { eventId: String(payload.id), sealed: await samples.seal(payload, secrets, Date.now()) };
	});
	return Promise.all(deliveries);
}
