const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/**
 * What makes a payload long: many small fields, as in a provider's report, not one long text.
 * @param {number} bytes of its JSON, about
 * @returns {object[]}
 */
export function filler(bytes) {
	const entries = [];
	for (let length = 2, index = 0; length < bytes; index++) {
		const entry = { name: `field_${index}`, value: LETTERS.slice(index % 13), checked: index % 2 === 0, score: index };
		const json = JSON.stringify(entry).length + 1;
		if (length + json > bytes) break;
		entries.push(entry);
		length += json;
	}
	return entries;
}

/**
 * Finds how much filler brings a body to a size.
 * @param {number} target bytes of the body
 * @param {(bytes: number) => Promise<number> | number} lengthWith the body's length with so many bytes of filler
 * @returns {Promise<number>} for `filler`; the body is at most as long as it should be
 */
export async function fillerBytesFor(target, lengthWith) {
	const least = await lengthWith(0);
	const growth = ((await lengthWith(target)) - least) / target;
	let bytes = Math.max(0, Math.floor((target - least) / growth));
	while (bytes > 0 && (await lengthWith(bytes)) > target) bytes -= Math.max(32, bytes >> 7);
	return Math.max(0, bytes);
}
