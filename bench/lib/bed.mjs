import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeUserFolder } from '../../test/host/folder.mjs';
import { createInstance } from '../../test/host/n8n.mjs';
import { cpuSeconds } from './cpu.mjs';
import { Database } from './database.mjs';
import { Sender } from './send.mjs';

const REFERENCE = fileURLToPath(new URL('../reference', import.meta.url));

/** Deliveries under way at a time, the same number for every side. */
export const AT_ONCE = 4;

/** The settings of n8n in which everything is measured. */
export const CONFIGURATIONS = {
	default: {},
	lazy: { N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true' },
};

/** A running n8n with workflows to send to. */
export class Bed {
	#instance;
	#folder;
	#members;
	/** @type {Sender} */
	#sender;
	/** @type {Database} */
	#database;

	constructor(instance, folder, members) {
		this.#instance = instance;
		this.#folder = folder;
		this.#members = members;
	}

	/**
	 * Starts an n8n with this package and the reference, and waits until its webhooks are there.
	 * @param {import('./context.mjs').Context} context
	 * @param {object} options
	 * @param {import('../sides/types.mjs').Member[]} options.members
	 * @param {NodeJS.ProcessEnv} options.env
	 * @returns {Promise<Bed>}
	 */
	static async start({ host, packageDir, beds }, { members, env }) {
		const folder = await makeUserFolder(host, packageDir);
		await cp(REFERENCE, join(folder, '.n8n/nodes/node_modules/n8n-nodes-empty'), { recursive: true });
		const instance = await createInstance({
			...{ host, packageDir, editor: true },
			env: { N8N_USER_FOLDER: folder, ...env },
		});
		const bed = new Bed(instance, folder, members);
		beds.add(bed);
		await instance.load({
			credentials: members.flatMap(({ credential }) => credential ?? []),
			workflows: members.map(({ workflow }) => workflow),
			publish: members.map(({ workflow }) => workflow.id),
		});
		await instance.start();
		for (const { next } of members) await instance.waitForWebhook(`${instance.base}/${(await next()).path}`);
		bed.#sender = new Sender(instance.base, AT_ONCE);
		bed.#database = new Database(join(folder, '.n8n/database.sqlite'));
		return bed;
	}

	/** See `Database.setRemembered`. */
	setRemembered(workflowId, count) {
		this.#database.setRemembered(workflowId, count);
	}

	get pid() {
		return this.#instance.pid;
	}

	/** Sees that whoever verifies refuses a forged delivery: a side that does not is no fair comparison. */
	async expectRefusals() {
		for (const { workflow, forged } of this.#members) {
			const answer = forged && (await this.#sender.send(await forged()));
			if (answer && answer.status !== 401) throw new Error(`${workflow.id} took a forged delivery: ${answer.status}`);
		}
	}

	/**
	 * Sends deliveries to workflows that take turns, and waits until the last execution has ended.
	 * @param {import('../sides/types.mjs').Member[]} members
	 * @param {number} count
	 * @returns {Promise<{ rate: number, cpu: number }>} deliveries per second, from the first request to the end of the
	 * last execution, and milliseconds of n8n's CPU time for each, all threads
	 * @throws when one was not accepted, or its execution did not succeed
	 */
	async run(members, count) {
		const deliveries = [];
		for (let index = 0; index < count; index++) deliveries.push(await members[index % members.length].next());
		const before = this.#database.lastExecution();
		const cpuBefore = cpuSeconds(this.pid);
		const started = Date.now();
		const answers = await this.#sender.sendAll(deliveries);
		const answered = Date.now();
		for (const [index, { status, text }] of answers.entries()) {
			const { workflow, accepted = '' } = members[index % members.length];
			if (status !== 200 || !text.includes(accepted)) throw new Error(`${workflow.id} answered ${status} ${text}`);
		}
		const ended = await this.#database.executionsEnd(before, count);
		const cpu = ((cpuSeconds(this.pid) - cpuBefore) * 1000) / count;
		return { rate: (count * 1000) / (Math.max(answered, ended) - started), cpu };
	}

	async stop() {
		this.#sender?.close();
		this.#database?.close();
		await this.#instance.stop().catch(() => {});
		await this.remove();
	}

	async remove() {
		await this.#instance.remove();
		await rm(this.#folder, { recursive: true, force: true });
	}
}
