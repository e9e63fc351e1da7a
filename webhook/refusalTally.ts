/** How often a refusal may be reported, in milliseconds. */
const INTERVAL = 60_000;

/** Counts refusals, so that a flood of them is reported at most once a minute. */
export class RefusalTally {
	private readonly tallies = new Map<string, { reportedAt: number; count: number }>();

	/**
	 * Counts one refusal.
	 * @param key what is counted apart: a node and a refusal code
	 * @param now milliseconds
	 * @returns how many there were since the last report, this one included, when it is time for the next; else null
	 */
	add(key: string, now: number): number | null {
		const { reportedAt, count } = this.tallies.get(key) ?? { reportedAt: -Infinity, count: 0 };
		const due = now - reportedAt >= INTERVAL;
		this.tallies.set(key, due ? { reportedAt: now, count: 0 } : { reportedAt, count: count + 1 });
		return due ? count + 1 : null;
	}
}
