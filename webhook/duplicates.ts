import { type Capacity, ScopedMemory } from './scopedMemory';

/** An exclusive right to emit events that were not emitted before. */
export interface Claim {
	/** Those of the asked ids that are new, in order, each once. */
	readonly eventIds: readonly string[];
	/** Ends the claim: keeps the ids as seen, or forgets them so that a redelivery is taken again. */
	settle(accepted: boolean): void;
	/** The sender has gone, and will ask again, before it is known whether its events were accepted. */
	abandon(): void;
}

/**
 * How long an abandoned claim holds redeliveries back, in milliseconds: n8n may never end an answer, and then the
 * event must be taken again.
 */
const PATIENCE = 60_000;

/** Remembers which events this process has accepted, per scope (a workflow's node). */
export class SeenEvents {
	private readonly seen: ScopedMemory<true>;
	/** The ends of the claims that have not ended. */
	private readonly underWay = new Map<string, Promise<void>>();

	constructor(
		capacity: Capacity,
		private readonly patience = PATIENCE,
	) {
		this.seen = new ScopedMemory(capacity);
	}

	/**
	 * Claims the new ones of these ids. While another delivery of one of them is under way, waits
	 * for its end: only then is it known whether this one is a duplicate.
	 */
	async claim(scope: string, eventIds: readonly string[]): Promise<Claim> {
		const keys = new Map(eventIds.map((eventId) => [JSON.stringify([scope, eventId]), eventId]));
		for (;;) {
			const others = [...keys.keys()].flatMap((key) => this.underWay.get(key) ?? []);
			if (others.length === 0) break;
			await Promise.all(others);
		}
		// No await from here to the end: two deliveries cannot claim the same id.
		for (const [key, eventId] of keys) if (this.seen.get(scope, eventId)) keys.delete(key);
		let release = () => {};
		const end = new Promise<void>((resolve) => (release = resolve));
		for (const key of keys.keys()) this.underWay.set(key, end);
		const settle = (accepted: boolean) => {
			for (const [key, eventId] of keys) {
				// After an abandoned claim has ended, another may be under way.
				if (this.underWay.get(key) === end) this.underWay.delete(key);
				if (accepted) this.seen.set(scope, eventId, true);
			}
			release();
		};
		const abandon = () => AbortSignal.timeout(this.patience).addEventListener('abort', () => settle(false));
		return { eventIds: [...keys.values()], settle, abandon };
	}
}
