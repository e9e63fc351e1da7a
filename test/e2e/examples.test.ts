import { readFile } from 'node:fs/promises';
import { loadExamples, withCredentials } from '../../scripts/lib/examples.mjs';
import type { JsonObject } from '../../webhook/json';
import type { Samples } from '../../webhook/samples';
import { hostAt } from '../host/installSteps.mjs';
import { createInstance, type Instance } from '../host/n8n.mjs';
import { until } from '../host/poll.mjs';
import { createPostgres, DATABASE } from '../queue/servers/postgres.mjs';
import { findBinaries } from '../queue/servers/binaries.mjs';
import { allSamples } from '../support/providers';
import { type Answer, post } from './n8n';
import { MailServer } from './thirdParties/mail';
import { ThirdParties } from './thirdParties/https';

interface ExampleNode {
	readonly id: string;
	readonly name: string;
	readonly type: string;
	readonly parameters: Record<string, unknown>;
	readonly webhookId?: string;
	readonly [other: string]: unknown;
}

/** The third parties of the examples, and what n8n's nodes need to hear from them. */
const thirdParties = new ThirdParties({
	'api.hubapi.com': { vid: 1, isNew: false },
	'slack.com': { ok: true, message: { text: '' } },
	'company.zendesk.com': { ticket: { id: 1 } },
});
const mailServer = new MailServer();
let postgres: Awaited<ReturnType<typeof createPostgres>> | undefined;
const binaries = binariesIfInstalled();
let n8n: Instance;
const credentials = new Map<string, { id: string; name: string }>();
const secrets = new Map<string, Readonly<Record<string, string>>>();

beforeAll(async () => {
	if (binaries) postgres = await createPostgres(binaries);
	await postgres?.start();
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
	for (const { provider, newSecrets } of allSamples) {
		const { type } = provider.credential;
		secrets.set(type, newSecrets());
		await store(type, secrets.get(type) ?? {});
	}
}, 300_000);

afterAll(async () => {
	await n8n?.stop();
	await n8n?.remove();
	await postgres?.remove();
	thirdParties.stop();
	mailServer.stop();
}, 60_000);

/** Imports an example as it stands, selects credentials, and changes what the test must be faster in. */
async function imported(file: string, change: (node: ExampleNode) => ExampleNode = (node) => node) {
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
		runByHand: async () => {
			const run = { triggerToStartFrom: { name: 'Once, by Hand' } };
			await n8n.rest('POST', `/rest/workflows/${id}/run`, run, { 'push-ref': 'examples' });
			await n8n.waitForExecutions(id, 1);
		},
	};
}

function samplesOf(id: string): Samples {
	const found = allSamples.find(({ provider }) => provider.id === id);
	if (!found) throw new Error(`No provider ${id}`);
	return found;
}

/** The person in all deliveries; not every provider has a place for her e-mail address. */
const PERSON = { externalId: 'customer-17', subject: { email: 'person@example.com' } };

function payloadOf({ samples }: Samples, status: string): JsonObject {
	const found = samples.find((sample) => sample.status === status);
	if (!found) throw new Error(`No sample that is ${status}`);
	return found.create(PERSON);
}

async function send({ provider, seal }: Samples, url: string, payload: JsonObject): Promise<Answer> {
	return post(url, await seal(payload, secrets.get(provider.credential.type) ?? {}, Date.now()));
}

/** The executions that the deliveries started, each of which n8n calls a success. */
async function succeeded(workflowId: string, count: number) {
	const found = await n8n.waitForExecutions(workflowId, count, 40_000);
	expect(found.map(({ status }: { status: string }) => status)).toEqual(Array(count).fill('success'));
	return found;
}

function slackTexts(): string[] {
	const calls = thirdParties.calls.filter(({ host }) => host === 'slack.com');
	return calls.map(({ body }) => (body as { text: string }).text);
}

