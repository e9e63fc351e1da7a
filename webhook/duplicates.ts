import { type Capacity, ScopedMemory } from './scopedMemory';

/** An exclusive right to emit events that were not emitted before. */
export interface Claim {
	/** Those of the asked ids that are new, in order, each once. */
	readonly eventIds: readonly string[];
	/** Ends the claim: keeps the ids as seen, or forgets them so that a redelivery is taken again. */
	settle(accepted: boolean): void;
	/**
	 * The sender has gone, and will ask again, before it is known whether its events were accepted.
	 * @param now milliseconds
	 */
	abandon(now: number): void;
}

/**
 * How long an abandoned claim holds redeliveries back, in milliseconds: n8n may never end an answer, and then the
 * event must be taken again.
 */
export const PATIENCE = 60_000;

/** A claim that has not ended. */
interface UnderWay {
	readonly settled: Promise<void>;
	/** Milliseconds. */
	abandonedAt?: number;
	settle(accepted: boolean): void;
}

/** Remembers which events this process has accepted, per scope (a workflow's node). */
export class SeenEvents {
	private readonly seen: ScopedMemory<true>;
	private readonly underWay = new Map<string, UnderWay>();

	constructor(capacity: Capacity) {
		this.seen = new ScopedMemory(capacity);
	}

	/**
	 * Claims the new ones of these ids. While another delivery of one of them is under way, waits
	 * for its end: only then is it known whether this one is a duplicate.
	 * @param now milliseconds
	 */
	async claim(scope: string, eventIds: readonly string[], now: number): Promise<Claim> {
		const keys = new Map(eventIds.map((eventId) => [JSON.stringify([scope, eventId]), eventId]));
		for (;;) {
			const others = [...keys.keys()].flatMap((key) => this.underWay.get(key) ?? []);
			for (const { abandonedAt, settle } of others) {
				if (abandonedAt !== undefined && now - abandonedAt > PATIENCE) settle(false);
			}
			const waitFor = [...keys.keys()].flatMap((key) => this.underWay.get(key)?.settled ?? []);
			if (waitFor.length === 0) break;
			await Promise.all(waitFor);
		}
		// No await from here to the end: two deliveries cannot claim the same id.
		for (const [key, eventId] of keys) if (this.seen.get(scope, eventId)) keys.delete(key);
		let release = () => {};
		const claim: UnderWay = {
			settled: new Promise<void>((resolve) => (release = resolve)),
			settle: (accepted) => {
				for (const [key, eventId] of keys) {
					// Who waited too long for this claim may hold one of its own by now.
					if (this.underWay.get(key) === claim) this.underWay.delete(key);
					if (accepted) this.seen.set(scope, eventId, true);
				}
				release();
			},
		};
		for (const key of keys.keys()) this.underWay.set(key, claim);
		return {
			eventIds: [...keys.values()],
			settle: claim.settle,
			abandon: (at) => (claim.abandonedAt ??= at),
		};
	}
}
