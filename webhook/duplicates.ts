import { createHash } from 'node:crypto';

/** An exclusive right to emit events that were not emitted before. */
export interface Claim {
	/** Those of the asked ids that are new, in order, each once. */
	readonly eventIds: readonly string[];
	/** Ends the claim: keeps the ids as seen, or forgets them so that a redelivery is taken again. */
	settle(accepted: boolean): void;
}

/**
 * Remembers which events this process has accepted, per scope (a workflow's node).
 * Bounded: past `capacity` ids the oldest are forgotten.
 */
export class SeenEvents {
	private readonly seen = new Set<string>();
	private readonly pending = new Map<string, Promise<void>>();

	constructor(private readonly capacity: number) {}

	/**
	 * Claims the new ones of these ids. While another delivery of one of them is under way, waits
	 * for its end: only then is it known whether this one is a duplicate.
	 */
	async claim(scope: string, eventIds: readonly string[]): Promise<Claim> {
		const keys = new Map(eventIds.map((eventId) => [fingerprint(scope, eventId), eventId]));
		for (;;) {
			const underWay = [...keys.keys()].flatMap((key) => this.pending.get(key) ?? []);
			if (underWay.length === 0) break;
			await Promise.all(underWay);
		}
		// No await from here to the end: two deliveries cannot claim the same id.
		for (const key of keys.keys()) if (this.seen.has(key)) keys.delete(key);
		let release = () => {};
		const settled = new Promise<void>((resolve) => (release = resolve));
		for (const key of keys.keys()) this.pending.set(key, settled);
		return {
			eventIds: [...keys.values()],
			settle: (accepted) => {
				for (const key of keys.keys()) {
					this.pending.delete(key);
					if (accepted) this.remember(key);
				}
				release();
			},
		};
	}

	private remember(key: string): void {
		this.seen.add(key);
		for (const oldest of this.seen) {
			if (this.seen.size <= this.capacity) break;
			this.seen.delete(oldest);
		}
	}
}

/** Of one length, however long the id is that a provider sends. */
function fingerprint(scope: string, eventId: string): string {
	return createHash('sha256')
		.update(JSON.stringify([scope, eventId]))
		.digest('base64');
}
