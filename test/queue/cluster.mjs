import { createInstance } from '../host/n8n.mjs';
import { findBinaries } from './servers/binaries.mjs';
import { createPostgres, DATABASE } from './servers/postgres.mjs';
import { createRedis } from './servers/redis.mjs';
import { Supervised } from './supervised.mjs';

/** How many executions one worker runs at the same time. */
export const CONCURRENCY = 2;

const WORKER = ['worker', `--concurrency=${CONCURRENCY}`];

/** What the README tells those who run n8n in queue mode to set. */
const ADVISED = {
	N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true',
	// Without it n8n ends itself when Redis is away for ten seconds.
	QUEUE_BULL_REDIS_TIMEOUT_THRESHOLD: '60000',
	// Without it a worker looks for PostgreSQL every thirty seconds only, and fails all that it takes meanwhile.
	DB_RECOVERY_BACKOFF_MAX_MS: '1000',
};

/** n8n notices within seconds, not minutes, that a worker is gone. What it had begun is given up either way. */
const IMPATIENT = {
	QUEUE_WORKER_LOCK_DURATION: '10000',
	QUEUE_WORKER_LOCK_RENEW_TIME: '3000',
	QUEUE_WORKER_STALLED_INTERVAL: '5000',
};

/**
 * n8n in queue mode: a main, two webhook processors and workers over one Redis and one PostgreSQL, all on
 * the loopback address. Each has a folder of its own with the package in it.
 */
export class Cluster {
	/** @type {Supervised[]} */
	#processes = [];
	#workers;
	#env;

	/**
	 * @param {object} [options]
	 * @param {string[][]} [options.workers] a command for each
	 * @param {NodeJS.ProcessEnv} [options.env] beside what docs/operating.md advises
	 */
	constructor({ workers = [WORKER, WORKER], env = IMPATIENT } = {}) {
		this.#workers = workers;
		this.#env = env;
		this.binaries = findBinaries();
	}

	/**
	 * Starts the servers and prepares the processes; the main's `load` is next.
	 * @param {import('../host/installSteps.mjs').Host} host
	 * @param {string} packageDir
	 */
	async prepare(host, packageDir) {
		this.redis = await createRedis(this.binaries);
		this.postgres = await createPostgres(this.binaries);
		await Promise.all([this.redis.start(), this.postgres.start()]);
		const env = {
			EXECUTIONS_MODE: 'queue',
			QUEUE_BULL_REDIS_HOST: '127.0.0.1',
			QUEUE_BULL_REDIS_PORT: `${this.redis.port}`,
			DB_TYPE: 'postgresdb',
			DB_POSTGRESDB_HOST: '127.0.0.1',
			DB_POSTGRESDB_PORT: `${this.postgres.port}`,
			DB_POSTGRESDB_USER: DATABASE,
			DB_POSTGRESDB_DATABASE: DATABASE,
			...ADVISED,
			...this.#env,
		};
		for (const command of [['start'], ['webhook'], ['webhook'], ...this.#workers]) {
			const instance = await createInstance({ host, packageDir, env, command });
			this.#processes.push(new Supervised(instance));
		}
	}

	get main() {
		return this.#processes[0].instance;
	}

	get webhooks() {
		return this.#processes.slice(1, 3);
	}

	get workers() {
		return this.#processes.slice(3);
	}

	/**
	 * @param {string} webhookId
	 * @returns {string[]} where a load balancer sends to
	 */
	urls(webhookId) {
		return this.webhooks.map(({ instance }) => instance.webhookUrl(webhookId, 'webhook'));
	}

	/** Starts all of them; the servers run already. */
	async start() {
		await Promise.all(this.#processes.map((process) => process.start()));
		await this.main.setupOwner();
		await this.main.createApiKey();
	}

	/** Waits until all of them are ready, after one or the other was not. */
	async ready() {
		await Promise.all(this.#processes.map((process) => process.ready()));
	}

	/** How often a process ended by itself or was killed, and came back. */
	get restarts() {
		return this.#processes.reduce((sum, { restarts }) => sum + restarts, 0);
	}

	async remove() {
		await Promise.all(this.#processes.map((process) => process.remove()));
		await Promise.all([this.redis?.remove(), this.postgres?.remove()]);
	}
}
