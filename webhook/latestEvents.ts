import { outdated } from './outcome';
import type { ProviderEvent } from './provider';
import { type Capacity, ScopedMemory } from './scopedMemory';

/** Events, those that came late marked as such. */
export interface Noted {
	readonly events: readonly ProviderEvent[];
	/** Takes back what was remembered of them, when they were not accepted after all. */
	undo(): void;
}

/**
 * Remembers, per scope (a workflow's node), when the latest event of a verification happened, so that a late
 * "pending" does not undo a decision, nor a replayed approval a rejection.
 */
export class LatestEvents {
	/** Milliseconds, by `ProviderEvent.sequence`. */
	private readonly latest: ScopedMemory<number>;

	constructor(capacity: Capacity) {
		this.latest = new ScopedMemory(capacity);
	}

	/**
	 * Notes events in their order. One that is older than another of its verification becomes `outdated`; equal times,
	 * or none, change nothing, and events on Other count for nothing.
	 */
	note(scope: string, events: readonly ProviderEvent[]): Noted {
		const undos: (() => void)[] = [];
		const marked = events.map((event) => {
			const { status, verificationId, occurredAt } = event;
			if (status === 'other' || verificationId === null || occurredAt === null) return event;
			const sequence = event.sequence ?? verificationId;
			const time = Date.parse(occurredAt);
			const before = this.latest.get(scope, sequence);
			if (before !== undefined && time < before) return { ...event, ...outdated };
			if (before !== time) {
				this.latest.set(scope, sequence, time);
				undos.push(() => this.restore(scope, sequence, time, before));
			}
			return event;
		});
		return { events: marked, undo: () => undos.reverse().forEach((undo) => undo()) };
	}

	/** Unless somebody has noted a later event meanwhile. */
	private restore(scope: string, sequence: string, time: number, before: number | undefined): void {
		if (this.latest.get(scope, sequence) !== time) return;
		if (before === undefined) this.latest.delete(scope, sequence);
		else this.latest.set(scope, sequence, before);
	}
}
