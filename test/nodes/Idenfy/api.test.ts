import type { IDataObject } from 'n8n-workflow';
import { idenfyApi } from '../../../nodes/Idenfy/api';
import { Idenfy } from '../../../nodes/Idenfy/Idenfy.node';
import { runNode, type Surroundings } from '../../support/api/node';
import { jsonOf, type ServerAnswer, type ServerRequest } from '../../support/api/server';
import { server } from './server';

const create = { operation: 'create', ...server.create };
const fields = server.create.additionalFields as IDataObject;
const get = { operation: 'get', lookUpBy: 'verificationId', verificationId: 'scan APPROVED, reviewed' };

async function one(parameters: IDataObject, around: Surroundings = {}): Promise<IDataObject> {
	const { items } = await runNode(server, parameters, { mode: 'manual', ...around });
	return items[0]?.json as IDataObject;
}

const answering = (body: object) => (): ServerAnswer => ({ status: 200, body });

/** An approval as the status endpoint answers it, with something else. */
const approvalWith = (more: object) =>
	answering({
		fraudTags: [],
		mismatchTags: [],
		autoDocument: 'DOC_VALIDATED',
		autoFace: 'FACE_MATCH',
		manualDocument: 'DOC_VALIDATED',
		manualFace: 'FACE_MATCH',
		scanRef: 'scan APPROVED, reviewed',
		clientId: 'customer-7',
		status: 'APPROVED',
		...more,
	});

describe('an approval', () => {
	test.each([
		{},
		{ autoDocument: 'DOC_NOT_FOUND', autoFace: 'FACE_MISMATCH' },
		{ autoFace: null, manualFace: null },
		{ autoFace: '', manualFace: '' },
		{ autoFace: 'FACE_NOT_CHECKED', manualFace: undefined },
	])('by a reviewer is one: %j', async (more) => {
		expect(await one(get, { handle: approvalWith(more) })).toMatchObject({ status: 'approved', reason: null });
	});

	test.each([
		{ manualDocument: null, manualFace: null },
		{ manualDocument: '', manualFace: '' },
		{ manualDocument: undefined, manualFace: undefined },
		{ manualFace: '' },
		{ manualDocument: '' },
		{ manualDocument: '', manualFace: '', final: true },
		{ manualDocument: '', manualFace: '', autoDocument: '', autoFace: '' },
	])('without the whole decision of a reviewer is in review: %j', async (more) => {
		const item = await one(get, { handle: approvalWith(more) });
		expect(item).toMatchObject({ status: 'pending', reason: 'in_review', decidedBy: 'automatic' });
	});

	test.each([
		{ manualDocument: 'DOC_INFO_MISMATCH' },
		{ manualFace: 'FACE_MISMATCH' },
		{ manualDocument: ['DOC_VALIDATED'] },
		{ manualDocument: true },
		{ manualFace: 0 },
		{ denyReasons: ['FRAUD'] },
		{ status: 'approved' },
		{ status: ['APPROVED'] },
		{ status: null },
	])('that contradicts itself, or is none, is unknown: %j', async (more) => {
		expect(await one(get, { handle: approvalWith(more) })).toMatchObject({ status: 'other', reason: 'unknown' });
	});
});

test.each([
	[{ manualDocument: 'DOC_INFO_MISMATCH' }, 'rejected'],
	[{ manualFace: 'FACE_MISMATCH' }, 'rejected'],
	[{ autoDocument: 'DOC_NOT_FOUND' }, 'pending'],
])('a refusal with %j is %s', async (results, status) => {
	const handle = answering({ status: 'DENIED', scanRef: get.verificationId, clientId: 'customer-7', ...results });
	expect(await one(get, { handle })).toMatchObject({ status });
});

test('a verification is begun with the documented fields', async () => {
	const { requests } = await runNode(server, create);
	expect(requests.map(({ method, path }) => `${method} ${path}`)).toEqual(['POST /api/v2/token']);
	expect(jsonOf(requests[0] as ServerRequest)).toEqual({
		clientId: 'customer-4711',
		tokenType: 'IDENTIFICATION',
		firstName: 'Zoë',
		lastName: "O'Müller-Smith",
		locale: 'lt',
		expiryTime: 86400,
		successUrl: 'https://example.com/done',
		errorUrl: 'https://example.com/done',
		unverifiedUrl: 'https://example.com/done',
		externalRef: 'order-12',
		country: ['LT', 'DE'],
	});
});

