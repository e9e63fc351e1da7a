/** What the user set under Options; what was not added is absent. */
export interface Options {
	/** Seconds. */
	readonly tolerance?: number;
	readonly includePayload?: boolean;
	readonly ignoreDuplicates?: boolean;
	readonly refusedOutput?: boolean;
	readonly rememberEventsIn?: 'process' | 'database';
	readonly responseMode?: 'onReceived' | 'lastNode';
}
