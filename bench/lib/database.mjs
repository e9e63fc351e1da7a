import { randomBytes } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';

const POLL = 50;
const LIMIT = 120_000;
/** Entries that n8n stores for each event that this package remembers. */
const ENTRIES_PER_EVENT = 2;

/** n8n's SQLite file, opened beside n8n, so that n8n has no work with the questions. */
export class Database {
	#database;

	/** @param {string} path */
	constructor(path) {
		this.#database = new DatabaseSync(path, { timeout: 5000 });
	}

	/** @returns {number} the highest id of an execution so far */
	lastExecution() {
		return this.#database.prepare('SELECT COALESCE(MAX(id), 0) AS last FROM execution_entity').get().last;
	}

	/**
	 * Waits until so many executions were run and saved.
	 * @param {number} after id of the last one before
	 * @param {number} count
	 * @returns {Promise<number>} when the last of them ended, in milliseconds since 1970
	 * @throws when one has failed, when there are more, or when it takes too long
	 */
	async executionsEnd(after, count) {
		const question = this.#database.prepare(
			'SELECT status, COUNT(*) AS count, MAX(stoppedAt) AS stoppedAt FROM execution_entity WHERE id > ? GROUP BY status',
		);
		for (const end = Date.now() + LIMIT; Date.now() < end; await sleep(POLL)) {
			const found = Object.fromEntries(question.all(after).map((row) => [row.status, row]));
			const { new: created, running, success, ...bad } = found;
			const all = Object.values(found).reduce((sum, row) => sum + row.count, 0);
			if (Object.keys(bad).length > 0 || all > count) throw new Error(`Executions: ${JSON.stringify(found)}`);
			if (!created && !running && success?.count === count)
				return Date.parse(`${success.stoppedAt.replace(' ', 'T')}Z`);
		}
		throw new Error(`${count} executions did not end in ${LIMIT / 1000} s.`);
	}

	/**
	 * Makes n8n remember so many events for the one node of a workflow that remembers any already.
	 * @param {string} workflowId
	 * @param {number} count
	 */
	setRemembered(workflowId, count) {
		const data = Array.from({ length: ENTRIES_PER_EVENT * count }, () => randomBytes(16).toString('base64'));
		const { changes } = this.#database
			.prepare('UPDATE processed_data SET value = ? WHERE workflowId = ?')
			.run(JSON.stringify({ mode: 'entries', data }), workflowId);
		if (changes !== 1) throw new Error(`${workflowId} remembers nothing.`);
	}

	close() {
		this.#database.close();
	}
}
