import type Stripe from 'stripe';
import type { IDataObject } from 'n8n-workflow';
import { formOf } from '../../../api/form';
import type { Ask } from '../../../api/api';
import { stripeIdentityApi } from '../../../nodes/StripeIdentity/api';
import type { JsonObject } from '../../../webhook/json';
import { runNode, type Surroundings } from '../../support/api/node';
import type { ServerAnswer, ServerRequest } from '../../support/api/server';
import { objectOfForm } from './forms';
import { events, server, session, sessions } from './server';

const run = (parameters: IDataObject, around: Surroundings = {}) =>
	runNode(server, parameters, { mode: 'manual', ...around });
const get = (verificationId: string, around = {}) => run({ operation: 'get', verificationId }, around);
const many = (parameters: IDataObject) => run({ operation: 'getAll', returnAll: true, ...parameters });

/** A server whose answers are changed. */
const changed = (change: (body: JsonObject) => unknown) => ({
	handle: (request: ServerRequest): ServerAnswer => {
		const { status, body } = server.handle(request);
		return { status, body: change(body as JsonObject) };
	},
});

describe('Create', () => {
	it('sends what the types of Stripe take, as a form', async () => {
		const { requests } = await run({ operation: 'create', ...server.create });
		const wanted: Stripe.Identity.VerificationSessionCreateParams = {
			type: 'document',
			client_reference_id: 'abc-123',
			provided_details: { email: 'jane@doe.com', phone: '+15550000001' },
			return_url: 'https://example.com/done?a=1&b=2',
			metadata: { order: '5122' },
			options: { document: { allowed_types: ['passport'], require_matching_selfie: true } },
		};
		const written = JSON.parse(JSON.stringify(wanted).replaceAll('true', '"true"')) as object;
		expect(objectOfForm(requests[0] as ServerRequest)).toEqual(written);
	});

	it('begins from a flow of the dashboard', async () => {
		const flow = { verificationType: 'verification_flow', verificationFlow: ' vf_123 ' };
		const { requests } = await run({ operation: 'create', externalId: 'abc-123', ...flow });
		const wanted: Stripe.Identity.VerificationSessionCreateParams = {
			verification_flow: 'vf_123',
			client_reference_id: 'abc-123',
		};
		expect(objectOfForm(requests[0] as ServerRequest)).toEqual(wanted);
		const empty = run({ operation: 'create', externalId: 'a', ...flow, verificationFlow: ' ' });
		await expect(empty).rejects.toThrow('Verification Flow is empty');
	});

	it('sends nothing that is too long, or that the node sets itself', async () => {
		const handle = () => expect(true).toBe(false) as never;
		const creating = { operation: 'create', ...server.create };
		const long = run({ ...creating, externalId: 'x'.repeat(5001) }, { handle });
		await expect(long).rejects.toThrow('External ID must be at most 5000 characters');
		const own = run({ ...creating, additionalFields: { body: '{"client_reference_id":"b"}' } }, { handle });
		await expect(own).rejects.toThrow('must not set "client_reference_id"');
	});

	it('repeats no link in the payload', async () => {
		const options = { includePayload: true };
		const { items } = await run({ operation: 'create', ...server.create, options });
		expect(items[0]?.json).toMatchObject({ url: expect.any(String), payload: { id: 'vs_created' } });
		expect(items[0]?.json.payload).not.toHaveProperty('url');
	});
});

