import { NodeOperationError, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { statuses } from '../webhook/event';
import type { Options } from './options';
import { reportOf } from './refusalReport';
import { unremembered } from './remembered';

/**
 * n8n's `execute()` of every trigger: in the execution that a delivery started (on a worker, in
 * queue mode) it takes the events that `webhook()` handed over, drops those that n8n's database
 * remembers, and puts each on the output of its status; reports of refusals have one of their own.
 * @throws NodeOperationError with the refusal, for the person who listens in the editor, where there is no such output
 */
export async function putOut(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const items = context.getInputData();
	const reports = items.flatMap((item) => reportOf(item) ?? []);
	const events = await unremembered(
		context,
		items.filter((item) => reportOf(item) === null),
	);
	const outputs =
		context.getNodeParameter('outputs', 0, 'perStatus') === 'single'
			? [events]
			: statuses.map((status) => events.filter(({ json }) => json.status === status));
	const { refusedOutput } = context.getNodeParameter('options', 0, {}) as Options;
	if (refusedOutput) return [...outputs, reports];
	const [refused] = reports;
	// Under "On Error: Continue", n8n would put what came in out on the first output.
	if (refused && !context.continueOnFail()) {
		throw new NodeOperationError(context.getNode(), `Refused a delivery: ${String(refused.json.code)}`, {
			description: String(refused.json.hint),
		});
	}
	return outputs;
}