test('the user may ask for the document alone', async () => {
	const additionalFields = { body: '{"tokenType":"DOCUMENT"}' };
	const { requests } = await runNode(server, { ...create, additionalFields });
	expect(jsonOf(requests[0] as ServerRequest)).toEqual({ clientId: 'customer-4711', tokenType: 'DOCUMENT' });
});

test.each([
	[{ authToken: 'a b', redirectUrl: 'https://ivs.idenfy.com/r?authToken=1' }, 'https://ivs.idenfy.com/r?authToken=1'],
	[{ tokenString: 'a b', sessionUrl: 'https://ui.idenfy.com/s?authToken=2' }, 'https://ui.idenfy.com/s?authToken=2'],
	[{ authToken: 'a b' }, 'https://ivs.idenfy.com/api/v2/redirect?authToken=a%20b'],
	[{ tokenString: 'a b' }, 'https://ivs.idenfy.com/api/v2/redirect?authToken=a%20b'],
	[{}, null],
])('the answer %j has the link %j, and neither token nor link in the payload', async (answer, url) => {
	const handle = answering({ scanRef: 'scan-1', clientId: 'customer-4711', digitString: '12345678', ...answer });
	const item = await one({ ...create, options: { includePayload: true } }, { handle });
	expect(item).toMatchObject({ verificationId: 'scan-1', externalId: 'customer-4711', url, urlExpiresAt: null });
	expect(item.payload).toEqual({ scanRef: 'scan-1', clientId: 'customer-4711' });
});

test.each([
	[{ externalId: 'x'.repeat(101) }, 'External ID must be at most 100 characters'],
	[{ externalId: 'Zoë' }, 'External ID must hold ASCII characters only'],
	[{ additionalFields: { ...fields, firstName: 'Jane 2' } }, 'First Name must hold no digits'],
	[{ additionalFields: { ...fields, lastName: 'x'.repeat(101) } }, 'Last Name must be at most 100 characters'],
	[
		{ additionalFields: { ...fields, redirectUrl: `https://${'x'.repeat(2048)}` } },
		'Redirect URL must be at most 2048',
	],
	[{ additionalFields: { ...fields, expiresAfter: 2592001 } }, 'Expires After must be at most 2592000 seconds'],
])('what iDenfy would refuse is not sent: %j', async (parameters, message) => {
	await expect(
		runNode(server, { ...create, ...parameters }, { handle: answering({ scanRef: 'sent' }) }),
	).rejects.toThrow(message);
});

test('a person with an open session is told of', async () => {
	await expect(runNode(server, { ...create, externalId: 'customer with a session' })).rejects.toMatchObject({
		message: 'iDenfy refused the request: Duplicate clientId',
		httpCode: '409',
	});
});

describe('a look-up by reference', () => {
	const by = (externalId: string) => ({ operation: 'get', lookUpBy: 'externalId', externalId });

	test('finds the only verification', async () => {
		const { items, requests } = await runNode(server, by('customer DENIED, reviewed'));
		expect(requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
			'GET /kyc/identifications/?clientId=customer%20DENIED%2C%20reviewed&perPage=2',
			'POST /api/v2/status',
		]);
		expect(items[0]?.json).toMatchObject({ status: 'rejected', externalId: 'customer DENIED, reviewed' });
	});

	test('takes none of several, as nothing says which is the newest', async () => {
		await expect(runNode(server, by('customer of two'))).rejects.toThrow('iDenfy has several verifications');
	});

	test('takes none of somebody else, should the filter not be heeded', async () => {
		const handle = (request: ServerRequest) =>
			request.method === 'GET'
				? { status: 200, body: { count: 1, results: [{ scanRef: 'scan APPROVED, reviewed' }] } }
				: server.handle(request);
		for (const around of [{ handle }, {}]) {
			const looked = runNode(server, by('nobody'), around);
			await expect(looked).rejects.toThrow('iDenfy has no verification with this external ID');
		}
	});
});

test('the user is told that iDenfy forbids to ask regularly, and what a name does', () => {
	const { properties } = new Idenfy().description;
	const text = JSON.stringify(properties);
	expect(text.match(/forbids to ask/g)).toHaveLength(2);
	expect(text.match(/makes the verification SUSPECTED/g)).toHaveLength(2);
});

test.each([
	[{ identifier: 'BAD_VALUE', message: 'Field is wrong.' }, 'Field is wrong.'],
	[{ identifier: 'UNAUTHORIZED' }, 'UNAUTHORIZED'],
	[{ detail: 'x' }, null],
])('the reason in %j is %j', (body, reason) => {
	expect(idenfyApi.reasonOf(body)).toBe(reason);
});
