import { loadExamples, withCredentials } from '../../scripts/lib/examples.mjs';
import type { KycEvent } from '../../webhook/event';
import type { JsonObject } from '../../webhook/json';
import type { SampleDetails, Samples } from '../../webhook/samples';
import { executions, itemsByOutput } from '../host/executions.mjs';
import { hostAt } from '../host/installSteps.mjs';
import { createInstance, type Instance } from '../host/n8n.mjs';
import { findBinaries } from '../queue/servers/binaries.mjs';
import { createPostgres, DATABASE } from '../queue/servers/postgres.mjs';
import { createRedis } from '../queue/servers/redis.mjs';
import { allSamples } from '../support/providers';
import { type Answer, post } from './n8n';
import { MailServer } from './thirdParties/mail';
import { ThirdParties } from './thirdParties/https';

export interface ExampleNode {
	readonly id: string;
	readonly name: string;
	readonly type: string;
	readonly parameters: Record<string, unknown>;
	readonly webhookId?: string;
	readonly [other: string]: unknown;
}

/** The third parties of the examples, and what n8n's nodes need to hear from them. */
export const thirdParties = new ThirdParties({
	'api.hubapi.com': { id: '501', properties: {} },
	'slack.com': { ok: true, message: { text: '' } },
	'company.zendesk.com': { ticket: { id: 1 } },
});
export const mailServer = new MailServer();
let postgres: Awaited<ReturnType<typeof createPostgres>> | undefined;
let redis: Awaited<ReturnType<typeof createRedis>> | undefined;
const binaries = binariesIfInstalled();
/** Whether this machine has the servers. */
export const hasServers = binaries !== null;
let n8n: Instance;
const credentials = new Map<string, { id: string; name: string }>();
export const secrets = new Map<string, Readonly<Record<string, string>>>();

/** Starts an n8n with a credential of every type that the examples use, and the third parties. */
export async function startExamples(): Promise<void> {
	if (binaries) {
		postgres = await createPostgres(binaries);
		redis = await createRedis(binaries);
		await Promise.all([postgres.start(), redis.start()]);
	}
	n8n = await createInstance({
		host: hostAt(String(process.env.KYC_HOST_DIR)),
		packageDir: String(process.env.KYC_PACKAGE_DIR),
		env: { ...(await thirdParties.start()), N8N_PROXY_HOPS: '1' },
	});
	await n8n.start();
	await n8n.setupOwner();
	const store = async (type: string, data: object) => {
		const { id, name } = await n8n.rest('POST', '/rest/credentials', { name: `My ${type}`, type, data });
		credentials.set(type, { id, name });
	};
	await store('hubspotAppToken', { appToken: 'hubspot-service-key' });
	await store('slackApi', { accessToken: 'slack-bot-key' });
	await store('zendeskApi', { subdomain: 'company', email: 'agent@example.com', apiToken: 'zendesk-key' });
	const smtp = { host: '127.0.0.1', port: await mailServer.start(), secure: false, disableStartTls: true };
	await store('smtp', { ...smtp, user: '', password: '' });
	const server = { host: '127.0.0.1', port: postgres?.port ?? 0, database: DATABASE, user: DATABASE, password: 'none' };
	await store('postgres', { ...server, ssl: 'disable' });
	await store('redis', { host: '127.0.0.1', port: redis?.port ?? 0, database: 0, user: '', password: '', ssl: false });
	for (const { provider, newSecrets } of allSamples) {
		const { type } = provider.credential;
		secrets.set(type, newSecrets());
		await store(type, { ...secrets.get(type), allowKycSimulator: true });
	}
}

export async function stopExamples(): Promise<void> {
	await n8n?.stop();
	await n8n?.remove();
	await postgres?.remove();
	await redis?.remove();
	thirdParties.stop();
	mailServer.stop();
}

