import { TRIGGER, workflow } from '../../../test/host/workflow.mjs';
import { loadExamples, withCredentials } from '../examples.mjs';
import { importDemos } from '../demo.mjs';

/** Credentials of other n8n nodes, so that the examples look as they do when they are filled in. */
const OTHERS = {
	hubspotAppToken: { appToken: 'demo' },
	slackApi: { accessToken: 'demo' },
	zendeskApi: { subdomain: 'company', email: 'agent@example.com', apiToken: 'demo' },
	smtp: { host: 'mail.example.com', port: 465 },
	postgres: { host: 'db.example.com', database: 'kyc', user: 'n8n', password: 'demo' },
	redis: { host: 'redis.example.com', port: 6379 },
};

/** The simulators of the pictures: name and parameters. */
export const SIMULATORS = {
	'KYC Simulator': {},
	'Every Detail': {
		provider: 'persona',
		event: 'inquiry.approved',
		status: 'approved',
		details: {
			externalId: 'customer-7',
			id: 'act_5f2b8c1e',
			email: 'person@example.com',
			phone: '+1 555 0100',
			name: 'Jane Miller',
		},
	},
	'Several Events': { provider: 'truora', furtherEvents: ['identity_process:rejected'] },
	'Wrong Secret': { provider: 'stripe-identity', fault: 'wrongSecret' },
};

/** The action nodes of the pictures: name, type and parameters. */
export const ACTIONS = {
	Create: [
		'persona',
		{
			operation: 'create',
			template: { __rl: true, mode: 'id', value: 'itmpl_ABC123' },
			externalId: 'customer-7',
			additionalFields: { email: 'person@example.com', redirectUrl: 'https://example.com/done' },
		},
	],
	Get: ['persona', { operation: 'get', lookUpBy: 'externalId', externalId: 'customer-7' }],
	'Missed Events': ['persona', { resource: 'event', operation: 'getAll', since: '2026-11-22T10:00:00Z' }],
	Tool: ['personaTool', {}],
};

const condition = (path, ...values) => ({ path, is: 'oneOf', values });
const rule = (outcome, ...conditions) => ({ outcome, conditions: { condition: conditions } });

/** The triggers of any provider in the pictures: name, parameters and credential. */
export const ANY_PROVIDER = {
	'Acme KYC': [
		{
			providerName: 'acme-kyc',
			rules: {
				rule: [
					rule('approved', condition('type', 'check.finished'), condition('data.result', 'pass')),
					rule('declined', condition('type', 'check.finished'), condition('data.result', 'fail', 'refused')),
				],
			},
			fields: { eventId: 'id', externalId: 'data.reference' },
		},
		{ scheme: 'hmac', header: 'X-Acme-Signature', secret: 'made-up-secret-of-acme' },
	],
	'New Provider': [{}, { scheme: 'basic', username: 'n8n', password: 'a-made-up-password' }],
	Middesk: [{ provider: 'middesk' }, { provider: 'middesk', secret: 'made-up-secret-of-middesk' }],
};

/**
 * @typedef {object} Content what the pictures show
 * @property {import('../demo.mjs').Demo[]} demos
 * @property {string} branches workflow with an execution on two outputs
 * @property {Record<string, string>} bad ids of credentials that cannot work, by credential type
 * @property {{ file: string, id: string }[]} examples
 * @property {string} draft unpublished workflow, its trigger with every option
 * @property {string} lastNode the same, answering when the last node finishes
 * @property {string} actions workflow with a node for each of `ACTIONS`
 * @property {string} simulator workflow with a simulator for each of `SIMULATORS`
 * @property {{ workflow: string, credentials: Record<string, string> }} anyProvider workflow with a trigger for each of
 *   `ANY_PROVIDER`, and the ids of their credentials
 */

/**
 * Brings everything that the pictures show into an n8n, and starts it.
 * @param {import('../../../test/host/n8n.mjs').Instance} instance not running yet
 * @param {import('../providers.mjs').ProviderNode[]} providers
 * @returns {Promise<Content>}
 */
export async function prepare(instance, providers) {
	const demos = await importDemos(instance, providers);
	await instance.start();
	await instance.setupOwner();
	await Promise.all(demos.map(({ url }) => instance.waitForWebhook(url)));
	return {
		demos,
		branches: await deliverTwoEvents(instance, demos),
		bad: await storeBad(instance, providers),
		examples: await importExamples(instance, demos),
		draft: await importDraft(instance, demos, 'onReceived'),
		lastNode: await importDraft(instance, demos, 'lastNode'),
		simulator: await importSimulator(instance, demos),
		actions: await importActions(instance),
		anyProvider: await importAnyProvider(instance),
	};
}

/** Truora's deliveries can carry several events. */
async function deliverTwoEvents(instance, demos) {
	const { url, secrets, workflowId, provider } = demos.find(({ provider: { samples } }) => samples.sealSeveral);
	const { samples, sealSeveral } = provider.samples;
	const payloads = ['approved', 'rejected'].map((status) =>
		samples.find((sample) => sample.status === status).create({}),
	);
	const { contentType, headers, body } = await sealSeveral(payloads, secrets, Date.now());
	await fetch(url, { method: 'POST', headers: { 'content-type': contentType, ...headers }, body });
	await instance.waitForExecutions(workflowId, 1);
	return workflowId;
}

