import type { IDataObject } from 'n8n-workflow';
import { runNode, type Surroundings } from '../../support/api/node';
import { jsonOf, type ServerAnswer, type ServerRequest } from '../../support/api/server';
import { server } from './server';

const create = { operation: 'create', ...server.create };
const fields = server.create.additionalFields as IDataObject;
const get = (verificationId: string) => ({ operation: 'get', verificationId });

async function one(parameters: IDataObject, around: Surroundings = {}): Promise<IDataObject> {
	const { items } = await runNode(server, parameters, { mode: 'manual', ...around });
	return items[0]?.json as IDataObject;
}

test('a request is begun with the reference of the customer and what is to be verified', async () => {
	const { requests } = await runNode(server, create);
	expect(requests.map(({ method, path }) => `${method} ${path}`)).toEqual(['POST /']);
	expect(jsonOf(requests[0] as ServerRequest)).toEqual({
		reference: 'customer-4711',
		email: 'johndoe@example.com',
		redirect_url: 'https://example.com/done',
		language: 'EN',
		ttl: 120,
		callback_url: 'https://n8n.example.com/webhook/shufti',
		document: { name: '' },
		face: {},
	});
});

test.each(['', '{}', '{"country":"GB","verification_mode":"any"}'])(
	'nothing is sent when no service is chosen: %s',
	async (body) => {
		const handle = () => {
			throw new Error('sent');
		};
		const asked = runNode(server, { ...create, additionalFields: { ...fields, body } }, { handle });
		await expect(asked).rejects.toThrow(/^No service is chosen/);
	},
);

test('a journey holds its services itself', async () => {
	const parameters = { ...create, additionalFields: { body: '{"journey_id":"ULMTCqye1719840116"}' } };
	const handle = () => ({ status: 200, body: { reference: 'customer-4711', event: 'request.pending' } });
	expect(await one(parameters, { handle })).toMatchObject({ status: 'pending', verificationId: 'customer-4711' });
});

test('a reference that was used before begins nothing', async () => {
	const again = runNode(server, { ...create, externalId: 'sp-verification.accepted' });
	await expect(again).rejects.toMatchObject({
		message: 'Shufti Pro refused the request: The reference has already been taken. (reference)',
		httpCode: '409',
	});
});

test('an invalid request has begun nothing, whatever the HTTP status says', async () => {
	const error = { service: 'document', key: 'dob', message: 'The dob does not match the format Y-m-d.' };
	const body = { reference: 'customer-4711', event: 'request.invalid', error };
	await expect(runNode(server, create, { handle: () => ({ status: 200, body }) })).rejects.toThrow(
		'Shufti Pro refused the request: The dob does not match the format Y-m-d. (document.dob)',
	);
});

test.each([
	[{ externalId: 'short' }, 'External ID must be at least 6 characters'],
	[{ externalId: 'x'.repeat(251) }, 'External ID must be at most 250 characters'],
	[{ additionalFields: { ...fields, email: `${'x'.repeat(128)}@b.c` } }, 'Email must be at most 128 characters'],
	[{ additionalFields: { ...fields, language: 'english' } }, 'Language must be at most 2 characters'],
	[{ additionalFields: { ...fields, expiresAfter: 59 } }, 'Expires After must be at least 60 seconds'],
	[{ additionalFields: { ...fields, body: '{"reference":"other","face":{}}' } }, /must not set "reference"/],
])('what Shufti Pro would refuse is not sent: %j', async (parameters, message) => {
	await expect(runNode(server, { ...create, ...parameters })).rejects.toThrow(message);
});

test('the link is told as long as the person can use it', async () => {
	for (const { name } of server.states) {
		const item = await one(get(`sp-${name}`), {
			handle: (request) => withLink(server.handle(request)),
		});
		expect([name, item.url]).toEqual([name, name === 'request.pending' ? 'https://app.shuftipro.com/x' : null]);
	}
});

test('the link is no part of the payload', async () => {
	for (const parameters of [create, get('sp-request.pending')]) {
		const { payload } = await one({ ...parameters, options: { includePayload: true } });
		expect(JSON.stringify(payload)).toContain('request.pending');
		expect(JSON.stringify(payload)).not.toContain('app.shuftipro.com');
	}
});

test.each([
	{ verification_result: { face: 0 } },
	{ verification_result: { document: { name: 0 }, face: 1 } },
	{ declined_reason: 'Face does not match' },
	{ declined_codes: ['SPDR01'] },
])('an acceptance that says no beside approves nobody: %j', async (more) => {
	const handle = (request: ServerRequest) => {
		const answer = server.handle(request);
		return { ...answer, body: { ...(answer.body as object), ...more } };
	};
	expect(await one(get('sp-verification.accepted'), { handle })).toMatchObject({ status: 'other', reason: 'unknown' });
});

function withLink(answer: ServerAnswer): ServerAnswer {
	return { ...answer, body: { ...(answer.body as object), verification_url: 'https://app.shuftipro.com/x' } };
}