/** Imports an example as it stands, selects credentials, and changes what the test must be faster in. */
export async function imported(file: string, change: (node: ExampleNode) => ExampleNode = (node) => node) {
	const example = (await loadExamples()).find((one) => one.file === file);
	if (!example) throw new Error(`No example ${file}`);
	const workflow = withCredentials(example.workflow, credentials);
	const { id, nodes, versionId } = await n8n.rest('POST', '/rest/workflows', {
		...workflow,
		nodes: workflow.nodes.map(change),
	});
	const triggers = (nodes as ExampleNode[]).filter(({ type }) => type.startsWith('n8n-nodes-kyc.'));
	return {
		id: String(id),
		urlOf: (type: string) => {
			const { webhookId } = triggers.find((node) => node.type === type) ?? {};
			return n8n.webhookUrl(String(webhookId), 'webhook');
		},
		publish: async () => {
			await n8n.rest('POST', `/rest/workflows/${id}/activate`, { versionId });
			for (const { webhookId } of triggers) await n8n.waitForWebhook(n8n.webhookUrl(String(webhookId), 'webhook'));
		},
		/** What has come to a node of its executions. */
		itemsAt: async (node: string): Promise<KycEvent[]> =>
			(await executions(n8n, id)).flatMap((execution) => itemsByOutput(execution, node).flat()),
		/** What "Execute step" of a node does. */
		executeStep: async (nodeName: string) => {
			const [start] = (nodes as ExampleNode[]).filter(({ type }) => type === 'n8n-nodes-base.manualTrigger');
			const run = { triggerToStartFrom: { name: start?.name }, destinationNode: { nodeName, mode: 'inclusive' } };
			await n8n.rest('POST', `/rest/workflows/${id}/run`, run, { 'push-ref': 'examples' });
		},
		runByHand: async () => {
			await n8n.execute(id, 'Once, by Hand');
			await n8n.waitForExecutions(id, 1);
		},
	};
}

export function samplesOf(id: string): Samples {
	const found = allSamples.find(({ provider }) => provider.id === id);
	if (!found) throw new Error(`No provider ${id}`);
	return found;
}

/** The person in all deliveries; not every provider has a place for her e-mail address. */
export const PERSON = { externalId: 'customer-17', subject: { email: 'person@example.com' } };

export function payloadOf({ samples }: Samples, status: string, details: SampleDetails = PERSON): JsonObject {
	const found = samples.find((sample) => sample.status === status);
	if (!found) throw new Error(`No sample that is ${status}`);
	return found.create(details);
}

export async function send({ provider, seal }: Samples, url: string, payload: JsonObject): Promise<Answer> {
	return post(url, await seal(payload, secrets.get(provider.credential.type) ?? {}, Date.now()));
}

/** The executions that the deliveries started, each of which n8n calls a success. */
export async function succeeded(workflowId: string, count: number) {
	const found = await n8n.waitForExecutions(workflowId, count);
	expect(found.map(({ status }: { status: string }) => status)).toEqual(Array(count).fill('success'));
	return found;
}

/** What the table of the events holds, read by a workflow of its own. */
export async function rows(like: string): Promise<JsonObject[]> {
	const { nodes } = await n8n.rest('GET', `/rest/workflows/${like}`);
	const [model] = (nodes as ExampleNode[]).filter(({ type }) => type === 'n8n-nodes-base.postgres');
	const query = 'SELECT * FROM kyc_events';
	const read = { ...model, name: 'Read', parameters: { ...model?.parameters, query, options: {} } };
	const [start] = (nodes as ExampleNode[]).filter(({ name }) => name === 'Once, by Hand');
	const { id } = await n8n.rest('POST', '/rest/workflows', {
		name: 'Read',
		nodes: [start, read],
		connections: { 'Once, by Hand': { main: [[{ node: 'Read', type: 'main', index: 0 }]] } },
		settings: { executionOrder: 'v1' },
	});
	await n8n.execute(id, 'Once, by Hand');
	const [execution] = await n8n.waitForExecutions(id, 1);
	const [output] = execution.data.resultData.runData.Read[0].data.main;
	return output.map(({ json }: { json: JsonObject }) => json);
}

function binariesIfInstalled() {
	try {
		return findBinaries();
	} catch {
		return null;
	}
}
