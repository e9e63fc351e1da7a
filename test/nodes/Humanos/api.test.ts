import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';
import { HumanosKycApi } from '../../../credentials/HumanosKycApi.credentials';
import type { JsonObject } from '../../../webhook/json';
import { runNode } from '../../support/api/node';
import { withoutEnd } from '../../support/api/server';
import { request, requests, server } from './server';

const ID = 'a00000000000000000000001';

async function got(known: JsonObject, parameters = {}) {
	requests.set(ID, known);
	const { items, requests: sent } = await runNode(server, { operation: 'get', verificationId: ID, ...parameters });
	requests.delete(ID);
	return { item: items[0]?.json, sent };
}

const accepted = { status: 'APPROVED', decisions: [{ accepted: true }] };

describe('a request of several credentials', () => {
	it.each([
		[[accepted, accepted], 'approved', null],
		[[accepted, { status: 'PENDING' }], 'pending', 'partial'],
		[[{ status: 'PENDING' }, { status: 'DRAFT' }], 'pending', 'started'],
		[[accepted, { status: 'REJECTED' }], 'rejected', 'declined'],
		[[accepted, { status: 'REVOKED' }], 'other', 'revoked'],
		[[accepted, { status: 'GRANTED' }], 'other', 'unknown'],
		[[accepted, { status: ['APPROVED'] }], 'other', 'unknown'],
		[[accepted, null], 'other', 'unknown'],
		[[], 'other', 'unknown'],
	])('%j is %s, %s', async (credentials, status, reason) => {
		expect((await got(request(ID, credentials as JsonObject[]))).item).toMatchObject({ status, reason });
	});
});

describe('a request whose credential is approved', () => {
	it.each([
		[{ subjects: [] }, 'other', 'unknown'],
		[{ subjects: [{ id: 'a' }, { id: 'b' }] }, 'other', 'unknown'],
		[{ subjects: [{ id: 'a', kyc: 'PENDING' }] }, 'pending', 'partial'],
		[{ subjects: [{ id: 'a', kyc: 'REJECTED' }] }, 'other', 'unknown'],
		[{ subjects: [{ id: 'a', kyc: {} }] }, 'other', 'unknown'],
		[{ subjects: [{ id: 'a', kyc: 'APPROVED' }] }, 'approved', null],
		[{ canceledAt: '2026-11-21T00:00:00Z' }, 'other', 'canceled'],
		[{ credentials: { status: 'APPROVED' } }, 'other', 'unknown'],
		[
			{ credentials: [{ status: 'APPROVED', decisions: [{ accepted: true }, { accepted: null }] }] },
			'other',
			'unknown',
		],
		[{ credentials: [{ status: 'APPROVED', decisions: [{ accepted: false }] }] }, 'rejected', 'declined'],
	])('is with %j %s, %s', async (more, status, reason) => {
		expect((await got(request(ID, [accepted], more))).item).toMatchObject({ status, reason });
	});
});

describe('the look-up by reference', () => {
	it('takes the newest of those that have exactly this reference, and looks it up whole', async () => {
		const made = (id: string, internalId: string, createdAt: string) =>
			requests.set(id, request(id, [accepted], { internalId, createdAt }));
		made('b00000000000000000000001', 'ref-1', '2026-11-02T00:00:00Z');
		made('b00000000000000000000002', 'ref-1', '2026-11-03T00:00:00Z');
		made('b00000000000000000000003', 'ref-1', '2026-11-01T00:00:00Z');
		made('b00000000000000000000004', 'ref-10', '2026-11-09T00:00:00Z');
		const find = { operation: 'get', lookUpBy: 'externalId', externalId: 'ref-1' };
		const { items, requests: sent } = await runNode(server, find);
		expect(items[0]?.json).toMatchObject({ verificationId: 'b00000000000000000000002', externalId: 'ref-1' });
		expect(sent.map(({ path }) => path)).toEqual([
			'/request?internalId=ref-1&pageIndex=0&pageSize=100',
			'/request?internalId=ref-1&pageIndex=1&pageSize=100',
			'/request/b00000000000000000000002',
		]);
		await expect(runNode(server, { ...find, externalId: 'ref' })).rejects.toThrow(
			'no verification with this external ID',
		);
	});

	it('ends where a page comes again, though more are said to follow', async () => {
		const find = { operation: 'get', lookUpBy: 'externalId', externalId: 'abc-123' };
		const { items } = await runNode(server, find, { handle: withoutEnd(server) });
		expect(items[0]?.json).toMatchObject({ verificationId: [...requests.keys()][0] });
	});
});

describe('what else there is', () => {
	it('cancels', async () => {
		requests.set(ID, request(ID, [{ status: 'PENDING' }]));
		const { items, requests: sent } = await runNode(server, { operation: 'cancel', verificationId: ID });
		expect(items[0]?.json).toMatchObject({ status: 'other', reason: 'canceled', verificationId: ID });
		expect(sent.map(({ method, path }) => `${method} ${path}`)).toEqual([
			`GET /request/${ID}`,
			`DELETE /request/${ID}`,
		]);
	});

	it('needs an address of the person, and puts the one-time password and the link out nowhere but in the url', async () => {
		const begun = { operation: 'create', ...server.create, options: { includePayload: true } };
		const { items } = await runNode(server, begun);
		const { payload, ...item } = items[0]?.json ?? {};
		expect(JSON.stringify(payload)).not.toMatch(/secret-otp|app\.humanos\.id/);
		expect(item.url).toMatch(/app\.humanos\.id/);
		await expect(runNode(server, { ...begun, additionalFields: {} })).rejects.toThrow(
			'an email address or a phone number',
		);
	});

	it('signs for Humanos alone', async () => {
		const sign = (url: string) =>
			new HumanosKycApi().authenticate({ ...server.credential }, { url, method: 'GET' } as IHttpRequestOptions);
		await expect(sign('https://api.humanos.id/request')).resolves.toMatchObject({
			headers: { 'X-Timestamp': expect.any(String) },
		});
		for (const url of [
			'https://api.humanos.id.example.com/',
			'http://api.humanos.id/',
			'https://example.com/?api.humanos.id',
		]) {
			await expect(sign(url)).rejects.toThrow('only for https://api.humanos.id');
		}
	});
});

test.each([[''], [null], ['FOO'], [['HUMANOS_KYC']]])(
	'no weaker level is asked for when it is %j',
	async (securityLevel) => {
		const handle = jest.fn();
		const create = { ...server.create, operation: 'create', securityLevel } as IDataObject;
		await expect(runNode(server, create, { handle })).rejects.toThrow('Security Level is none of those');
		expect(handle).not.toHaveBeenCalled();
	},
);