describe('Get', () => {
	it.each([
		['vs_created', expect.stringMatching(/^https:/)],
		['vs_failed', expect.stringMatching(/^https:/)],
		['vs_verified', null],
		['vs_canceled', null],
	])('of %s has the url %s', async (id, url) => {
		expect((await get(id)).items[0]?.json).toMatchObject({ url, urlExpiresAt: null, occurredAt: null });
	});

	it('has no link of a session that waits for nobody, even if one is told', async () => {
		const { items } = await get(
			'vs_verified',
			changed((body) => ({ ...body, url: 'https://verify.stripe.com/x' })),
		);
		expect(items[0]?.json).toMatchObject({ status: 'approved', url: null });
	});

	it.each([
		['another kind of object', { object: 'identity.verification_report' }],
		['no kind of object', { object: undefined }],
		['a mode that is no boolean', { livemode: 'true' }],
		['of no mode', { livemode: undefined }],
		['the word of an event', { status: 'created' }],
	])('approves nobody whose session is %s', async (_, wrong) => {
		const { items } = await get(
			'vs_verified',
			changed((body) => ({ ...body, ...wrong })),
		);
		expect(items[0]?.json).toMatchObject({ status: 'other', reason: 'unknown' });
	});

	it('approves nobody in test mode, but in the editor', async () => {
		const test = changed((body) => ({ ...body, livemode: false }));
		const { items } = await get('vs_verified', { ...test, mode: 'trigger' });
		expect(items[0]?.json).toMatchObject({ status: 'other', reason: 'test', environment: 'test' });
		expect((await get('vs_verified', test)).items[0]?.json).toMatchObject({ status: 'approved', environment: 'test' });
	});

	it('tells two failed attempts apart, and one from itself not', async () => {
		const idAfter = async (state: JsonObject) =>
			(
				await get(
					'vs_failed',
					changed((body) => ({ ...body, ...state })),
				)
			).items[0]?.json.eventId;
		const first = await idAfter({ last_verification_report: 'vr_1' });
		expect(await idAfter({ last_verification_report: 'vr_1', url: 'https://verify.stripe.com/new' })).toBe(first);
		expect(await idAfter({ last_verification_report: 'vr_2' })).not.toBe(first);
		expect(await idAfter({ last_verification_report: 'vr_1', last_error: { code: 'consent_declined' } })).not.toBe(
			first,
		);
	});

	it('looks the reference up in the metadata too', async () => {
		const metadata = changed((body) => ({ ...body, client_reference_id: null, metadata: { crm: '77', user_id: '8' } }));
		const by = async (metadataKey?: string) =>
			(await run({ operation: 'get', verificationId: 'vs_failed', ...(metadataKey && { metadataKey }) }, metadata))
				.items[0]?.json.externalId;
		expect(await by('crm')).toBe('77');
		expect(await by()).toBe('8');
	});

	it('finds the newest by the own reference', async () => {
		sessions.push(session('older', { status: 'verified', client_reference_id: 'user-failed' }));
		const find = (externalId: string) => run({ operation: 'get', lookUpBy: 'externalId', externalId });
		const { items, requests } = await find('user-failed');
		expect(items[0]?.json).toMatchObject({ verificationId: 'vs_failed', url: expect.any(String) });
		expect(requests).toHaveLength(1);
		await expect(find('user-nobody')).rejects.toThrow('has no verification with this external ID');
		sessions.pop();
	});
});

