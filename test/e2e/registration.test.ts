import { randomUUID } from 'node:crypto';
import { until } from '../host/poll.mjs';
import { takesPosts } from '../host/probe.mjs';
import { TRIGGER, workflow } from '../host/workflow.mjs';
import { itemsByOutput } from '../host/executions.mjs';
import { allSamples } from '../support/providers';
import type { ApiServer, ServerWebhook } from '../support/api/server';
import { servers } from '../support/api/servers';
import { ApiHost } from './apiHost';
import { post } from './n8n';

const registering = servers.filter(({ webhooks }) => webhooks);
const host = new ApiHost(registering);

/** Where the world reaches this n8n, as its operator has told it. */
const PUBLIC_URL = 'https://n8n.example.com/';

// A publication that was cut off is taken up when its lease is over; one that fails is repeated for 26 seconds.
const QUICK = {
	N8N_WORKFLOW_PUBLICATION_OUTBOX_LEASE_SECONDS: '30',
	N8N_WORKFLOW_PUBLICATION_OUTBOX_POLL_INTERVAL_MS: '1000',
};
beforeAll(() => host.start({ WEBHOOK_URL: PUBLIC_URL, ...QUICK }), 120_000);
afterAll(() => host.stop(), 60_000);

/** A workflow whose trigger registers its webhook itself. */
async function imported(server: ApiServer) {
	const { credentialType } = server.api;
	const credential = await host.credential(credentialType, server.credential);
	const webhookId = randomUUID();
	const { id: _, ...definition } = workflow({
		id: webhookId,
		name: webhookId,
		triggerType: `n8n-nodes-kyc.${credentialType.replace(/KycApi$/, 'Trigger')}`,
		triggerParameters: { registration: 'automatic' },
		credential: { type: credentialType, ...credential },
		webhookId,
	});
	const { id, versionId } = await host.n8n.rest('POST', '/rest/workflows', definition);
	const path = `webhook/${webhookId}/webhook`;
	return {
		id: String(id),
		publicUrl: `${PUBLIC_URL}${path}`,
		url: `${host.n8n.base}/${path}`,
		publish: () => host.n8n.rest('POST', `/rest/workflows/${id}/activate`, { versionId }),
		unpublish: () => host.n8n.rest('POST', `/rest/workflows/${id}/deactivate`),
	};
}

const live = (server: ApiServer): [string, ServerWebhook][] =>
	Array.from(server.webhooks ?? []).filter(([, { enabled }]) => enabled);

async function untilLive(server: ApiServer, count: number) {
	const otherwise = () => `${live(server).length} live webhooks instead of ${count}: ${host.n8n.log().slice(-2000)}`;
	await until(async () => live(server).length === count, { timeout: 140_000, otherwise });
}

function samplesOf(server: ApiServer) {
	const found = allSamples.find(({ provider }) => provider.id === server.provider.id);
	if (!found) throw new Error(server.provider.id);
	return found;
}

async function deliver(server: ApiServer, url: string, secret: string) {
	const { samples, seal } = samplesOf(server);
	const approving = samples.find(({ status }) => status === 'approved');
	const field = String(server.api.webhooks?.secretField);
	const secrets = { [field]: secret, [`previous${field.charAt(0).toUpperCase()}${field.slice(1)}`]: '' };
	return post(url, await seal(approving?.create({}) ?? {}, secrets, Date.now()));
}

/** n8n may not have read the provider's answer yet when the webhook is there: until then it is 503. */
async function untilAccepted(server: ApiServer, url: string, secret: string) {
	await until(async () => (await deliver(server, url, secret)).status === 200, {
		timeout: 20_000,
		otherwise: () => 'The secret is not known.',
	});
}

