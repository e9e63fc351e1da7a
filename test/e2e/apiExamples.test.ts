import { randomUUID } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';
import { loadExamples, withCredentials } from '../../scripts/lib/examples.mjs';
import type { JsonObject } from '../../webhook/json';
import { until } from '../host/poll.mjs';
import { attempts } from '../nodes/Didit/server';
import { checks } from '../nodes/Onfido/server';
import { server as persona } from '../nodes/Persona/server';
import { allSamples } from '../support/providers';
import type { ServerRequest } from '../support/api/server';
import { servers } from '../support/api/servers';
import { ApiHost } from './apiHost';
import { MailServer } from './thirdParties/mail';
import { post } from './n8n';

/** Those that list events, and the one whose checks have to be looked up. */
const listing = servers.filter(({ api }) => api.listEvents);
const needed = servers.filter((server) => listing.includes(server) || server.provider.id === 'onfido');
const host = new ApiHost(needed);
const mail = new MailServer();
const credentials = new Map<string, { id: string; name: string }>();
const secrets = new Map<string, Readonly<Record<string, string>>>();

beforeAll(async () => {
	await host.start();
	const store = async (type: string, data: object) => credentials.set(type, await host.credential(type, data));
	await store('httpHeaderAuth', { name: 'X-Key', value: 'of-the-application' });
	const smtp = { host: '127.0.0.1', port: await mail.start(), secure: false, disableStartTls: true };
	await store('smtp', { ...smtp, user: '', password: '' });
	for (const { api, provider, credential } of needed) {
		await store(api.credentialType, credential);
		secrets.set(provider.id, samplesOf(provider.id).newSecrets());
		await store(provider.credential.type, secrets.get(provider.id) ?? {});
	}
});
afterAll(async () => {
	await host.stop();
	mail.stop();
});

interface ExampleNode {
	readonly name: string;
	readonly type: string;
	readonly parameters: IDataObject;
	readonly [other: string]: unknown;
}

/** As much of what n8n stores as is read. */
interface Execution {
	readonly data: {
		readonly resultData: {
			readonly runData: Record<string, { data?: { main?: ({ json: IDataObject }[] | null)[] } }[]>;
		};
	};
}

async function published(file: string, change: (node: ExampleNode) => ExampleNode) {
	const example = (await loadExamples()).find((one) => one.file === file);
	const workflow = withCredentials(example?.workflow as never, credentials);
	const nodes = (workflow.nodes as ExampleNode[]).map(change);
	const { id, versionId, nodes: kept } = await host.n8n.rest('POST', '/rest/workflows', { ...workflow, nodes });
	const start = (name: string) => host.n8n.execute(id, name);
	const webhookId = (name: string) => (kept as ExampleNode[]).find((node) => node.name === name)?.webhookId as string;
	return {
		id: String(id),
		start,
		publish: () => host.n8n.rest('POST', `/rest/workflows/${id}/activate`, { versionId }),
		trigger: (name: string) => host.n8n.webhookUrl(webhookId(name), 'webhook'),
		/** What has come to a node of all its executions, each time that it ran. */
		itemsAt: async (node: string): Promise<IDataObject[]> =>
			(await host.n8n.executions(id)).flatMap((execution: Execution) =>
				(execution.data.resultData.runData[node] ?? []).flatMap(({ data }) =>
					(data?.main ?? []).flatMap((items) => items ?? []).map(({ json }) => json),
				),
			),
	};
}

function samplesOf(id: string) {
	const found = allSamples.find(({ provider }) => provider.id === id);
	if (!found) throw new Error(id);
	return found;
}

async function deliverTo(url: string, id: string, payload: JsonObject) {
	return post(url, await samplesOf(id).seal(payload, secrets.get(id) ?? {}, Date.now()));
}

/** What Persona tells of one inquiry, signed. */
async function deliver(url: string, name: string, status: string, inquiry: string, reference: string) {
	const payload = {
		data: {
			type: 'event',
			id: `evt_${randomUUID()}`,
			attributes: {
				name,
				'created-at': new Date().toISOString(),
				payload: { data: { type: 'inquiry', id: inquiry, attributes: { status, 'reference-id': reference } } },
			},
		},
	};
	return deliverTo(url, 'persona', payload);
}

