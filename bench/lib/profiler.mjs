import { readFile, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { until } from '../../test/host/poll.mjs';

const HOOK = fileURLToPath(new URL('profileHook.cjs', import.meta.url));
const LIMIT = 60_000;

/** Profiles what an n8n does in a stretch of time. */
export class Profiler {
	#path;

	/** @param {string} path of a file that n8n may write */
	constructor(path) {
		this.#path = path;
		/** With which n8n must be started. */
		this.env = { NODE_OPTIONS: `--require ${HOOK}`, BENCH_PROFILE: path };
	}

	/**
	 * @param {number} pid of n8n
	 * @param {() => Promise<void>} action
	 * @returns {Promise<any>} the profile, as V8 writes it
	 */
	async during(pid, action) {
		const written = (/** @type {(text: string) => boolean} */ enough) =>
			until(() => this.#read(enough), { timeout: LIMIT, otherwise: () => 'n8n wrote no profile.' });
		process.kill(pid, 'SIGUSR2');
		await written((text) => text === '');
		await action();
		process.kill(pid, 'SIGUSR2');
		const { text } = await written((found) => found !== '');
		await rm(this.#path);
		return JSON.parse(text);
	}

	/** Null as long as there is not enough. */
	async #read(enough) {
		const text = await readFile(this.#path, 'utf8').catch(() => null);
		return text !== null && enough(text) ? { text } : null;
	}
}
