import { randomUUID } from 'node:crypto';
import { until } from '../host/poll.mjs';
import { workflow } from '../host/workflow.mjs';
import type { ApiServer, ServerWebhook } from '../support/api/server';
import { servers } from '../support/api/servers';
import { allSamples } from '../support/providers';
import type { ApiHost } from './apiHost';
import { post } from './n8n';

/** Where the world reaches this n8n, as its operator has told it. */
export const PUBLIC_URL = 'https://n8n.example.com/';

/** The servers of the providers whose triggers register their webhooks. */
export const registering = servers.filter(({ webhooks }) => webhooks);

/** One provider with two steps and one that tells its secret only once: what is tried with them is the same code for all. */
export const thorough = registering.filter(({ provider }) => ['persona', 'stripe-identity'].includes(provider.id));

/** For `describe.each`: a server with what people call its provider. */
export const named = (of: readonly ApiServer[]) => of.map((server) => [server.provider.displayName, server] as const);

/** A workflow whose trigger registers its webhook itself. */
export async function imported(host: ApiHost, server: ApiServer) {
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

/** The webhooks that send, with their ids. */
export const live = (server: ApiServer): [string, ServerWebhook][] =>
	Array.from(server.webhooks ?? []).filter(([, { enabled }]) => enabled);

/** Waits until so many webhooks send. */
export async function untilLive(host: ApiHost, server: ApiServer, count: number) {
	const otherwise = () => `${live(server).length} live webhooks instead of ${count}: ${host.n8n.log().slice(-2000)}`;
	await until(async () => live(server).length === count, { otherwise });
}

function samplesOf(server: ApiServer) {
	const found = allSamples.find(({ provider }) => provider.id === server.provider.id);
	if (!found) throw new Error(server.provider.id);
	return found;
}

/** A secret that the provider never gave. */
export const guessedSecret = (server: ApiServer): string =>
	String(samplesOf(server).newSecrets()[String(server.api.webhooks?.secretField)]);

/** Sends an approval as the provider would with this secret. */
export async function deliver(server: ApiServer, url: string, secret: string) {
	const { samples, seal } = samplesOf(server);
	const approving = samples.find(({ status }) => status === 'approved');
	const field = String(server.api.webhooks?.secretField);
	const secrets = { [field]: secret, [`previous${field.charAt(0).toUpperCase()}${field.slice(1)}`]: '' };
	return post(url, await seal(approving?.create({}) ?? {}, secrets, Date.now()));
}

/** n8n may not have read the provider's answer yet when the webhook is there: until then it is 503. */
export async function untilAccepted(server: ApiServer, url: string, secret: string) {
	await until(async () => (await deliver(server, url, secret)).status === 200, {
		otherwise: () => 'The secret is not known.',
	});
}