/** n8n's own HubSpot, Slack and Zendesk nodes talk to a proxy on this machine that takes the place of all three. */
describe('an example, imported and published, with its own nodes and the third parties replaced', () => {
	beforeEach(() => thirdParties.calls.splice(0));

	it('approved-hubspot-slack updates the HubSpot contact and tells Slack, and does neither for a rejection', async () => {
		const provider = samplesOf('trust-swiftly');
		const example = await imported('approved-hubspot-slack');
		await example.publish();
		const url = example.urlOf('n8n-nodes-kyc.trustSwiftlyTrigger');
		await send(provider, url, payloadOf(provider, 'rejected'));
		await succeeded(example.id, 1);
		expect(thirdParties.calls).toEqual([]);

		expect((await send(provider, url, payloadOf(provider, 'approved'))).body.result).toBe('accepted');
		await succeeded(example.id, 2);
		expect(thirdParties.calls).toEqual([
			{
				host: 'api.hubapi.com',
				method: 'POST',
				path: '/contacts/v1/contact/createOrUpdate/email/person@example.com',
				authorization: 'Bearer hubspot-service-key',
				body: {
					properties: [
						{ property: 'kyc_status', value: 'approved' },
						{ property: 'kyc_verification_id', value: expect.stringMatching(/./) },
						{ property: 'kyc_provider', value: 'trust-swiftly' },
					],
				},
			},
			{
				host: 'slack.com',
				method: 'POST',
				path: '/api/chat.postMessage',
				authorization: 'Bearer slack-bot-key',
				body: expect.objectContaining({
					channel: '#onboarding',
					text: expect.stringMatching(
						/^:white_check_mark: \S+@\S+ was approved by trust-swiftly \(verification \S+\)\.$/,
					),
				}),
			},
		]);
	});

	it('approved-hubspot-slack lets nobody command Slack by an e-mail address', async () => {
		const provider = samplesOf('trust-swiftly');
		const example = await imported('approved-hubspot-slack');
		await example.publish();
		const subject = { email: '<!channel>&@example.com' };
		const payload = provider.samples.find(({ status }) => status === 'approved')?.create({ subject }) ?? {};
		await send(provider, example.urlOf('n8n-nodes-kyc.trustSwiftlyTrigger'), payload);
		await succeeded(example.id, 1);
		expect(slackTexts()).toEqual([expect.stringContaining(': &lt;!channel&gt;&amp;@example.com was approved')]);
	});

	it('rejected-slack-zendesk alerts Slack and opens a ticket, and does neither for an approval', async () => {
		const provider = samplesOf('persona');
		const example = await imported('rejected-slack-zendesk');
		await example.publish();
		const url = example.urlOf('n8n-nodes-kyc.personaTrigger');
		await send(provider, url, payloadOf(provider, 'approved'));
		await succeeded(example.id, 1);
		expect(thirdParties.calls).toEqual([]);

		await send(provider, url, payloadOf(provider, 'rejected'));
		await succeeded(example.id, 2);
		expect(thirdParties.calls).toEqual([
			expect.objectContaining({
				host: 'slack.com',
				path: '/api/chat.postMessage',
				body: expect.objectContaining({
					channel: '#kyc-alerts',
					text: expect.stringMatching(
						/^:rotating_light: persona rejected verification inq_\w+ \(declined(, \w+)?\)\.$/,
					),
				}),
			}),
			expect.objectContaining({
				host: 'company.zendesk.com',
				method: 'POST',
				path: '/api/v2/tickets.json',
				authorization: `Basic ${Buffer.from('agent@example.com/token:zendesk-key').toString('base64')}`,
				body: {
					ticket: {
						comment: { body: expect.stringContaining('Provider: persona\nReason: declined') },
						subject: expect.stringMatching(/^Identity verification rejected: ./),
						external_id: expect.stringMatching(/./),
						tags: ['kyc', 'rejected'],
					},
				},
			}),
		]);
	});

	it('refused-slack-alert alerts Slack once for a flood of forged deliveries, and not for an honest one', async () => {
		const provider = samplesOf('persona');
		const example = await imported('refused-slack-alert');
		await example.publish();
		const url = example.urlOf('n8n-nodes-kyc.personaTrigger');
		await send(provider, url, payloadOf(provider, 'approved'));
		await succeeded(example.id, 1);
		expect(thirdParties.calls).toEqual([]);

		const sealed = await provider.seal(payloadOf(provider, 'approved'), provider.newSecrets(), Date.now());
		const forged = { ...sealed, headers: { ...sealed.headers, 'X-Forwarded-For': '203.0.113.7' } };
		const { status, body } = await post(url, forged);
		expect([status, body.code]).toEqual([401, 'signature_mismatch']);
		await succeeded(example.id, 2);
		expect(thirdParties.calls).toEqual([
			expect.objectContaining({
				host: 'slack.com',
				path: '/api/chat.postMessage',
				body: expect.objectContaining({ channel: '#kyc-alerts' }),
			}),
		]);
		expect(slackTexts()[0]?.split('\n')).toEqual([
			':warning: *persona*: refused 1 since the last alert, `signature_mismatch`',
			body.hint,
			expect.stringMatching(
				/^Node "KYC Trigger" of "KYC: refused → Slack alert", last sender `203\.0\.113\.7`, \d\S+Z$/,
			),
			expect.stringMatching(/^\*What to do:\* nothing, if it came once and from nobody you know\. /),
		]);
		expect(forged.body).toContain(PERSON.externalId);
		expect(JSON.stringify(thirdParties.calls)).not.toContain(PERSON.externalId);

		for (let sent = 0; sent < 20; sent++) expect((await post(url, forged)).status).toBe(401);
		await send(provider, url, payloadOf(provider, 'approved'));
		await succeeded(example.id, 3);
		expect(thirdParties.calls).toHaveLength(1);
	});

	it('refused-slack-alert lets no stranger command Slack by what he sends', async () => {
		const example = await imported('refused-slack-alert');
		await example.publish();
		const headers = { 'Persona-Signature': 'made up', 'X-Forwarded-For': '<!channel>' };
		const forged = { contentType: 'application/json', headers, body: '{}' };
		const { body } = await post(example.urlOf('n8n-nodes-kyc.personaTrigger'), forged);
		expect(body.hint).toContain('t=<Unix seconds>');
		await succeeded(example.id, 1);
		expect(slackTexts()).toEqual([expect.stringContaining('last sender without a valid address')]);
		expect(slackTexts()).toEqual([expect.stringContaining('t=&lt;Unix seconds&gt;')]);
		expect(slackTexts().join()).not.toContain('channel');
	});
});

