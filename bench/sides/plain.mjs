import { distinct } from '../lib/deliveries.mjs';
import { filler, fillerBytesFor } from '../lib/filler.mjs';

/**
 * Bodies for the sides that are no trigger of this package: JSON of the same size.
 * @param {number} bytes
 * @param {(content: object) => object} [wrap]
 * @returns {Promise<() => string>} another body each time
 */
export async function plainBodies(bytes, wrap = (content) => content) {
	const bodyWith = (/** @type {number} */ fill) =>
		JSON.stringify(wrap({ id: distinct(), status: 'approved', details: filler(fill) }));
	const fill = await fillerBytesFor(bytes, (tried) => bodyWith(tried).length);
	return () => bodyWith(fill);
}
