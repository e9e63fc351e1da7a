import { createRequire } from 'node:module';
import { join } from 'node:path';
import { DATABASE } from './servers/postgres.mjs';

/** What is in a cluster's servers, read with the clients that n8n itself brings. */
export class Stores {
	#cluster;
	#require;

	/**
	 * @param {import('../host/installSteps.mjs').Host} host
	 * @param {import('./cluster.mjs').Cluster} cluster
	 */
	constructor(host, cluster) {
		this.#cluster = cluster;
		this.#require = createRequire(join(host.dir, 'package.json'));
	}

	/**
	 * @param {string} query
	 * @param {unknown[]} [values]
	 * @returns {Promise<any[]>}
	 */
	async rows(query, values) {
		const { Client } = this.#require('pg');
		const { port } = this.#cluster.postgres;
		const client = new Client({ host: '127.0.0.1', port, user: DATABASE, database: DATABASE });
		await client.connect();
		try {
			return (await client.query(query, values)).rows;
		} finally {
			await client.end();
		}
	}

	/**
	 * @param {string} pattern
	 * @returns {Promise<string[]>} the keys of Redis
	 */
	async keys(pattern) {
		const Redis = this.#require('ioredis');
		const client = new Redis(this.#cluster.redis.port, '127.0.0.1');
		try {
			return await client.keys(pattern);
		} finally {
			client.disconnect();
		}
	}

	/**
	 * Has a worker run an execution, as n8n itself does.
	 * @param {string} workflowId
	 * @param {string} executionId
	 */
	async addJob(workflowId, executionId) {
		const Bull = this.#require('bull');
		const queue = new Bull('jobs', { prefix: 'bull', redis: { host: '127.0.0.1', port: this.#cluster.redis.port } });
		await queue.add('job', { workflowId, executionId, loadStaticData: false });
		await queue.close();
	}
}
