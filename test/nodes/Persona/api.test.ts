import type { IDataObject } from 'n8n-workflow';
import { personaApi } from '../../../nodes/Persona/api';
import { events } from '../../../nodes/Persona/events';
import { persona } from '../../../nodes/Persona/persona';
import type { JsonObject } from '../../../webhook/json';
import { askServer, runNode, type Surroundings } from '../../support/api/node';
import { jsonOf, type ServerRequest } from '../../support/api/server';
import { server } from './server';

async function run(parameters: IDataObject, around: Surroundings = {}) {
	const { items, requests } = await runNode(server, parameters, { mode: 'manual', ...around });
	const queries = requests.map(({ path }) => new URL(path, 'https://api.withpersona.com').searchParams);
	return { items: items.map(({ json }) => json), requests, queries };
}

const creating = (template: string, fields: IDataObject = {}) => ({
	...server.create,
	operation: 'create',
	template: { __rl: true, mode: 'id', value: template },
	additionalFields: fields,
});

const ids = server.states.map(({ verificationId }) => verificationId);

describe('Create', () => {
	it.each([
		['itmpl_1', 'inquiry-template-id'],
		['itmplv_1', 'inquiry-template-version-id'],
		['tmpl_1', 'template-id'],
	])('sends the template %s as %s and nothing that is empty', async (template, name) => {
		const { requests } = await run(creating(template));
		expect(requests.map(jsonOf)).toEqual([
			{
				data: { attributes: { [name]: template, 'reference-id': 'abc-123' } },
				meta: { 'auto-create-one-time-link': true },
			},
		]);
	});

	it('sends nothing for a template of another kind', async () => {
		const handle = jest.fn();
		await expect(run(creating('inq_1'), { handle })).rejects.toThrow('Template must begin with itmpl_');
		expect(handle).not.toHaveBeenCalled();
	});

	it.each([
		['{"data":{"attributes":{"reference-id":"somebody-else"}}}', 'data.attributes.reference-id'],
		['{"data":{"attributes":{"inquiry-template-id":"itmpl_2"}}}', 'data.attributes.inquiry-template-id'],
		['{"data":[]}', 'data'],
		['{"meta":{"auto-create-one-time-link":false}}', 'meta.auto-create-one-time-link'],
	])('lets nobody change what the node sets: %s', async (body, name) => {
		const handle = jest.fn();
		const begun = run(creating('itmpl_1', { body }), { handle });
		await expect(begun).rejects.toThrow(`The request body must not set "${name}"`);
		expect(handle).not.toHaveBeenCalled();
	});
});

describe('Get', () => {
	it('finds the newest by the own reference, with one request', async () => {
		const { items, queries } = await run({ operation: 'get', lookUpBy: 'externalId', externalId: 'abc-123' });
		expect(items).toMatchObject([{ verificationId: ids[0], externalId: 'abc-123' }]);
		expect(queries.map((query) => query.get('filter[reference-id]'))).toEqual(['abc-123']);
	});

	it('tells the time of the decision, else of the failure, the expiry or the completion', async () => {
		const [day, ...names] = ['2026-03-0', 'completed-at', 'expired-at', 'failed-at', 'decisioned-at'];
		const times = names.map((name, index) => [name, `${day}${9 - index}T10:00:00.000Z`] as const);
		for (const [index, [, time]] of times.entries()) {
			const attributes = { status: 'approved', ...Object.fromEntries(times.slice(0, index + 1)) };
			const handle = () => ({ status: 200, body: { data: { type: 'inquiry', id: 'inq_1', attributes } } });
			const { items } = await run({ operation: 'get', verificationId: 'inq_1' }, { handle });
			expect(items).toMatchObject([{ occurredAt: time }]);
		}
	});

	it('says so where nobody has the reference', async () => {
		const got = run({ operation: 'get', lookUpBy: 'externalId', externalId: 'nobody' });
		await expect(got).rejects.toThrow('Persona has no verification with this external ID');
	});
});

describe('Get Many', () => {
	const listing = { operation: 'getAll' };

	it('goes through all pages, in the order of Persona', async () => {
		const { items, queries } = await run({ ...listing, returnAll: true });
		expect(items.map(({ verificationId }) => verificationId)).toEqual(ids);
		expect(queries.map((query) => query.get('page[after]'))).toEqual([null, ids[4]]);
	});

	it.each([
		[3, 1],
		[5, 1],
		[6, 2],
	])('asks for no more pages than %d items need', async (limit, pages) => {
		const { items, requests } = await run({ ...listing, limit });
		expect(items.map(({ verificationId }) => verificationId)).toEqual(ids.slice(0, limit));
		expect(requests).toHaveLength(pages);
	});

	it('counts only items of the statuses that are wanted', async () => {
		const { items, requests } = await run({ ...listing, limit: 1, filters: { statuses: ['rejected'] } });
		expect(items).toMatchObject([{ status: 'rejected', providerStatus: 'declined' }]);
		expect(requests).toHaveLength(1);
	});

	it('has Persona narrow it to a reference and a time, on each page', async () => {
		const filters = { externalId: 'abc-123', since: '2026-03-04T06:05:00.100+01:00' };
		const { queries } = await run({ ...listing, returnAll: true, filters });
		expect(queries).toHaveLength(2);
		for (const query of queries) {
			expect(query.get('filter[reference-id]')).toBe('abc-123');
			expect(query.get('filter[created-at-start]')).toBe('2026-03-04T05:05:00.100Z');
		}
	});

	it('refuses a time that is none', async () => {
		await expect(run({ ...listing, filters: { since: 'yesterday' } })).rejects.toThrow('Since is not a time');
	});
});

