import { createHash } from 'node:crypto';
import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { quoted } from './log';
import type { Options } from './options';

/**
 * Event ids that n8n's database remembers for one node. n8n rewrites all of them for each new one:
 * more would slow every execution down.
 */
const REMEMBERED_EVENTS = 5000;

/** Ids that are recorded once more with the next ones. */
const RECENT_IDS = 200;

/** What this process has recorded last, newest first, by node. */
const recentIds = new Map<string, readonly string[]>();

/** One after the other: n8n's check and record are two steps, and the last to write wins. */
let queue: Promise<unknown> = Promise.resolve();

/**
 * Drops the events that an earlier execution of this node has put out, if the user wants that.
 * Exact within one process; two workers at the same moment can both let an event through.
 */
export async function unremembered(
	context: IExecuteFunctions,
	events: INodeExecutionData[],
): Promise<INodeExecutionData[]> {
	const options = context.getNodeParameter('options', 0, {}) as Options;
	const wanted =
		(options.ignoreDuplicates ?? true) &&
		options.rememberEventsIn === 'database' &&
		// Else the events of a failed execution would not come out when the provider sends them again.
		options.responseMode !== 'lastNode';
	// A person who tests a workflow or retries an execution wants its events again.
	if (!wanted || events.length === 0 || context.getMode() !== 'webhook') return events;
	const turn = queue.then(() => newOf(context, events));
	queue = turn.catch(() => {});
	return await turn;
}

async function newOf(context: IExecuteFunctions, events: INodeExecutionData[]): Promise<INodeExecutionData[]> {
	const idOf = ({ json }: INodeExecutionData) => digest(String(json.eventId));
	// A worker that dies leaves its execution to another one, which must not take it for a duplicate.
	const ownIdOf = (event: INodeExecutionData) => digest(`${context.getExecutionId()} ${idOf(event)}`);
	const unseen = new Set(await checkAndRecord(context, [...events.map(idOf), ...events.map(ownIdOf)]));
	return events.filter((event) => unseen.has(idOf(event)) || !unseen.has(ownIdOf(event)));
}

/** Of one length, however long the id is that a provider sends. */
function digest(id: string): string {
	return createHash('sha256').update(id).digest('base64');
}

/**
 * Records the ids, and those of before once more: a worker that wrote at the same moment has taken them out again.
 * @returns the ids that were not recorded before; all of them when the database does not answer,
 * since an event that comes out twice harms less than one that is lost
 */
async function checkAndRecord(context: IExecuteFunctions, ids: string[]): Promise<unknown[]> {
	const scope = `${context.getWorkflow().id} ${context.getNode().id}`;
	const recent = recentIds.get(scope) ?? [];
	const all = [...ids, ...recent];
	const attempt = () =>
		context.helpers.checkProcessedAndRecord(all, 'node', { mode: 'entries', maxEntries: 2 * REMEMBERED_EVENTS });
	try {
		// The first records of two workers can meet: the second attempt finds the other's.
		const { new: unrecorded } = await attempt().catch(attempt);
		recentIds.set(scope, all.slice(0, RECENT_IDS));
		return unrecorded.filter((id) => !recent.includes(String(id)));
	} catch {
		context.logger.warn(`The node ${quoted(context.getNode().name)} could not look for duplicates in n8n's database`);
		return ids;
	}
}
