import { refusedActivation } from '../host/activation.mjs';
import { itemsByOutput } from '../host/executions.mjs';
import { until } from '../host/poll.mjs';
import { TRIGGER } from '../host/workflow.mjs';
import type { ServerWebhook } from '../support/api/server';
import { ApiHost } from './apiHost';
import {
	deliver,
	guessedSecret,
	imported,
	live,
	named,
	PUBLIC_URL,
	registering,
	thorough,
	untilAccepted,
	untilLive,
} from './registering';

const host = new ApiHost(registering);

beforeAll(() => host.start({ WEBHOOK_URL: PUBLIC_URL }));
afterAll(() => host.stop());
beforeEach(() => registering.forEach(({ webhooks }) => webhooks?.clear()));

describe.each(named(registering))('the webhook of %s that n8n registers', (_, server) => {
	it('is there while the workflow is published, and its secret alone opens the trigger', async () => {
		const flow = await imported(host, server);
		await flow.publish();
		await untilLive(host, server, 1);
		const [[id, { url, secret }]] = live(server) as [[string, ServerWebhook]];
		expect(url).toBe(`${flow.publicUrl}?registered-by=n8n-nodes-kyc`);
		await host.n8n.waitForWebhook(flow.url);
		await untilAccepted(server, url.replace(PUBLIC_URL, `${host.n8n.base}/`), secret);
		expect((await deliver(server, flow.url, guessedSecret(server))).status).toBe(401);
		const [execution] = await host.n8n.waitForExecutions(flow.id, 1);
		expect(itemsByOutput(execution, TRIGGER).flat()).toHaveLength(1);

		const shown = JSON.stringify(await host.n8n.api('GET', `/api/v1/workflows/${flow.id}`));
		expect(shown).toContain(id);
		expect(shown).not.toContain(secret);

		await flow.unpublish();
		await untilLive(host, server, 0);
		expect(server.webhooks?.size).toBe(0);
	});

	it('is never made for the Test URL', async () => {
		const flow = await imported(host, server);
		const listening = host.n8n.execute(flow.id, TRIGGER);
		await expect(listening).rejects.toThrow('Nothing arrives while you listen in the editor');
		expect(server.webhooks?.size).toBe(0);
	});
});

it('the webhooks are the same after n8n was started again', async () => {
	const flows = await Promise.all(
		registering.map(async (server) => {
			const flow = await imported(host, server);
			await flow.publish();
			await untilLive(host, server, 1);
			const [[id, { secret }]] = live(server) as [[string, ServerWebhook]];
			await host.n8n.waitForWebhook(flow.url);
			await untilAccepted(server, flow.url, secret);
			return { server, flow, id, secret };
		}),
	);
	await host.n8n.stop();
	await host.n8n.start();
	await host.n8n.login();
	for (const { server, flow, id, secret } of flows) {
		await host.n8n.waitForWebhook(flow.url);
		expect(live(server)).toEqual([[id, expect.objectContaining({ secret })]]);
		expect((await deliver(server, flow.url, secret)).status).toBe(200);
		await flow.unpublish();
		await untilLive(host, server, 0);
	}
});

it('a webhook is not made beside one that somebody made by hand, which stays', async () => {
	// At the same time: each waits for n8n's five attempts.
	await Promise.all(
		thorough.map(async (server) => {
			const flow = await imported(host, server);
			const byHand = { url: flow.publicUrl, enabled: true, secret: 'of-somebody-else' };
			server.webhooks?.set('by-hand', byHand);
			const { message } = await refusedActivation(host.n8n, flow.id);
			expect(message).toContain('already has a webhook for this URL');
			expect(Array.from(server.webhooks ?? [])).toEqual([['by-hand', byHand]]);
			await flow.unpublish().catch(() => {});
			expect(server.webhooks?.has('by-hand')).toBe(true);
		}),
	);
});

const inTwoSteps = registering.filter(({ api }) => api.webhooks?.enable);

it.each(named(inTwoSteps))('the webhook of %s is taken back when the second step fails', async (_, server) => {
	const flow = await imported(host, server);
	const failing: (typeof host.instead)[number] = (request) => {
		host.instead.push(failing);
		return request.path.endsWith('/enable') ? { status: 500, body: {} } : server.handle(request);
	};
	host.instead = [failing];
	await flow.publish().catch(() => {});
	await until(async () => host.requests.filter(({ path }) => path.endsWith('/enable')).length > 1, {
		otherwise: () => 'It was not enabled.',
	});
	await until(async () => server.webhooks?.size === 0, { otherwise: () => 'Something stays.' });
	await flow.unpublish().catch(() => {});
	host.instead = [];
});