describe('Get Many', () => {
	const more = Array.from({ length: 150 }, (_, index) => session(`old-${index}`, { created: 1234560000 - index }));

	it('asks page by page, and no further than it must', async () => {
		sessions.push(...more);
		const { items, requests } = await many({});
		expect(items).toHaveLength(157);
		expect(new Set(items.map(({ json }) => json.verificationId)).size).toBe(157);
		expect(requests.map(({ path }) => path)).toEqual([
			'/v1/identity/verification_sessions?limit=100',
			'/v1/identity/verification_sessions?limit=100&starting_after=vs_old-92',
		]);
		expect(await many({ returnAll: false, limit: 100 })).toMatchObject({ requests: [{}] });
		sessions.splice(-more.length);
	});

	it('is narrowed to a reference, a time and a status', async () => {
		sessions.push(...more);
		const young = await many({ filters: { since: '2009-02-13T23:31:30.900Z', statuses: ['approved', 'rejected'] } });
		expect(young.items.map(({ json }) => json.verificationId)).toEqual(['vs_verified', 'vs_too_young']);
		expect(young.requests[0]?.path).toContain('created%5Bgte%5D=1234567890');
		const one = await many({ filters: { externalId: 'user-old-3' } });
		expect(one.items).toMatchObject([{ json: { verificationId: 'vs_old-3', url: null } }]);
		sessions.splice(-more.length);
	});

	it('approves nobody in test mode', async () => {
		const inTestMode = changed(({ data, ...body }) => ({
			...body,
			data: (data as JsonObject[]).map((each) => ({ ...each, livemode: false })),
		}));
		const { items } = await run({ operation: 'getAll', returnAll: true }, { ...inTestMode, mode: 'trigger' });
		expect(items.map(({ json }) => [json.status, json.reason])).toEqual(sessions.map(() => ['other', 'test']));
	});

	it('lists the events of the webhook, under the same ids', async () => {
		events.push({ ...events[0], id: 'evt_other', type: 'customer.created' });
		const { items, requests } = await many({ resource: 'event', since: '2026-03-04T05:04:56.000Z' });
		events.pop();
		const context = { parameters: {}, signedId: null, fingerprint: () => '' };
		const told = events.slice(0, 5).flatMap((event) => server.provider.read(event, context));
		expect(items.map(({ json }) => json)).toEqual(
			told.map(({ eventId, eventType, status, occurredAt, externalId }) =>
				expect.objectContaining({ eventId, eventType, status, occurredAt, externalId, url: null }),
			),
		);
		const sent = new URLSearchParams(String(requests[0]?.path).split('?')[1]);
		const wanted: Stripe.EventListParams = {
			limit: 100,
			created: { gte: 1772600696 },
			types: ['verified', 'requires_input', 'canceled', 'created', 'processing', 'redacted'].map(
				(what) => `identity.verification_session.${what}`,
			),
		};
		expect(sent.getAll('types[]')).toEqual(wanted.types);
		expect(sent.get('created[gte]')).toBe('1772600696');
	});

	it('reads the reference of an event where the user says', async () => {
		const object = { ...sessions[0], client_reference_id: null, metadata: { crm: '77' } };
		events.unshift({ ...events[0], id: 'evt_crm', data: { object } });
		const since = '2026-03-04T00:00:00Z';
		const { items } = await many({ resource: 'event', since, metadataKey: 'crm' });
		events.shift();
		expect(items[0]?.json).toMatchObject({ eventId: 'evt_crm', externalId: '77' });
	});
});

describe('Cancel', () => {
	const cancel = (verificationId: string) => run({ operation: 'cancel', verificationId });

	it('ends a session that waits for the person', async () => {
		const { items, requests } = await cancel('vs_failed');
		expect(items[0]?.json).toMatchObject({ status: 'other', reason: 'canceled', url: null });
		expect(requests).toMatchObject([{ method: 'POST', path: '/v1/identity/verification_sessions/vs_failed/cancel' }]);
	});

	it("says in Stripe's words why it cannot", async () => {
		await expect(cancel('vs_verified')).rejects.toThrow('You cannot cancel this: it is verified');
	});
});

describe('an endpoint for webhooks', () => {
	const requests: { method: string; path: string; form: JsonObject | undefined }[] = [];
	const ask: Ask = async ({ method, path, form }) => {
		requests.push({ method, path, form });
		const headers = {
			authorization: `Bearer ${server.credential.apiKey}`,
			'stripe-version': '2026-10-28.endive',
			'content-type': 'application/x-www-form-urlencoded',
		};
		const body = Buffer.from(form ? formOf(form) : '');
		const answer = server.handle({ host: 'api.stripe.com', method, path: `/v1${path}`, headers, body });
		expect(answer.status).toBe(200);
		return answer.body;
	};
	const { webhooks } = stripeIdentityApi;

	it('is made for all events of sessions, found, and deleted', async () => {
		const url = 'https://n8n.example.com/webhook/a?registered-by=n8n-nodes-kyc';
		const { id, secret } = await webhooks.create(ask, url);
		expect(secret).toMatch(/^whsec_/);
		const wanted: Stripe.WebhookEndpointCreateParams = {
			url,
			api_version: '2026-10-28.endive',
			description: 'n8n',
			enabled_events: [
				'identity.verification_session.verified',
				'identity.verification_session.requires_input',
				'identity.verification_session.canceled',
				'identity.verification_session.created',
				'identity.verification_session.processing',
				'identity.verification_session.redacted',
			],
		};
		expect(requests[0]?.form).toEqual(wanted);
		expect(await webhooks.list(ask)).toEqual([{ id, url, enabled: true }]);
		await webhooks.remove(ask, String(id));
		expect(await webhooks.list(ask)).toEqual([]);
	});
});
