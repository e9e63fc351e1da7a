import { outdated } from './outcome';
import type { ProviderEvent } from './provider';
import { type Capacity, ScopedMemory } from './scopedMemory';

/** Events, those that came late marked as such. */
export interface Noted {
	readonly events: readonly ProviderEvent[];
	/** Ends it: keeps the times of accepted events, or takes back those of events that were not accepted after all. */
	settle(accepted: boolean): void;
}

/** How far ahead of now a time may lie to be believed: a day, in milliseconds. Else it would make all later ones late. */
const AHEAD = 86_400_000;

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
	 * or none, change nothing. Events on Other count for nothing, and what tells of a part makes nothing outdated: the
	 * decision on the whole must come out, even behind it. A check that is pending again makes approvals outdated, but
	 * no rejection.
	 * @param now milliseconds
	 */
	note(scope: string, events: readonly ProviderEvent[], now: number): Noted {
		const noted: { sequence: string; time: number; before: number | undefined }[] = [];
		const marked = events.map((event) => {
			const { status, reason, check, occurredAt } = event;
			const whole = event.sequence ?? event.verificationId;
			if (status === 'other' || whole === null || occurredAt === null) return event;
			const pendingChecks = JSON.stringify([whole, 'pending checks']);
			const time = Date.parse(occurredAt);
			const isOlder = (sequence: string) => time < (this.latest.get(scope, sequence) ?? time);
			if (isOlder(whole) || (status !== 'rejected' && isOlder(pendingChecks))) return { ...event, ...outdated };
			if (reason !== 'partial' && time <= now + AHEAD) {
				const sequence = status === 'pending' && check !== null ? pendingChecks : whole;
				const before = this.latest.get(scope, sequence);
				this.latest.set(scope, sequence, time);
				noted.push({ sequence, time, before });
			}
			return event;
		});
		return { events: marked, settle: (accepted) => this.settle(scope, noted.splice(0), accepted) };
	}

	private settle(
		scope: string,
		noted: readonly { sequence: string; time: number; before: number | undefined }[],
		accepted: boolean,
	): void {
		for (const { sequence, time, before } of noted.toReversed()) {
			const latest = this.latest.get(scope, sequence);
			if (accepted) {
				// Another delivery of the same time may have taken it back.
				if (latest === undefined || latest < time) this.latest.set(scope, sequence, time);
			} else if (latest === time) {
				if (before === undefined) this.latest.delete(scope, sequence);
				else this.latest.set(scope, sequence, before);
			}
		}
	}
}