beforeEach(() => {
	host.override = () => undefined;
});

describe('the example start-wait-branch', () => {
	/** The status of each inquiry at Persona, by its id. */
	const inquiries = new Map<string, { reference: string; status: string }>();

	function answer(request: ServerRequest) {
		const own = persona.handle(request);
		const { data, ...rest } = (own.body ?? {}) as { data?: JsonObject };
		if (request.method === 'POST' && request.path.endsWith('/inquiries')) {
			const reference = JSON.parse(request.body.toString()).data.attributes['reference-id'] as string;
			const id = `inq_of_${reference}`;
			inquiries.set(id, { reference, status: 'created' });
			const attributes = { ...(data?.attributes as JsonObject), 'reference-id': reference };
			const meta = { 'one-time-link': `https://withpersona.com/verify?code=${reference}` };
			return { ...own, body: { ...rest, data: { ...data, id, attributes }, meta } };
		}
		const known = inquiries.get(String(request.path.split('/').at(-1)));
		if (!known) return own;
		const attributes = { status: known.status, 'reference-id': known.reference };
		return { status: 200, body: { data: { type: 'inquiry', id: `inq_of_${known.reference}`, attributes } } };
	}

	it('goes on with the right one of two customers, and approves nobody who was not approved', async () => {
		host.override = answer;
		const example = await published('start-wait-branch', (node) => {
			if (node.name === 'Start the Verification') {
				return { ...node, parameters: { ...node.parameters, template: { __rl: true, mode: 'id', value: 'itmpl_1' } } };
			}
			return node.type === 'n8n-nodes-base.webhook'
				? { ...node, parameters: { ...node.parameters, path: 'begin' } }
				: node;
		});
		await example.start('Once, by Hand');
		await host.n8n.waitForExecutions(example.id, 1);
		await example.publish();
		const triggerUrl = example.trigger('Persona Trigger');
		await host.n8n.waitForWebhook(triggerUrl);
		const begin = (customerId: string, key = 'of-the-application') =>
			fetch(`${host.n8n.base}/webhook/begin`, {
				method: 'POST',
				headers: { 'content-type': 'application/json', 'x-key': key },
				body: JSON.stringify({ customerId, email: `${customerId}@example.com` }),
			});
		await until(async () => (await begin('nobody', 'wrong')).status === 403, {
			otherwise: () => 'not up',
		});
		await begin('anna');
		await begin('bert');
		const waiting = async () => (await host.n8n.rest('GET', '/rest/executions?filter={"status":["waiting"]}')).results;
		await until(async () => (await waiting()).length === 2, { otherwise: () => 'Nobody waits.' });
		expect(mail.messages.map((text) => /verify\?code=3?D?(\w+)/.exec(text)?.[1]).sort()).toEqual(['anna', 'bert']);

		// Somebody has seen the address of a waiting execution, and says that it was approved.
		const tables = await resumeUrls();
		expect(tables).toHaveLength(2);
		for (const url of tables) await fetch(url, { method: 'POST', body: '{"status":"approved"}' });
		const lookUps = () => host.requests.filter(({ method, path }) => method === 'GET' && path.includes('inq_of_'));
		await until(async () => lookUps().length === 2 && (await waiting()).length === 2, {
			otherwise: () => 'A forged call was not looked up, or ended the wait.',
		});
		expect(await example.itemsAt('Approved')).toEqual([]);

		inquiries.set('inq_of_bert', { reference: 'bert', status: 'approved' });
		expect((await deliver(triggerUrl, 'inquiry.approved', 'approved', 'inq_of_bert', 'bert')).status).toBe(200);
		await until(async () => (await example.itemsAt('Approved')).length === 1, {
			otherwise: () => 'Bert waits.',
		});
		expect(await example.itemsAt('Approved')).toEqual([
			expect.objectContaining({ externalId: 'bert', status: 'approved' }),
		]);
		expect(await waiting()).toHaveLength(1);

		inquiries.set('inq_of_anna', { reference: 'anna', status: 'declined' });
		expect((await deliver(triggerUrl, 'inquiry.declined', 'declined', 'inq_of_anna', 'anna')).status).toBe(200);
		await until(async () => (await example.itemsAt('Rejected')).length === 1, {
			otherwise: () => 'Anna waits.',
		});
		expect(await example.itemsAt('Approved')).toHaveLength(1);
		await until(async () => (await resumeUrls()).length === 0, { otherwise: () => 'Rows stay.' });
	});

	/** What the data table holds, read by a workflow of its own. */
	async function resumeUrls(): Promise<string[]> {
		const read = {
			type: 'n8n-nodes-base.dataTable',
			typeVersion: 1.1,
			parameters: {
				resource: 'row',
				operation: 'get',
				dataTableId: { __rl: true, mode: 'name', value: 'kyc_waiting' },
				matchType: 'anyCondition',
				filters: { conditions: [] },
				returnAll: true,
			},
		};
		const { items } = await host.run(read, {});
		return items.map(({ resumeUrl }) => String(resumeUrl));
	}
});

