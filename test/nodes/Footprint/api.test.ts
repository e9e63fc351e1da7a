import type { IDataObject } from 'n8n-workflow';
import type { JsonObject } from '../../../webhook/json';
import { runNode } from '../../support/api/node';
import { jsonOf, type ServerRequest, withoutEnd } from '../../support/api/server';
import { onboardings, PLAYBOOK, server } from './server';

const PASSED = 'fp_id_test_passed';

/** Only the key tells its environment. */
const OLDER = 'fp_id_passed';

async function got(parameters: IDataObject, around: Parameters<typeof runNode>[2] = {}) {
	const given = { operation: 'get', lookUpBy: 'verificationId', verificationId: PASSED, ...parameters };
	const { items, requests } = await runNode(server, given, { mode: 'manual', ...around });
	return { item: items[0]?.json as IDataObject, paths: requests.map(({ path }) => path) };
}

/** The server, with other fields in the answers for a path. */
const answering = (path: string, changed: JsonObject) => (request: ServerRequest) => {
	const answer = server.handle(request);
	return request.path === path ? { ...answer, body: { ...(answer.body as JsonObject), ...changed } } : answer;
};

const creating = (fields: IDataObject = {}) => ({
	...server.create,
	operation: 'create',
	additionalFields: { ...(server.create.additionalFields as IDataObject), ...fields },
});

afterEach(() => onboardings.splice(0));

describe('Create', () => {
	it('starts a session for the own reference, with what is known of the person', async () => {
		const { requests } = await runNode(server, creating());
		expect(requests.map(jsonOf)).toEqual([
			{
				kind: 'onboard',
				key: PLAYBOOK,
				user_external_id: 'customer-abc-123',
				bootstrap_data: {
					'id.email': 'jane@doe.com',
					'id.phone_number': '+15550000001',
					'id.first_name': 'Jane',
					'id.last_name': 'Doe',
					'id.dob': '2000-01-01',
				},
				allow_reonboard: true,
			},
		]);
	});

	it('keeps the link out of the payload: it holds the token', async () => {
		const { items } = await runNode(server, { ...creating(), options: { includePayload: true } });
		expect(items[0]?.json.url).toContain('#obtok_');
		expect(JSON.stringify(items[0]?.json.payload)).not.toContain('obtok_');
	});

	it.each([
		['pb_live_ABC', 'live'],
		['pb_test_ABC', 'test'],
		['ABC', null],
	])('with the playbook %s is %s', async (template, environment) => {
		const handle = () => ({ status: 200, body: { link: 'https://verify.onefootprint.com/?type=user#obtok_1' } });
		const { items } = await runNode(server, { ...creating(), template }, { handle });
		expect(items[0]?.json).toMatchObject({ environment, urlExpiresAt: null });
	});

	it.each(['with space', 'Zo\u00eb', 'a/b', 'x'.repeat(257)])('refuses the reference %j', async (externalId) => {
		const begun = runNode(server, { ...creating(), externalId });
		await expect(begun).rejects.toThrow(/^External ID m/);
	});

	it.each(['{"key":"pb_live_1"}', '{"bootstrap_data":{"id.email":"x@example.com"}}', '{"user_external_id":"x"}'])(
		'lets nobody change what the node sets: %s',
		async (body) => {
			await expect(runNode(server, creating({ body }))).rejects.toThrow('The request body must not set');
		},
	);
});

