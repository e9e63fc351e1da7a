import { mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hostFolder, manifestsOf } from './cache.mjs';
import { makeOnce } from './exclusive.mjs';
import { fill, hostAt } from './installSteps.mjs';
import { progress } from './progress.mjs';

/**
 * Installs an n8n with its own Node into the cache, unless it is there. That takes minutes; a second process that
 * asks meanwhile waits for the first.
 * @param {string} [version] one of `olderVersions`; the pinned one without it
 * @returns {Promise<import('./installSteps.mjs').Host>}
 * @throws when a step fails, with the tail of its output; nothing half-made is ever taken for a host
 */
export async function ensureHost(version) {
	const manifests = manifestsOf(version);
	const dir = hostFolder(manifests);
	const pinned = version === undefined ? undefined : await ensureHost();
	return makeOnce(dir, {
		find: () => (existsSync(dir) ? hostAt(dir) : undefined),
		wait: () => progress('Another process installs n8n: waiting for it'),
		make: () => install(dir, manifests, pinned),
	});
}

/**
 * @param {string} dir
 * @param {ReturnType<typeof manifestsOf>} manifests
 * @param {import('./installSteps.mjs').Host} [pinned]
 */
async function install(dir, manifests, pinned) {
	process.stderr.write(`n8n is installed once, into ${dir} (about 2.6 GB).\n`);
	const prefix = `${basename(dir)}.staging-`;
	for (const name of await readdir(dirname(dir))) {
		if (name.startsWith(prefix)) await remove(join(dirname(dir), name));
	}
	const staging = await mkdtemp(`${dir}.staging-`);
	try {
		await fill(staging, manifests, pinned);
		await rename(staging, dir);
	} catch (error) {
		await remove(staging);
		if (!existsSync(dir)) throw error;
	}
	return hostAt(dir);
}

/** A folder that somebody still writes to may resist; the next install removes the rest. */
const remove = (/** @type {string} */ path) =>
	rm(path, { recursive: true, force: true, maxRetries: 3 }).catch(() => {});

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	try {
		const { dir, node } = await ensureHost();
		process.stdout.write(`n8n   ${dir}\nnode  ${node}\n`);
	} catch (error) {
		process.stderr.write(`${error.message}\n`);
		process.exitCode = 1;
	}
}
