import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { finished, tail } from './child.mjs';
import { environment } from './environment.mjs';
import { executions, waitForExecutions } from './executions.mjs';
import { makeUserFolder } from './folder.mjs';
import { startOn } from './installSteps.mjs';
import { until } from './poll.mjs';
import { freePort } from './ports.mjs';
import { isReady, takesPosts } from './probe.mjs';
import { Rest } from './rest.mjs';

const STOP_LIMIT = 30_000;
const COMMANDS = fileURLToPath(new URL('commands.mjs', import.meta.url));

/**
 * Prepares an n8n of its own: a fresh folder, an empty database, the package, free ports. Nothing runs yet.
 * @param {object} options
 * @param {import('./installSteps.mjs').Host} options.host
 * @param {string | string[]} options.packageDir unpacked packages; the folder of each has its name
 * @param {number} [options.port] of HTTP, on the loopback address; a free one without it
 * @param {NodeJS.ProcessEnv} [options.env] wins over what an instance has by itself
 * @param {boolean} [options.editor] whether the editor and its lists of types are served; the start takes 2 s longer
 * @param {string[]} [options.command] what to start: ['start'], ['webhook'], ['worker', '--concurrency=5']
 * @returns {Promise<Instance>}
 */
export async function createInstance({ host, packageDir, port, env, editor = false, command = ['start'] }) {
	const folder = await makeUserFolder(host, packageDir);
	const http = String(port ?? (await freePort()));
	return new Instance(host, folder, http, command, {
		...environment(folder, host),
		N8N_DISABLE_UI: String(!editor),
		N8N_PORT: http,
		N8N_RUNNERS_BROKER_PORT: String(await freePort()),
		QUEUE_HEALTH_CHECK_ACTIVE: 'true',
		QUEUE_HEALTH_CHECK_PORT: http,
		...env,
	});
}

/** One n8n with its folder. Its HTTP interfaces are those of `Rest`. */
export class Instance extends Rest {
	#host;
	#folder;
	#command;
	#env;
	/** @type {import('./child.mjs').Child[]} every process that this instance ever had */
	#children = [];
	/** @type {import('./child.mjs').Child[]} one for each start */
	#runs = [];

	/**
	 * @param {import('./installSteps.mjs').Host} host
	 * @param {string} folder
	 * @param {string} port
	 * @param {string[]} command
	 * @param {NodeJS.ProcessEnv} env
	 */
	constructor(host, folder, port, command, env) {
		super(`http://127.0.0.1:${port}`);
		this.#host = host;
		this.#folder = folder;
		this.#command = command;
		this.#env = env;
	}

	/**
	 * Imports and publishes; what is published comes up with the next start.
	 * @param {object} content
	 * @param {{ id: string, name: string, type: string, data: Record<string, unknown> }[]} [content.credentials] with plain data
	 * @param {object[]} [content.workflows] see `workflow`
	 * @param {string[]} [content.publish] ids of workflows
	 * @throws when n8n refuses one, with the tail of its output
	 */
	async load({ credentials, workflows, publish = [] }) {
		const commands = [
			...(await this.#import('credentials', credentials)),
			...(await this.#import('workflow', workflows)),
			...publish.map((id) => ['publish:workflow', { id }]),
		];
		await finished(this.#spawn([COMMANDS, this.#host.n8n, JSON.stringify(commands)]), 'Loading');
	}

	/**
	 * Starts n8n.
	 * @returns {Promise<void>} when it is ready for requests; webhooks may come up a little later
	 * @throws when it ends or is not ready in time, with the tail of its log
	 */
	async start() {
		const run = this.#spawn([this.#host.n8n, ...this.#command]);
		this.#runs.push(run);
		const ready = async () => {
			if (!run.running()) throw new Error(`n8n ended while it started (${await run.ended}):\n${tail(run.log())}`);
			return isReady(this.base);
		};
		const otherwise = () => `n8n did not get ready:\n${tail(run.log())}`;
		await until(ready, { otherwise });
	}

	/**
	 * @param {string} webhookId
	 * @param {string} path as the node declares it
	 * @returns {string} where a provider would send to
	 */
	webhookUrl(webhookId, path) {
		return `${this.base}/webhook/${webhookId}/${path}`;
	}

	/**
	 * Waits until n8n knows a webhook; readiness comes earlier. Starts no execution.
	 * @param {string} url
	 * @throws when it is not there in time, with the tail of the log
	 */
	async waitForWebhook(url) {
		const otherwise = () => `${url} did not come up:\n${tail(this.log())}`;
		await until(() => takesPosts(url), { otherwise });
	}

	/**
	 * All finished executions of a workflow, as n8n stored them, the newest first.
	 * @param {string} workflowId
	 */
	executions(workflowId) {
		return executions(this, workflowId);
	}

	/**
	 * The same, when there are so many at least.
	 * @param {string} workflowId
	 * @param {number} count
	 * @throws when the time is over
	 */
	waitForExecutions(workflowId, count) {
		return waitForExecutions(this, workflowId, count);
	}

	/** Everything that n8n has printed, over all starts. */
	log() {
		return this.#runs.map((run) => run.log()).join('');
	}

	/** Process id of the last start. */
	get pid() {
		return this.#runs.at(-1)?.pid;
	}

	/** How the last start ended: 'code 0', 'SIGKILL'; pending while it runs. */
	get ended() {
		return this.#runs.at(-1)?.ended;
	}

	/**
	 * Sends a signal and waits for the end. After SIGKILL the next start takes ten seconds longer: n8n waits when it
	 * finds that it had crashed.
	 * @param {NodeJS.Signals} signal
	 */
	async kill(signal) {
		this.#runs.at(-1)?.kill(signal);
		await this.ended;
	}

	/** Asks n8n to stop, and insists when it takes too long. */
	async stop() {
		const insist = setTimeout(() => this.#runs.at(-1)?.kill('SIGKILL'), STOP_LIMIT);
		await this.kill('SIGTERM');
		clearTimeout(insist);
	}

	/** Ends whatever still runs and deletes the folder. */
	async remove() {
		for (const child of this.#children) child.kill('SIGKILL');
		await Promise.all(this.#children.map(({ ended }) => ended));
		await rm(this.#folder, { recursive: true, force: true });
	}

	async #import(kind, entries) {
		if (!entries) return [];
		const input = join(this.#folder, `${kind}.json`);
		await writeFile(input, JSON.stringify(entries));
		return [[`import:${kind}`, { input, activeState: 'false' }]];
	}

	#spawn(args) {
		const child = startOn(this.#host, args, { cwd: this.#folder, env: this.#env });
		this.#children.push(child);
		return child;
	}
}