describe('Get Many of events', () => {
	const listing = { resource: 'event', operation: 'getAll', returnAll: true };
	const timeOf = (index: number) => new Date(Date.UTC(2026, 2, 4, 5, 59 - index)).toISOString();

	/** The server, each event a minute older than the one before. */
	function handle(request: ServerRequest) {
		const answer = server.handle(request);
		const { data } = answer.body as { data: { id: string; attributes: JsonObject }[] };
		const events = data.map((event) => {
			const index = server.states.findIndex(({ delivery }) => (delivery.data as JsonObject).id === event.id);
			return { ...event, attributes: { ...event.attributes, 'created-at': timeOf(index) } };
		});
		return { ...answer, body: { ...(answer.body as JsonObject), data: events } };
	}

	it('gives what the deliveries gave, with the same ids', async () => {
		const { items } = await run({ ...listing, since: '2020-01-01' });
		const context = { parameters: {}, signedId: null, fingerprint: () => 'fingerprint' };
		const told = server.states.flatMap(({ delivery }) => persona.read(delivery, context));
		expect(items).toHaveLength(told.length);
		for (const [index, { selector: _, payload: __, ...event }] of told.entries()) {
			expect(items[index]).toMatchObject(event);
		}
	});

	it.each([
		[2, 1],
		[5, 2],
		[6, 2],
	])('ends before the first that is older: %d events, %d pages', async (count, pages) => {
		const { items, requests } = await run({ ...listing, since: timeOf(count - 1) }, { handle });
		expect(items.map(({ occurredAt }) => occurredAt)).toEqual(
			Array.from({ length: count }, (_, index) => timeOf(index)),
		);
		expect(requests).toHaveLength(pages);
	});

	it('asks for the time', async () => {
		await expect(run(listing)).rejects.toThrow('Since is empty');
	});
});

describe('Cancel', () => {
	it('expires the inquiry and puts it out as it is then', async () => {
		const { items, requests } = await run({ operation: 'cancel', verificationId: 'inq_created' });
		expect(requests).toMatchObject([{ method: 'POST', path: '/api/v1/inquiries/inq_created/expire' }]);
		expect(items).toMatchObject([{ status: 'other', reason: 'expired', providerStatus: 'expired' }]);
	});

	it.each(['..', '.'])('does not lead elsewhere with the id %j', async (verificationId) => {
		const handle = jest.fn();
		await expect(run({ operation: 'cancel', verificationId }, { handle })).rejects.toThrow('is no ID');
		expect(handle).not.toHaveBeenCalled();
	});

	it('keeps an id with slashes in its place', async () => {
		const cancelled = run({ operation: 'cancel', verificationId: 'inq_1/../../webhooks/wbh_1' });
		await expect(cancelled).rejects.toThrow('The requested record could not be found');
	});
});

test('the templates are listed by their names', async () => {
	const templates = await personaApi.listTemplates(await askServer(server));
	expect(templates).toEqual([{ id: 'itmpl_ABC123', name: 'Basic KYC verification flow' }]);
});

describe('the webhooks', () => {
	const { webhooks } = personaApi;

	it('are told all attributes of all events, written as this package reads them', async () => {
		const sent: ServerRequest[] = [];
		const ask = await askServer(server, { handle: (request) => (sent.push(request), server.handle(request)) });
		await webhooks.create(ask, 'https://n8n.example/webhook/1');
		server.webhooks?.clear();
		const attributes = {
			name: 'n8n',
			url: 'https://n8n.example/webhook/1',
			'enabled-events': events.map(({ value }) => value),
			'api-version': '2025-12-08',
			'api-key-inflection': 'kebab',
			'included-allowlist': { state: 'include_all' },
		};
		expect(sent.map(jsonOf)).toEqual([{ data: { attributes } }]);
	});

	it('are gone once they are archived', async () => {
		const archived = { type: 'webhook', id: 'wbh_1', attributes: { url: 'https://n8n.example/1', status: 'archived' } };
		const handle = () => ({ status: 200, body: { data: [archived], links: { next: null } } });
		expect(await webhooks.list(await askServer(server, { handle }))).toEqual([]);
	});
});
