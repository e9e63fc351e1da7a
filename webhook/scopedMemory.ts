import { createHash } from 'node:crypto';

/** How much is remembered: for one scope, and for all of them together. */
export interface Capacity {
	readonly perScope: number;
	readonly total: number;
}

/**
 * Values by key, apart for each scope (a workflow's node). Bounded: the oldest entries are forgotten first, and where
 * all scopes together hold too many, those of the scope that holds most, so that none can flush another's memory.
 * Keys are kept as digests of one length, however long a key is that a provider sends.
 */
export class ScopedMemory<Value> {
	private readonly scopes = new Map<string, Map<string, Value>>();
	private size = 0;

	constructor(private readonly capacity: Capacity) {}

	get(scope: string, key: string): Value | undefined {
		return this.scopes.get(scope)?.get(digest(key));
	}

	/** Remembers a value as the newest of its scope. */
	set(scope: string, key: string, value: Value): void {
		const entries = this.scopes.get(scope) ?? new Map<string, Value>();
		this.scopes.set(scope, entries);
		const kept = digest(key);
		if (!entries.delete(kept)) this.size++;
		entries.set(kept, value);
		if (entries.size > this.capacity.perScope) this.forgetOldest(entries);
		else if (this.size > this.capacity.total) this.forgetOldest(this.fullest());
	}

	delete(scope: string, key: string): void {
		if (this.scopes.get(scope)?.delete(digest(key))) this.size--;
	}

	private fullest(): Map<string, Value> {
		let fullest = new Map<string, Value>();
		for (const entries of this.scopes.values()) if (entries.size > fullest.size) fullest = entries;
		return fullest;
	}

	private forgetOldest(entries: Map<string, Value>): void {
		for (const oldest of entries.keys()) {
			entries.delete(oldest);
			this.size--;
			return;
		}
	}
}

function digest(key: string): string {
	return createHash('sha256').update(key).digest('base64');
}