describe('the example pending-wait-remind, with seconds for a day', () => {
	/** What Persona tells of one inquiry. */
	const told = (status: 'pending' | 'approved', inquiry: string): JsonObject => {
		const text = JSON.stringify(payloadOf(samplesOf('persona'), status)).replace(/inq_\w+/g, inquiry);
		return JSON.parse(text.replaceAll('inquiry.completed', 'inquiry.started').replaceAll('"completed"', '"pending"'));
	};

	it('reminds the one who did nothing, and neither the one who was approved meanwhile nor the one in review', async () => {
		const provider = samplesOf('persona');
		const example = await imported('pending-wait-remind', (node) =>
			node.type === 'n8n-nodes-base.wait'
				? { ...node, parameters: { ...node.parameters, amount: 6, unit: 'seconds' } }
				: node,
		);
		await example.runByHand();
		await example.publish();
		const url = example.urlOf('n8n-nodes-kyc.personaTrigger');
		expect((await send(provider, url, told('pending', 'inq_idle'))).body.result).toBe('accepted');
		expect((await send(provider, url, told('pending', 'inq_busy'))).body.result).toBe('accepted');
		expect((await send(provider, url, told('approved', 'inq_busy'))).body.result).toBe('accepted');
		expect((await send(provider, url, payloadOf(provider, 'pending'))).body.result).toBe('accepted');
		await succeeded(example.id, 5);
		await until(async () => mailServer.messages.length > 0, { timeout: 20_000, otherwise: () => 'No e-mail came.' });
		expect(mailServer.messages).toHaveLength(1);
		expect(mailServer.messages[0]).toMatch(/^To: \S+@\S+/m);
		expect(mailServer.messages[0]).toMatch(/^Subject: Please complete your identity verification/m);
		expect(mailServer.messages[0]).toMatch(/Your reference: ./);
	});
});