describe.each(registering.map((server) => [server.provider.displayName, server] as const))(
	'the webhook of %s that n8n registers',
	(_, server) => {
		beforeEach(() => server.webhooks?.clear());

		it('is there while the workflow is published, and its secret alone opens the trigger', async () => {
			const flow = await imported(server);
			await flow.publish();
			await untilLive(server, 1);
			const [[id, { url, secret }]] = live(server) as [[string, ServerWebhook]];
			expect(url).toBe(`${flow.publicUrl}?registered-by=n8n-nodes-kyc`);
			await host.n8n.waitForWebhook(flow.url);
			await untilAccepted(server, url.replace(PUBLIC_URL, `${host.n8n.base}/`), secret);
			const forged = samplesOf(server).newSecrets()[String(server.api.webhooks?.secretField)];
			expect((await deliver(server, flow.url, String(forged))).status).toBe(401);
			const [execution] = await host.n8n.waitForExecutions(flow.id, 1);
			expect(itemsByOutput(execution, TRIGGER).flat()).toHaveLength(1);

			const shown = JSON.stringify(await host.n8n.api('GET', `/api/v1/workflows/${flow.id}`));
			expect(shown).toContain(id);
			expect(shown).not.toContain(secret);

			await host.n8n.stop();
			await host.n8n.start();
			await host.n8n.login();
			await host.n8n.waitForWebhook(flow.url);
			expect(live(server)).toEqual([[id, expect.objectContaining({ secret })]]);
			expect((await deliver(server, flow.url, secret)).status).toBe(200);

			await flow.unpublish();
			await untilLive(server, 0);
			expect(server.webhooks?.size).toBe(0);
		});

		it('is never made for the Test URL', async () => {
			const flow = await imported(server);
			const run = { triggerToStartFrom: { name: TRIGGER } };
			const listening = host.n8n.rest('POST', `/rest/workflows/${flow.id}/run`, run, { 'push-ref': 'registration' });
			await expect(listening).rejects.toThrow('Nothing arrives while you listen in the editor');
			expect(server.webhooks?.size).toBe(0);
		});

		// What follows is the same code for all: one provider with two steps and one that tells its secret only once.
		const thorough = ['persona', 'stripe-identity'].includes(server.provider.id) ? it : it.skip;

		thorough(
			'is not made beside one that somebody made by hand, which stays',
			async () => {
				const flow = await imported(server);
				const byHand = { url: flow.publicUrl, enabled: true, secret: 'of-somebody-else' };
				server.webhooks?.set('by-hand', byHand);
				await flow.publish().catch(() => {});
				// A busy machine may first exceed n8n's own deadline.
				const refused = async () => {
					const { triggers = [] } = await host.n8n.rest('GET', `/rest/workflows/${flow.id}/publication-status`);
					return triggers.some(({ errorMessage = '' }) => errorMessage?.includes('already has a webhook for this URL'));
				};
				await until(refused, { timeout: 120_000, otherwise: () => 'The publication is not refused.' });
				expect(Array.from(server.webhooks ?? [])).toEqual([['by-hand', byHand]]);
				await flow.unpublish().catch(() => {});
				expect(server.webhooks?.has('by-hand')).toBe(true);
			},
			200_000,
		);

		thorough.each(['before', 'after'])(
			'is there once when n8n is killed %s the provider has made it',
			async (when) => {
				const flow = await imported(server);
				let killed: Promise<unknown> | undefined;
				const isCreation = (method: string, body: Buffer) => method === 'POST' && body.includes('registered-by');
				const killing: (typeof host.instead)[number] = async (request) => {
					if (!isCreation(request.method, request.body)) {
						host.instead.unshift(killing);
						return server.handle(request);
					}
					if (when === 'after') server.handle(request);
					killed = host.n8n.kill('SIGKILL');
					return { status: 500 };
				};
				host.instead = [killing];
				await flow.publish().catch(() => {});
				await until(async () => killed !== undefined, { timeout: 30_000, otherwise: () => 'Nothing was registered.' });
				await killed;
				host.instead = [];
				expect(server.webhooks?.size).toBe(when === 'after' ? 1 : 0);
				await host.n8n.start();
				await host.n8n.login();
				// n8n takes the trigger for registered. Nobody gets in, and the provider keeps what it has to tell.
				await host.n8n.waitForWebhook(flow.url);
				const guess = samplesOf(server).newSecrets()[String(server.api.webhooks?.secretField)];
				expect(await deliver(server, flow.url, String(guess))).toMatchObject({
					status: 503,
					body: { code: 'credential_invalid' },
				});
				await flow.unpublish();
				const isGone = async () => server.webhooks?.size === 0 && !(await takesPosts(flow.url));
				await until(isGone, { timeout: 120_000, otherwise: () => 'Something stays.' });
				await flow.publish();
				await untilLive(server, 1);
				expect(server.webhooks?.size).toBe(1);
				const [[, { secret }]] = live(server) as [[string, ServerWebhook]];
				await untilAccepted(server, flow.url, secret);
				await flow.unpublish();
				await untilLive(server, 0);
			},
			400_000,
		);

		const inTwoSteps = server.api.webhooks?.enable ? it : it.skip;
		inTwoSteps('is taken back when the second step fails', async () => {
			const flow = await imported(server);
			const failing: (typeof host.instead)[number] = (request) => {
				host.instead.push(failing);
				return request.path.endsWith('/enable') ? { status: 500, body: {} } : server.handle(request);
			};
			host.instead = [failing];
			await flow.publish().catch(() => {});
			await until(async () => host.requests.filter(({ path }) => path.endsWith('/enable')).length > 1, {
				timeout: 30_000,
				otherwise: () => 'It was not enabled.',
			});
			await until(async () => server.webhooks?.size === 0, { timeout: 10_000, otherwise: () => 'Something stays.' });
			await flow.unpublish().catch(() => {});
			host.instead = [];
		});
	},
);
