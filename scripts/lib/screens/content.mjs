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

/**
 * @typedef {object} Content what the pictures show
 * @property {import('../demo.mjs').Demo[]} demos
 * @property {string} branches workflow with an execution on two outputs
 * @property {Record<string, string>} bad ids of credentials that cannot work, by credential type
 * @property {{ file: string, id: string }[]} examples
 * @property {string | null} simulator workflow with the simulator, where the package has one
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
		simulator: await importSimulator(instance),
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

async function importSimulator(instance) {
	const node = { id: '1', name: 'KYC Simulator', type: 'n8n-nodes-kyc.kycSimulator', typeVersion: 1 };
	const workflow = { name: 'Simulator', connections: {}, settings: {} };
	const nodes = [{ ...node, position: [0, 0], parameters: {} }];
	const types = await instance.rest('GET', '/types/nodes.json');
	if (!types.some(({ name }) => name === node.type)) return null;
	const { id } = await instance.rest('POST', '/rest/workflows', { ...workflow, nodes });
	return id;
}
