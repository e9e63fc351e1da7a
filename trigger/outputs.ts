import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { statuses } from '../webhook/event';
import { unremembered } from './remembered';

/**
 * n8n's `execute()` of every trigger: in the execution that a delivery started (on a worker, in
 * queue mode) it takes the events that `webhook()` handed over, drops those that n8n's database
 * remembers, and puts each on the output of its status.
 */
export async function putOut(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const events = await unremembered(context, context.getInputData());
	if (context.getNodeParameter('outputs', 0, 'perStatus') === 'single') return [events];
	return statuses.map((status) => events.filter(({ json }) => json.status === status));
}