describe('the example catch-up', () => {
	it('puts out what was missed once, whether a trigger or the list tells it', async () => {
		const example = await published('catch-up', (node) =>
			node.parameters.since
				? { ...node, parameters: { ...node.parameters, since: '2020-01-01T00:00:00Z', lookBack: 1000 } }
				: node,
		);
		await example.publish();
		for (const { provider } of listing)
			await host.n8n.waitForWebhook(example.trigger(`${provider.displayName} Trigger`));
		// Didit lists what it has sent by session.
		const ofDidit = listing.find(({ provider }) => provider.id === 'didit')?.states ?? [];
		for (const { verificationId, delivery } of ofDidit) attempts.set(verificationId, [delivery]);
		// One of each has come before the outage.
		for (const { provider, states } of listing) {
			const told = states.find(({ status }) => status === 'approved');
			const url = example.trigger(`${provider.displayName} Trigger`);
			expect((await deliverTo(url, provider.id, told?.delivery ?? {})).status).toBe(200);
		}
		const decided = async () =>
			(await Promise.all(['Approved', 'Rejected', 'Pending', 'Other'].map((name) => example.itemsAt(name)))).flat();
		await until(async () => (await decided()).length === listing.length, {
			otherwise: () => 'not told',
		});

		let runs = listing.length;
		for (let round = 0; round < 2; round++) {
			await example.start('Every Hour');
			await host.n8n.waitForExecutions(example.id, ++runs);
			const ids = (await decided()).map(({ provider, eventId }) => `${provider}:${eventId}`);
			expect(new Set(ids).size).toBe(ids.length);
			for (const { provider, states } of listing) {
				const approvals = states.filter(({ status }) => status === 'approved');
				const approved = (await example.itemsAt('Approved')).filter((item) => item.provider === provider.id);
				expect([provider.id, approved.length]).toEqual([provider.id, approvals.length]);
				expect((await example.itemsAt('Rejected')).some((item) => item.provider === provider.id)).toBe(true);
			}
		}
	});
});

describe('the example onfido-check-look-up', () => {
	it('goes on with what the check has said', async () => {
		const example = await published('onfido-check-look-up', (node) => node);
		await example.publish();
		const url = example.trigger('Onfido Trigger');
		await host.n8n.waitForWebhook(url);
		const results = { clear: 'Approved', consider: 'For a Person to Decide' };
		for (const [index, result] of Object.keys(results).entries()) {
			const id = `c000000${index}-0000-4000-8000-000000000000`;
			const applicant_id = `d000000${index}-0000-4000-8000-000000000000`;
			checks.set(id, { id, applicant_id, status: 'complete', result, sandbox: false, report_ids: [] });
			const object = { id, status: 'complete', completed_at_iso8601: '2026-11-22T10:00:00Z' };
			const payload = { resource_type: 'check', action: 'check.completed', object };
			expect((await deliverTo(url, 'onfido', { payload })).status).toBe(200);
		}
		await host.n8n.waitForExecutions(example.id, 2);
		for (const [result, node] of Object.entries(results)) {
			expect(await example.itemsAt(node)).toEqual([expect.objectContaining({ providerStatus: result })]);
		}
	});
});
