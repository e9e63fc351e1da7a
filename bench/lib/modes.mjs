import { createInstance } from '../../test/host/n8n.mjs';
import { Cluster } from '../../test/queue/cluster.mjs';

/** Executions at a time: as many as an n8n worker runs by default. */
export const LIMIT = 10;

/**
 * @typedef {object} Running an n8n with published workflows
 * @property {import('../../test/host/n8n.mjs').Instance} main signed in
 * @property {string[]} bases URLs of the processes that take deliveries
 * @property {() => Promise<void>} remove ends it
 */

/**
 * One process with SQLite, as most people run it.
 * @param {import('./context.mjs').Context} context
 * @param {import('../sides/types.mjs').Member[]} members
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Running>}
 */
export async function regular({ host, packageDir, beds }, members, env) {
	const instance = await createInstance({ host, packageDir, editor: true, env });
	beds.add(instance);
	await instance.load(contentOf(members));
	await instance.start();
	await instance.setupOwner();
	return whenUp(members, { main: instance, bases: [instance.base], remove: () => instance.remove() });
}

/**
 * Queue mode as the README advises it: a main, two webhook processors and a worker, with PostgreSQL and Redis.
 * @param {import('./context.mjs').Context} context
 * @param {import('../sides/types.mjs').Member[]} members
 * @returns {Promise<Running>}
 */
export async function queue({ host, packageDir, beds }, members) {
	const cluster = new Cluster({ workers: [['worker']], env: {} });
	beds.add(cluster);
	await cluster.prepare(host, packageDir);
	await cluster.main.load(contentOf(members));
	await cluster.start();
	const bases = cluster.webhooks.map(({ instance }) => instance.base);
	return whenUp(members, { main: cluster.main, bases, remove: () => cluster.remove() });
}

function contentOf(members) {
	return {
		credentials: members.flatMap(({ credential }) => credential ?? []),
		workflows: members.map(({ workflow }) => workflow),
		publish: members.map(({ workflow }) => workflow.id),
	};
}

async function whenUp(members, running) {
	for (const base of running.bases) {
		for (const { next } of members) await running.main.waitForWebhook(`${base}/${(await next()).path}`);
	}
	return running;
}
