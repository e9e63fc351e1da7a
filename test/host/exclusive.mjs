import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import lockfile from 'proper-lockfile';

const POLL = 1000;
/** How long a holder may give no sign of life, in milliseconds: then it was cut off. */
const STALE = 15_000;

/**
 * Makes something once, however many processes ask for it at the same time. A holder that was suspended for
 * long loses the lock without being told, so `make` must not rely on it for correctness, only for thrift.
 * @template T
 * @param {string} path what is made; the lock is a folder beside it
 * @param {object} steps
 * @param {() => T | undefined} steps.find what was made, if it is there
 * @param {() => () => void} steps.wait called when another process holds the lock; returns what to call when that is over
 * @param {() => Promise<T>} steps.make
 * @returns {Promise<T>}
 */
export async function makeOnce(path, { find, wait, make }) {
	await mkdir(dirname(path), { recursive: true });
	let waited;
	for (;;) {
		const found = find();
		const release = found ? null : await tryLock(path);
		if (found || release) waited?.();
		if (found) return found;
		if (release) {
			try {
				return find() ?? (await make());
			} finally {
				await release().catch(() => {});
			}
		}
		waited ??= wait();
		await sleep(POLL);
	}
}

/**
 * @param {string} path
 * @returns {Promise<(() => Promise<void>) | null>} what gives the lock back; null when another process holds it
 */
async function tryLock(path) {
	try {
		return await lockfile.lock(path, { realpath: false, stale: STALE, onCompromised: () => {} });
	} catch (error) {
		if (error.code === 'ELOCKED') return null;
		throw error;
	}
}
