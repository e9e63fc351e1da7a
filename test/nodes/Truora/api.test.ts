import type { IDataObject } from 'n8n-workflow';
import type { JsonObject } from '../../../webhook/json';
import { runNode } from '../../support/api/node';
import type { ServerRequest } from '../../support/api/server';
import { server, token } from './server';

const creating = (fields: IDataObject = {}) => ({
	...server.create,
	operation: 'create',
	additionalFields: { ...(server.create.additionalFields as IDataObject), ...fields },
});

/** What is got of a success whose answer has other fields. */
async function got(changed: JsonObject): Promise<IDataObject> {
	const handle = (request: ServerRequest) => {
		const answer = server.handle(request);
		return { ...answer, body: { ...(answer.body as JsonObject), ...changed } };
	};
	const verificationId = server.states.find(({ name }) => name === 'success')?.verificationId;
	const { items } = await runNode(server, { operation: 'get', verificationId }, { handle });
	return items[0]?.json as IDataObject;
}

describe('Create', () => {
	it('sends a form, with nested fields under dotted names', async () => {
		const { requests } = await runNode(server, creating());
		expect(requests.map(({ host, body }) => [host, ...new URLSearchParams(body.toString())])).toEqual([
			[
				'api.account.truora.com',
				['key_type', 'web'],
				['grant', 'digital-identity'],
				['api_key_version', '1'],
				['country', 'ALL'],
				['flow_id', 'IPF0123456789abcdef'],
				['account_id', 'customer-7'],
				['redirect_url', 'https://example.com/done?a=1&b=2'],
				['phone', '+570000000000'],
				['emails', 'jane@doe.com'],
				['start_variables.metadata.name', 'juan'],
			],
		]);
	});

	it('puts the token into the link and nowhere else', async () => {
		const { items } = await runNode(server, { ...creating(), options: { includePayload: true } });
		const { url, ...rest } = items[0]?.json ?? {};
		expect(url).toBe(`https://identity.truora.com/?token=${token}`);
		expect(rest.payload).toEqual({ message: 'API key created successfully' });
		expect(JSON.stringify(rest)).not.toContain(token);
	});

	it.each([
		['no JWT', 'abc+/='],
		['a JWT without an end', `e30.${Buffer.from('{"iat":1}').toString('base64url')}.x`],
		['a JWT with an end of another kind', `e30.${Buffer.from('{"exp":"soon"}').toString('base64url')}.x`],
	])('does not guess until when the link works: %s', async (_, key) => {
		const handle = () => ({ status: 200, body: { api_key: key } });
		const { items } = await runNode(server, creating(), { handle });
		const url = `https://identity.truora.com/?token=${encodeURIComponent(key)}`;
		expect(items[0]?.json).toMatchObject({ url, urlExpiresAt: null });
	});

	it.each(['with space', 'Zo\u00eb', 'a/b', 'a@b'])('refuses the reference %j', async (externalId) => {
		const begun = runNode(server, { ...creating(), externalId });
		await expect(begun).rejects.toThrow('External ID may hold only letters');
	});

	it('lets nobody change what the node sets, and sends nothing that Truora would refuse', async () => {
		await expect(runNode(server, creating({ body: '{"key_type":"backend"}' }))).rejects.toThrow(
			'The request body must not set "key_type"',
		);
		const handle = jest.fn();
		await expect(runNode(server, creating({ redirectUrl: '' }), { handle })).rejects.toThrow('Redirect URL is empty');
		await expect(runNode(server, creating({ phone: '0170 123' }), { handle })).rejects.toThrow('Phone must look like');
		expect(handle).not.toHaveBeenCalled();
	});
});

describe('Get', () => {
	it.each([
		[{ failure_status: 'declined' }],
		[{ declined_reason: 'underage' }],
		[{ declined_reason: ['underage'] }],
		[{ validation_status: 'failure' }],
		[{ override_status: 'something_new' }],
		[{ override_status: {} }],
		[{ status: undefined }],
		[{ status: undefined, override_status: 'success' }],
		[{ status: 'pending', override_status: 'success' }],
		[{ status: 'overwritten_success' }],
		[{ status: 'completed' }],
		[{ status: 'SUCCESS' }],
	])('decides nothing when a success comes with %j', async (changed) => {
		expect(await got(changed)).toMatchObject({ status: 'other', reason: 'unknown' });
	});

	it('tells two states of one status apart where Truora tells when it changed', async () => {
		const [first, second, again] = await Promise.all(
			['2024-10-11T00:00:00Z', '2024-10-12T00:00:00Z', '2024-10-11T00:00:00Z'].map((update_date) =>
				got({ update_date }),
			),
		);
		expect(first?.eventId).toBe(again?.eventId);
		expect(first?.eventId).not.toBe(second?.eventId);
	});

	it('offers no look-up by the own reference: one account has many processes', () => {
		expect(server.api).not.toHaveProperty('find');
	});
});
