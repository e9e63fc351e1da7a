import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { putOut } from '../../trigger/outputs';

function contextOf(statuses: readonly string[], parameters: IDataObject): IExecuteFunctions {
	return {
		getInputData: () => statuses.map((status, index) => ({ json: { status, eventId: `e${index}` } })),
		getNodeParameter: (name: string, _: number, fallback: unknown) => parameters[name] ?? fallback,
		getMode: () => 'webhook',
	} as unknown as IExecuteFunctions;
}

const idsOf = async (statuses: readonly string[], parameters: IDataObject = {}) =>
	(await putOut(contextOf(statuses, parameters))).map((items) => items.map(({ json }) => json.eventId));

describe('putOut', () => {
	it.each([
		['other', [['e0'], [], [], []]],
		['approved', [[], ['e0'], [], []]],
		['rejected', [[], [], ['e0'], []]],
		['pending', [[], [], [], ['e0']]],
	])('puts an event that is %s on its own output', async (status, ids) => {
		expect(await idsOf([status], { outputs: 'perStatus' })).toEqual(ids);
		expect(await idsOf([status])).toEqual(ids);
	});

	it('keeps the order of events on each output', async () => {
		const statuses = ['other', 'approved', 'pending', 'approved', 'rejected', 'other'];
		expect(await idsOf(statuses)).toEqual([['e0', 'e5'], ['e1', 'e3'], ['e4'], ['e2']]);
		expect(await idsOf(statuses, { outputs: 'single' })).toEqual([['e0', 'e1', 'e2', 'e3', 'e4', 'e5']]);
	});

	it('puts out the items as they came', async () => {
		const [, items] = await putOut(contextOf(['approved'], {}));
		expect(items).toEqual([{ json: { status: 'approved', eventId: 'e0' } }]);
	});
});
