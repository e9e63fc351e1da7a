/** What stands behind a page, in words. */
export const evidence = {
	vector: 'a delivery that the provider has published is accepted',
	sdk: "the provider's own code or schema shows how it signs and what it sends",
	docs: "the provider's documentation",
	archive: "an old copy of the provider's documentation",
};

/**
 * Which readings are too old to be trusted.
 * @param {readonly { what: string, readOn: string }[]} readings `what` was read on which day: ISO 8601
 * @param {Date} today
 * @returns {string[]} a sentence for each that is more than twelve months old
 */
export function outdatedReadings(readings, today) {
	const limit = new Date(today);
	limit.setUTCFullYear(limit.getUTCFullYear() - 1);
	return readings
		.filter(({ readOn }) => !(new Date(readOn) >= new Date(limit.toISOString().slice(0, 10))))
		.map(
			({ what, readOn }) =>
				`${what}: the documentation was read on ${readOn}, more than twelve months ago. Read it again, mend what has changed, and set readOn.`,
		);
}
