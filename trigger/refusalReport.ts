import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
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

/** What tells a report from an event on the way from `webhook()` to `execute()`: no event has such a field. */
const TAG = 'refusalReport';

/** The item that `webhook()` hands over. */
export function tagged(report: RefusalReport): INodeExecutionData {
	return { json: { [TAG]: { ...report } } };
}

/** The item as it is put out, or null when it is an event. */
export function reportOf({ json }: INodeExecutionData): INodeExecutionData | null {
	return TAG in json ? { json: json[TAG] as IDataObject } : null;
}