async function storeBad(instance, providers) {
	const bad = {};
	for (const { samples } of providers) {
		const { type, fields } = samples.provider.credential;
		const data = { ...samples.newSecrets(), [fields[0].name]: ' with white space around ' };
		const { id } = await instance.rest('POST', '/rest/credentials', { name: 'With a Mistake', type, data });
		bad[type] = id;
	}
	return bad;
}

async function importExamples(instance, demos) {
	const credentials = new Map(
		demos.map(({ provider: { samples } }) => {
			const { id, displayName, credential } = samples.provider;
			return [credential.type, { id: `${id}-demo`, name: `${displayName} demo` }];
		}),
	);
	for (const [type, data] of Object.entries(OTHERS)) {
		const { id, name } = await instance.rest('POST', '/rest/credentials', { name: type, type, data });
		credentials.set(type, { id, name });
	}
	const imported = [];
	for (const { file, workflow } of await loadExamples()) {
		const { id } = await instance.rest('POST', '/rest/workflows', withCredentials(workflow, credentials));
		imported.push({ file, id });
	}
	return imported;
}

async function importDraft(instance, demos, responseMode) {
	const { provider } = demos.find(({ provider: { samples } }) => samples.provider.id === 'stripe-identity');
	const { id, displayName, credential, tolerance } = provider.samples.provider;
	const options = { ignoreDuplicates: true, includePayload: true, refusedOutput: true, responseMode, tolerance };
	const { nodes, connections, settings } = workflow({
		id: 'draft',
		name: 'Draft',
		triggerType: provider.nodeType,
		triggerParameters: { options: { ...options, rememberEventsIn: 'process' } },
		credential: { type: credential.type, id: `${id}-demo`, name: `${displayName} demo` },
		webhookId: `draft-${responseMode}`,
	});
	const refused = { ...nodes.at(-1), id: 'refused', name: 'Refused', position: [320, 400] };
	connections[TRIGGER].main.push([{ node: 'Refused', type: 'main', index: 0 }]);
	const draft = { name: `Draft ${responseMode}`, nodes: [...nodes, refused], connections, settings };
	return (await instance.rest('POST', '/rest/workflows', draft)).id;
}

async function importSimulator(instance, demos) {
	const start = { name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, parameters: {} };
	const simulators = Object.entries(SIMULATORS).map(([name, parameters]) => {
		const demo = demos.find(({ provider: { samples } }) => samples.provider.id === parameters.provider);
		const { id, displayName, credential } = demo?.provider.samples.provider ?? {};
		return {
			name,
			type: 'n8n-nodes-kyc.kycSimulator',
			typeVersion: 1,
			parameters: { ...parameters, ...(demo && { url: demo.url }) },
			...(demo && { credentials: { [credential.type]: { id: `${id}-demo`, name: `${displayName} demo` } } }),
		};
	});
	const nodes = [start, ...simulators].map((node, index) => ({
		...node,
		id: node.name,
		position: [index && 320, index * 160],
	}));
	const connections = { Start: { main: [simulators.map(({ name }) => ({ node: name, type: 'main', index: 0 }))] } };
	const { id } = await instance.rest('POST', '/rest/workflows', {
		name: 'Simulator',
		nodes,
		connections,
		settings: {},
	});
	return id;
}

async function importActions(instance) {
	const type = 'personaKycApi';
	const { id: credential, name: credentialName } = await instance.rest('POST', '/rest/credentials', {
		name: 'Persona sandbox',
		type,
		data: { apiKey: 'demo' },
	});
	const nodes = Object.entries(ACTIONS).map(([name, [node, parameters]], index) => ({
		id: name,
		name,
		type: `n8n-nodes-kyc.${node}`,
		typeVersion: 1,
		position: [0, index * 160],
		parameters,
		credentials: { [type]: { id: credential, name: credentialName } },
	}));
	const actions = { name: 'Actions', nodes, connections: {}, settings: {} };
	return (await instance.rest('POST', '/rest/workflows', actions)).id;
}

async function importAnyProvider(instance) {
	const type = 'kycWebhookApi';
	const credentials = {};
	const nodes = [];
	for (const [name, [parameters, data]] of Object.entries(ANY_PROVIDER)) {
		const { id } = await instance.rest('POST', '/rest/credentials', { name, type, data });
		credentials[name] = id;
		nodes.push({
			id: name,
			name,
			type: 'n8n-nodes-kyc.kycWebhookTrigger',
			typeVersion: 2,
			position: [0, nodes.length * 220],
			webhookId: `any-${nodes.length}`,
			parameters,
			credentials: { [type]: { id, name } },
		});
	}
	const any = { name: 'Any provider', nodes, connections: {}, settings: {} };
	return { workflow: (await instance.rest('POST', '/rest/workflows', any)).id, credentials };
}