describe('Get', () => {
	it('finds a user by the own reference', async () => {
		const { item, paths } = await got({ lookUpBy: 'externalId', externalId: 'customer-abc-123' });
		expect(paths).toContain('/users/ext_id:customer-abc-123');
		expect(item).toMatchObject({ status: 'approved', verificationId: PASSED, externalId: 'customer-abc-123' });
		await expect(got({ lookUpBy: 'externalId', externalId: 'nobody-knows' })).rejects.toThrow('Data not found');
	});

	it('looks a business up among the businesses', async () => {
		const { paths } = await got({ verificationId: 'fp_bid_test_passed' });
		expect(paths).toContain('/businesses/fp_bid_test_passed');
	});

	it.each(['ob_SRFT2a1mN7DAWJ0VPXkiqK', '../org/api_keys', 'customer-abc-123'])('sends nothing for %s', async (id) => {
		const handle = jest.fn();
		await expect(got({ verificationId: id }, { handle })).rejects.toMatchObject({
			description: expect.stringContaining('subject.id'),
		});
		expect(handle).not.toHaveBeenCalled();
	});

	it.each([PASSED, OLDER])('approves nobody in the sandbox when the workflow is published: %s', async (id) => {
		const { item } = await got({ verificationId: id }, { mode: 'trigger' });
		expect(item).toMatchObject({ status: 'other', reason: 'test', environment: 'test' });
	});

	it('knows a live user by the key', async () => {
		const handle = answering('/org/api_keys/check', { is_live: true });
		const { item, paths } = await got({ verificationId: OLDER }, { mode: 'trigger', handle });
		expect(item).toMatchObject({ status: 'approved', environment: 'live' });
		expect(paths).toEqual([`/users/${OLDER}`, '/org/api_keys/check']);
	});

	it('asks once where the id tells the sandbox', async () => {
		expect((await got({})).paths).toEqual([`/users/${PASSED}`]);
	});

	it.each([
		['no review', `/users/${OLDER}`, { requires_manual_review: undefined }],
		['a null review', `/users/${OLDER}`, { requires_manual_review: null }],
		['a review of another kind', `/users/${OLDER}`, { requires_manual_review: 'false' }],
		['no environment', '/org/api_keys/check', { is_live: null }],
		['an environment of another kind', '/org/api_keys/check', { is_live: 'true' }],
	])('approves nobody with %s', async (_, path, changed) => {
		const { item } = await got({ verificationId: OLDER }, { handle: answering(path, changed) });
		expect(item).toMatchObject({ status: 'other', reason: 'unknown' });
	});

	it('puts out no token of an error', async () => {
		const handle = () => ({ status: 400, body: { message: 'No', code: 'E120', context: { token: 'utok_1' } } });
		await expect(got({}, { handle })).rejects.toThrow('Footprint refused the request: No');
	});
});

describe('Get with a playbook', () => {
	const onto = (playbook_key: string, status: string) => ({ playbook_key, status, timestamp: '2025-05-05T18:40:46Z' });
	const others = [onto('pb_test_2', 'pass'), onto('pb_test_3', 'pass'), onto('pb_test_4', 'fail')];

	it.each([
		['passed', 'pass', 'fail', 'approved'],
		['passed', 'fail', 'pass', 'other'],
		['failed', 'fail', 'pass', 'rejected'],
		['failed', 'pass', 'fail', 'other'],
		['pending', 'pass', 'pass', 'pending'],
		['review', 'fail', 'fail', 'pending'],
	])(
		'a user of the status %s, with the newest onboarding %s, an older one %s, is %s',
		async (user, newest, older, status) => {
			onboardings.push(...others, onto(PLAYBOOK, newest), onto(PLAYBOOK, older));
			const { item } = await got({ verificationId: `fp_id_test_${user}`, playbook: PLAYBOOK });
			expect(item.status).toBe(status);
		},
	);

	it('asks for no more pages than it needs', async () => {
		onboardings.push(...others, onto(PLAYBOOK, 'pass'), ...others);
		const { paths } = await got({ playbook: PLAYBOOK });
		expect(paths.slice(1)).toEqual([`/users/${PASSED}/onboardings`, `/users/${PASSED}/onboardings?page=1`]);
	});

	it('decides nothing where there is no onboarding onto it', async () => {
		onboardings.push(...others);
		expect((await got({ playbook: PLAYBOOK })).item).toMatchObject({
			status: 'other',
			reason: 'unknown',
			providerStatus: 'pass',
		});
	});

	it.each(['  ', 7, ['pb_test_1']])('takes %j for no key, rather than for any playbook', async (playbook) => {
		await expect(got({ playbook })).rejects.toThrow('Playbook Key is no key');
	});

	it('decides nothing where the onboardings come again and again, without one onto it', async () => {
		onboardings.push(...others);
		const { item } = await got({ playbook: PLAYBOOK }, { handle: withoutEnd(server) });
		expect(item).toMatchObject({ status: 'other', reason: 'unknown', providerStatus: 'pass' });
	});
});
