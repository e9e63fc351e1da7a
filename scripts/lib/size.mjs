/** What a newcomer reads in five minutes. */
const MOST = { words: 1200, bytes: 10_000 };

/**
 * Whether the README has grown too long.
 * @param {string} readme
 * @returns {string[]} a sentence for each limit that is passed
 */
export function tooLong(readme) {
	const found = { words: readme.split(/\s+/).filter(Boolean).length, bytes: Buffer.byteLength(readme) };
	return Object.keys(MOST)
		.filter((unit) => found[unit] > MOST[unit])
		.map((unit) => `README.md has ${found[unit]} ${unit}, and may have ${MOST[unit]}: move something to docs/.`);
}
