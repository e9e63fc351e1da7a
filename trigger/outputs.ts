import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { statuses } from '../webhook/event';
import type { Options } from './options';
import { isRefusalReport } from './refusalReport';
import { unremembered } from './remembered';

/**
 * n8n's `execute()` of every trigger: in the execution that a delivery started (on a worker, in
 * queue mode) it takes the events that `webhook()` handed over, drops those that n8n's database
 * remembers, and puts each on the output of its status; reports of refusals have one of their own.
 */
export async function putOut(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const items = context.getInputData();
	const events = await unremembered(
		context,
		items.filter((item) => !isRefusalReport(item)),
	);
	const outputs =
		context.getNodeParameter('outputs', 0, 'perStatus') === 'single'
			? [events]
			: statuses.map((status) => events.filter(({ json }) => json.status === status));
	const { refusedOutput } = context.getNodeParameter('options', 0, {}) as Options;
	return refusedOutput ? [...outputs, items.filter(isRefusalReport)] : outputs;
}
