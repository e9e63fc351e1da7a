/** What the user set under Options; what was not added is absent. */
export interface Options {
	/** Seconds. */
	readonly tolerance?: number;
	readonly includePayload?: boolean;
	readonly ignoreDuplicates?: boolean;
	readonly refusedOutput?: boolean;
	readonly rememberEventsIn?: 'process' | 'database';
	readonly responseMode?: 'onReceived' | 'lastNode';
	readonly testDeliveries?: 'other' | 'live';
	readonly lateEvents?: 'other' | 'keep';
	/** Those of one provider alone. */
	readonly [name: string]: unknown;
}
