import { until } from '../host/poll.mjs';
import { takesPosts } from '../host/probe.mjs';
import type { ServerWebhook } from '../support/api/server';
import { ApiHost } from './apiHost';
import {
	deliver,
	guessedSecret,
	imported,
	live,
	named,
	PUBLIC_URL,
	thorough,
	untilAccepted,
	untilLive,
} from './registering';

const host = new ApiHost(thorough);

// n8n takes up a publication that was cut off when its lease is over. It gives one up when 0.7 of the lease is over.
const QUICK = {
	N8N_WORKFLOW_PUBLICATION_OUTBOX_LEASE_SECONDS: '30',
	N8N_WORKFLOW_PUBLICATION_OUTBOX_POLL_INTERVAL_MS: '1000',
};
beforeAll(() => host.start({ WEBHOOK_URL: PUBLIC_URL, ...QUICK }));
afterAll(() => host.stop());

describe.each(named(thorough))('the webhook of %s that n8n registers', (_, server) => {
	beforeEach(() => server.webhooks?.clear());

	it.each(['before', 'after'])(
		'is there once when n8n is killed %s the provider has made it',
		async (when) => {
			const flow = await imported(host, server);
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
			await until(async () => killed !== undefined, { otherwise: () => 'Nothing was registered.' });
			await killed;
			host.instead = [];
			expect(server.webhooks?.size).toBe(when === 'after' ? 1 : 0);
			await host.n8n.start();
			await host.n8n.login();
			// n8n takes the trigger for registered. Nobody gets in, and the provider keeps what it has to tell.
			await host.n8n.waitForWebhook(flow.url);
			expect(await deliver(server, flow.url, guessedSecret(server))).toMatchObject({
				status: 503,
				body: { code: 'credential_invalid' },
			});
			await flow.unpublish();
			const isGone = async () => server.webhooks?.size === 0 && !(await takesPosts(flow.url));
			await until(isGone, { otherwise: () => 'Something stays.' });
			await flow.publish();
			await untilLive(host, server, 1);
			expect(server.webhooks?.size).toBe(1);
			const [[, { secret }]] = live(server) as [[string, ServerWebhook]];
			await untilAccepted(server, flow.url, secret);
			await flow.unpublish();
			await untilLive(host, server, 0);
		},
		400_000,
	);
});
