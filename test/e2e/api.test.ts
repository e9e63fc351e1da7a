import { kycItem } from '../../api/item';
import { servers } from '../support/api/servers';
import { SECRETS, type ApiServer } from '../support/api/server';
import { ApiHost, type Executed } from './apiHost';

const host = new ApiHost(servers);

beforeAll(() => host.start());
afterAll(() => host.stop());

const named = servers.map((server) => [server.provider.displayName, server] as const);

describe.each(named)('in a real n8n, the action node of %s', (_, server) => {
	const type = server.api.credentialType;
	const state = server.states.find(({ status }) => status === 'approved') as ApiServer['states'][number];
	const getting = {
		operation: 'get',
		lookUpBy: 'verificationId',
		verificationId: state.verificationId,
		...state.parameters,
	};

	async function run(parameters: object, settings = {}, credential: object = server.credential): Promise<Executed> {
		const node = { type: `n8n-nodes-kyc.${type.replace(/KycApi$/, '')}`, parameters, settings };
		const result = await host.run(node, { [type]: await host.credential(type, credential) });
		for (const secret of [...Object.values(SECRETS), ...Object.values(server.credential)]) {
			if (secret.length > 5) expect(result.stored).not.toContain(secret);
		}
		return result;
	}

	it('starts a verification, and gets one as its webhook would have told it', async () => {
		const created = await run({ operation: 'create', ...server.create });
		expect(created.error).toBeNull();
		expect(created.items).toEqual([
			expect.objectContaining({ status: 'pending', reason: 'started', ...server.created }),
		]);
		expect(kycItem.parse(created.items[0])).toEqual(created.items[0]);

		const got = await run(getting);
		expect(got.error).toBeNull();
		expect(got.items).toEqual([expect.objectContaining({ status: 'approved', verificationId: state.verificationId })]);
	});

	it('knows a right key from a wrong one by its test button', async () => {
		expect(await host.testCredential(type, server.credential)).toMatchObject({ status: 'OK' });
		expect(await host.testCredential(type, server.wrongCredential)).toMatchObject({ status: 'Error' });
	});

	it("has a credential that n8n's own HTTP Request node can use", async () => {
		const from = host.requests.length;
		await host.testCredential(type, server.credential);
		const created = await run({ operation: 'create', ...server.create });
		const asked = [...host.requests.slice(from, from + 1), ...created.requests];
		for (const { host: name, method, path, headers, body } of asked) {
			const key = headers['idempotency-key'];
			const isForm = headers['content-type']?.includes('form');
			const sent = isForm
				? { contentType: 'raw', rawContentType: 'application/x-www-form-urlencoded', body: body.toString() }
				: { contentType: 'json', specifyBody: 'json', jsonBody: body.toString() };
			const parameters = {
				method,
				url: `https://${name}${path}`,
				authentication: 'predefinedCredentialType',
				nodeCredentialType: type,
				...(body.length > 0 && { sendBody: true, ...sent }),
				...(key && { sendHeaders: true, headerParameters: { parameters: [{ name: 'Idempotency-Key', value: key }] } }),
				options: {},
			};
			const node = { type: 'n8n-nodes-base.httpRequest', typeVersion: 4.2, parameters };
			const result = await host.run(node, { [type]: await host.credential(type, server.credential) });
			const { status } = server.handle({ host: name, method, path, headers, body });
			expect([path, result.error === null]).toEqual([path, status < 300]);
			expect([path, result.requests.length]).toEqual([path, 1]);
			if (status >= 300) expect(status).toBe(404);
		}
	});

	it('says what to do about a wrong key and an unknown id', async () => {
		const wrong = await run(getting, {}, server.wrongCredential);
		expect(wrong.error?.description).toMatch(/^Check the credential/);
		expect(wrong.requests).toHaveLength(1);
		const unknown = await run({ ...getting, verificationId: server.unknownId });
		expect(unknown.error?.message).toMatch(server.unknownReason);
	});

	it('waits as long as a busy provider asks for, once', async () => {
		const busy = { status: 429, headers: { 'retry-after': '1' } };
		host.instead = [() => busy];
		expect(await run(getting)).toMatchObject({ error: null, requests: [{}, {}] });
		host.instead = [() => busy, () => busy];
		const refused = await run(getting);
		expect(refused.error?.description).toMatch(/^Too many requests/);
		expect(refused.requests).toHaveLength(2);
		host.instead = [() => ({ status: 429, headers: { 'retry-after': '31' } })];
		expect((await run(getting)).requests).toHaveLength(1);
	});

	it('survives a provider that is down, or answers what it never documents', async () => {
		const html = { status: 200, headers: { 'content-type': 'text/html' }, body: '<html>Down</html>' };
		host.instead = [() => ({ status: 503, body: 'upstream' })];
		expect((await run(getting)).error?.description).toContain('has a problem of its own');
		host.instead = [() => html];
		expect((await run(getting)).error?.message).toContain('something other than JSON');
		host.instead = [() => ({ status: 200, body: JSON.stringify({ filler: 'x'.repeat(20 * 1024 * 1024) }) })];
		const large = await run(getting);
		expect(large.error?.message).toContain('larger than 8 MiB');
		expect(large.stored.length).toBeLessThan(100_000);
		host.instead = [() => ({ status: 307, headers: { location: `https://${server.hosts[0]}/elsewhere` } })];
		const redirected = await run(getting);
		expect(redirected.error?.description).toContain('redirect');
		expect(redirected.requests).toHaveLength(1);
	});

	it('starts no second verification when n8n retries', async () => {
		host.instead = [() => ({ status: 500, body: {} })];
		const retried = await run(
			{ operation: 'create', ...server.create },
			{ retryOnFail: true, maxTries: 2, waitBetweenTries: 100 },
		);
		expect(retried.error).toBeNull();
		const [first, second] = retried.requests;
		expect(second?.body.toString()).toBe(first?.body.toString());
		const header = server.api.idempotencyHeader?.toLowerCase();
		if (header) expect(second?.headers[header]).toBe(first?.headers[header]);
	});

	it('hands on the reference of what failed, where the user wants to go on', async () => {
		host.instead = [() => ({ status: 500, body: {} })];
		const failed = await run({ operation: 'create', ...server.create }, { onError: 'continueRegularOutput' });
		expect(failed.items).toEqual([{ error: expect.stringContaining('refused'), externalId: server.create.externalId }]);
	});
});