describe('the example all-providers-postgres, with a real PostgreSQL', () => {
	it('has a trigger for every provider of this package', async () => {
		const { nodes } = JSON.parse(await readFile('examples/all-providers-postgres.json', 'utf8'));
		const types = (nodes as ExampleNode[]).map(({ type }) => type);
		expect(types).toEqual(
			expect.arrayContaining(
				allSamples.map(({ provider }) => `n8n-nodes-kyc.${provider.credential.type.replace(/WebhookApi$/, 'Trigger')}`),
			),
		);
	});

	// Two Debian packages that a machine may not have.
	const withPostgres = binaries ? it : it.skip;
	withPostgres(
		'makes one row of every event, also when it comes twice (needs redis-server and postgresql)',
		async () => {
			const example = await imported('all-providers-postgres', (node) =>
				node.type.startsWith('n8n-nodes-kyc.')
					? { ...node, parameters: { ...node.parameters, options: { ignoreDuplicates: false } } }
					: node,
			);
			await example.runByHand();
			await example.publish();
			const sent = [];
			for (const provider of allSamples) {
				const { type } = provider.provider.credential;
				const url = example.urlOf(`n8n-nodes-kyc.${type.replace(/WebhookApi$/, 'Trigger')}`);
				const delivery = await provider.seal(payloadOf(provider, 'approved'), secrets.get(type) ?? {}, Date.now());
				for (let copy = 0; copy < 2; copy++) expect((await post(url, delivery)).body.result).toBe('accepted');
				sent.push(`${provider.provider.id} approved`);
			}
			await succeeded(example.id, 1 + 2 * allSamples.length);
			expect(await rows(example.id)).toEqual(sent.sort());
		},
		120_000,
	);
});

/** What the table holds, read by a workflow of its own. */
async function rows(like: string): Promise<string[]> {
	const { nodes } = await n8n.rest('GET', `/rest/workflows/${like}`);
	const [model] = (nodes as ExampleNode[]).filter(({ type }) => type === 'n8n-nodes-base.postgres');
	const query = "SELECT provider || ' ' || status AS row FROM kyc_events ORDER BY 1";
	const read = { ...model, name: 'Read', parameters: { ...model?.parameters, query, options: {} } };
	const [start] = (nodes as ExampleNode[]).filter(({ name }) => name === 'Once, by Hand');
	const { id } = await n8n.rest('POST', '/rest/workflows', {
		name: 'Read',
		nodes: [start, read],
		connections: { 'Once, by Hand': { main: [[{ node: 'Read', type: 'main', index: 0 }]] } },
		settings: { executionOrder: 'v1' },
	});
	const run = { triggerToStartFrom: { name: 'Once, by Hand' } };
	await n8n.rest('POST', `/rest/workflows/${id}/run`, run, { 'push-ref': 'examples' });
	const [execution] = await n8n.waitForExecutions(id, 1);
	const [output] = execution.data.resultData.runData.Read[0].data.main;
	return output.map(({ json }: { json: { row: string } }) => json.row);
}

function binariesIfInstalled() {
	try {
		return findBinaries();
	} catch {
		return null;
	}
}
