import type { INodeExecutionData } from 'n8n-workflow';
import type { RefusalCode } from '../webhook/refusal';

/** The item on the output Refused. Nothing of the body is in it: nobody vouches for that. */
export interface RefusalReport {
	/** `Provider.id`. */
	readonly provider: string;
	readonly code: RefusalCode;
	readonly hint: string;
	/** Refusals with this code since the last report, this one included. */
	readonly count: number;
	/** ISO 8601, UTC. */
	readonly receivedAt: string;
	/** IP address as n8n sees it, by N8N_PROXY_HOPS. */
	readonly senderAddress: string | null;
	/** Of the last refused delivery; the values may hold secrets. */
	readonly headerNames: readonly string[];
}

/** Whether an item reports refusals; the others are events. */
export function isRefusalReport({ json }: INodeExecutionData): boolean {
	return 'code' in json;
}
