import { NodeOperationError, type IDataObject, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { putOut } from '../../trigger/outputs';
import { reportOf, tagged, type RefusalReport } from '../../trigger/refusalReport';
import { receiveDelivery } from '../../trigger/webhook';
import { type Circumstances, newWorkflowId, provider, Response, webhookContext } from './webhookContext';

const MINUTE = 60_000;
const wanted: IDataObject = { options: { refusedOutput: true } };
const forged = { 'x-refuse': 'signature_mismatch', 'x-signature': 'hush-hush' };

beforeEach(() => {
	jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
});
afterEach(() => {
	jest.useRealTimers();
});

async function receive(circumstances: Circumstances) {
	const response = new Response();
	const result = await receiveDelivery(webhookContext({ response, ...circumstances }).context, provider);
	const [item] = result.workflowData?.[0] ?? [];
	return { response, result, report: item && reportOf(item)?.json };
}

describe('a report of refused deliveries', () => {
	it('is not made unless the user wants it', async () => {
		const { result } = await receive({ headers: forged });
		expect(result).toEqual({ noWebhookResponse: true });
	});

	it('tells why, and holds nothing of the body and of the values of headers', async () => {
		jest.setSystemTime(Date.parse('2026-03-04T05:06:07.089Z'));
		const body = Buffer.from('{"name":"hush-hush"}');
		const {
			result,
			response,
			report: made,
		} = await receive({
			...{ headers: forged, body, ip: '203.0.113.7', parameters: wanted },
		});
		expect(response.answers).toMatchObject([{ status: 401, body: { code: 'signature_mismatch' } }]);
		const report = {
			provider: 'example',
			code: 'signature_mismatch',
			hint: 'Refused at a tolerance of 300 seconds.',
			count: 1,
			receivedAt: '2026-03-04T05:06:07.089Z',
			senderAddress: '203.0.113.7',
			headerNames: ['x-refuse', 'x-signature'],
		};
		expect(made).toEqual(report);
		expect(result).toEqual({ noWebhookResponse: true, workflowData: [[expect.anything()]] });
		expect(JSON.stringify(result)).not.toContain('hush');
	});

	it('has no address where n8n knows none', async () => {
		expect((await receive({ headers: forged, parameters: wanted })).report).toMatchObject({ senderAddress: null });
	});

	it('is made at most once a minute, with the number of refusals since the last', async () => {
		const circumstances = { workflowId: newWorkflowId(), headers: forged, parameters: wanted };
		const counts: unknown[] = [];
		for (const pause of [0, 1, 1, MINUTE - 3, 1, MINUTE, 10 * MINUTE]) {
			jest.advanceTimersByTime(pause);
			const { report, response } = await receive(circumstances);
			expect(response.answers).toMatchObject([{ status: 401 }]);
			counts.push(report?.count ?? null);
		}
		expect(counts).toEqual([1, null, null, null, 4, 1, 1]);
	});

	it('is made for each reason, node and workflow', async () => {
		const workflowId = newWorkflowId();
		const all: Circumstances[] = [
			{ workflowId, headers: forged },
			{ workflowId, headers: { 'x-refuse': 'signature_missing' } },
			{ workflowId, headers: forged, nodeId: 'other' },
			{ headers: forged },
			{ workflowId, credential: { key: '' } },
		];
		for (const each of all) expect((await receive({ ...each, parameters: wanted })).report?.count).toBe(1);
		for (const each of all.slice(0, 3)) expect((await receive({ ...each, parameters: wanted })).report).toBeUndefined();
	});

	it('says what is wrong with a credential, which no sender may read', async () => {
		const { report, response } = await receive({ credential: { key: '' }, parameters: wanted });
		expect(report?.hint).toBe('The credential cannot work: Signing Key is empty: copy it from the provider.');
		expect(JSON.stringify(response.answers)).not.toContain('Signing Key');
	});
});

describe('while a person listens in the editor', () => {
	const listening = { mode: 'manual', headers: forged } as const;

	it('a refused delivery is shown, whether or not there is an output for it', async () => {
		for (const parameters of [{}, wanted]) {
			const { report, response } = await receive({ ...listening, parameters });
			expect(report).toMatchObject({ code: 'signature_mismatch' });
			expect(response.answers).toMatchObject([{ status: 401 }]);
		}
	});

	it('further ones for the same reason leave the listener alone for a minute', async () => {
		const workflowId = newWorkflowId();
		const codes = ['signature_mismatch', 'signature_missing', 'signature_mismatch', 'signature_missing'];
		const shown: boolean[] = [];
		for (const code of codes) {
			const { result } = await receive({ ...listening, workflowId, headers: { 'x-refuse': code } });
			shown.push(result.workflowData !== undefined);
		}
		expect(shown).toEqual([true, true, false, false]);
		jest.advanceTimersByTime(MINUTE);
		expect((await receive({ ...listening, workflowId })).report?.count).toBe(2);
	});
});

it('a refusal that was shown in the editor is reported all the same when it comes to the workflow', async () => {
	const circumstances = { workflowId: newWorkflowId(), headers: forged, parameters: wanted };
	for (const mode of ['manual', 'webhook'] as const) {
		expect((await receive({ ...circumstances, mode })).report).toMatchObject({ count: 1 });
	}
});

describe('the output for refusals', () => {
	const event = (status: string): INodeExecutionData => ({ json: { status, eventId: status } });
	const told = { provider: 'example', code: 'signature_mismatch', hint: 'Compare the secret.' } as RefusalReport;
	const report = tagged(told);
	const putOutItem: INodeExecutionData = { json: { ...told } };

	async function put(items: INodeExecutionData[], parameters: IDataObject, continueOnFail = false) {
		const asked: string[][] = [];
		const context = {
			getInputData: () => items,
			getNodeParameter: (name: string, _: number, fallback: unknown) => parameters[name] ?? fallback,
			getMode: () => 'webhook',
			getNode: () => ({ name: 'My Trigger', type: 'exampleTrigger' }),
			continueOnFail: () => continueOnFail,
			getExecutionId: () => '1',
			helpers: {
				async checkProcessedAndRecord(ids: string[]) {
					asked.push(ids);
					return { new: ids, processed: [] };
				},
			},
		} as unknown as IExecuteFunctions;
		return { outputs: await putOut(context), asked };
	}

	it('comes last, and holds the reports alone', async () => {
		const perStatus = await put([event('approved')], wanted);
		expect(perStatus.outputs).toEqual([[], [event('approved')], [], [], []]);
		expect((await put([report], wanted)).outputs).toEqual([[], [], [], [], [putOutItem]]);
		expect((await put([report], { ...wanted, outputs: 'single' })).outputs).toEqual([[], [putOutItem]]);
	});

	it.each([{}, { outputs: 'single' }])('is replaced by an error where there is none: %j', async (parameters) => {
		const error: unknown = await put([report], parameters).catch((thrown: unknown) => thrown);
		expect(error).toBeInstanceOf(NodeOperationError);
		expect(error).toMatchObject({ message: 'Refused a delivery: signature_mismatch', description: told.hint });
	});

	it('lets no report out among the events where an error would let the input out', async () => {
		expect((await put([report], {}, true)).outputs).toEqual([[], [], [], []]);
		expect((await put([report], { outputs: 'single' }, true)).outputs).toEqual([[]]);
	});

	it('takes an event for an event, whatever its payload is called', async () => {
		const odd = { json: { status: 'approved', code: '9001', payload: { refusalReport: {}, code: 'x' } } };
		expect((await put([odd], {})).outputs).toEqual([[], [odd], [], []]);
	});

	it('does not remember reports as events', async () => {
		const options = { refusedOutput: true, rememberEventsIn: 'database' };
		const { outputs, asked } = await put([report], { options });
		expect(outputs.at(-1)).toEqual([putOutItem]);
		expect(asked).toEqual([]);
	});
});
