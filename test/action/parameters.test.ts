import type { IDataObject } from 'n8n-workflow';
import { runNode } from '../support/api/node';
import { server } from '../nodes/Persona/server';

const list = (filters: unknown, more: IDataObject = {}) =>
	runNode(server, { operation: 'getAll', returnAll: true, filters: filters as IDataObject, ...more });

describe('a filter', () => {
	it.each([[undefined], [null], [{}], [['abc-123']], [true], ['  ']])(
		'that holds %j lets nobody through',
		async (externalId) => {
			await expect(list({ externalId })).rejects.toThrow('The filter External ID is empty');
		},
	);

	it.each([['rejected'], [['Rejected']], [{}]])('of the statuses %j is refused', async (statuses) => {
		await expect(list({ statuses })).rejects.toThrow('something else than statuses');
	});

	it.each([[0], [-1], [1.5], [Number.NaN], ['ten'], [{}], [true]])('with the limit %j is refused', async (limit) => {
		await expect(list({}, { returnAll: false, limit })).rejects.toThrow('Limit is not a whole number above 0');
	});
});

describe('a time', () => {
	it.each([[new Date('2020-01-01')], [{ toISO: () => '', valueOf: (): number => 0 }], ['2020-01-01T00:00:00Z']])(
		'may be %j',
		async (since) => {
			const { items } = await runNode(server, {
				resource: 'event',
				operation: 'getAll',
				returnAll: true,
				since: since as never,
			});
			expect(items.length).toBeGreaterThan(5);
		},
	);

	it.each([[true], [{}], ['yesterday']])('may not be %j', async (since) => {
		const get = runNode(server, { resource: 'event', operation: 'getAll', since: since as never });
		await expect(get).rejects.toThrow('Since is not a time');
	});
});

describe('what a verification is begun with', () => {
	const create = (more: IDataObject) => runNode(server, { ...server.create, operation: 'create', ...more });

	it.each([[''], [null], [undefined], [{}]])('is chosen: %j is not', async (value) => {
		await expect(create({ template: { mode: 'id', value } as IDataObject })).rejects.toThrow('Nothing is chosen');
	});

	it.each([['soon'], [-1], [1.5], [Number.NaN], [null]])('ends after whole seconds: not %j', async (expiresAfter) => {
		await expect(create({ additionalFields: { expiresAfter } })).rejects.toThrow('Expires After is not a whole');
	});
});

describe('a reference', () => {
	it.each([[2 ** 53], [Number.NaN], [1e21]])('is not %j', async (externalId) => {
		await expect(runNode(server, { ...server.create, operation: 'create', externalId })).rejects.toThrow(
			'cannot be told exactly',
		);
	});
});

describe('an operation', () => {
	it('that there is not is refused', async () => {
		const handle = jest.fn();
		const asked = runNode(server, { operation: 'nonsense' }, { handle });
		await expect(asked).rejects.toThrow('There is no operation "nonsense"');
		expect(handle).not.toHaveBeenCalled();
	});
});
