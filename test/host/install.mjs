import { mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheFolder, hostFolder, manifestsOf } from './cache.mjs';
import { dockerProblem, pinnedImage } from './docker.mjs';
import { makeOnce } from './exclusive.mjs';
import { fill, fillCore, fillFromImage, hostAt } from './installSteps.mjs';
import { during, progress } from './progress.mjs';

/** @typedef {ReturnType<typeof manifestsOf>} Manifests */

/**
 * Installs an n8n with its own Node into the cache, unless it is there. That takes minutes; a second process that
 * asks meanwhile waits for the first.
 * @param {string} [version] one of `olderHosts`; the pinned one without it
 * @returns {Promise<import('./installSteps.mjs').Host>}
 * @throws when a step fails, with the tail of its output; nothing half-made is ever taken for a host
 */
export async function ensureHost(version) {
	if (version === undefined) return (await dockerHost()) ?? hostAt(await ensure(manifestsOf(), '2.6 GB', fill));
	const pinned = hostAt(await ensure(manifestsOf(), '2.6 GB', fill));
	return hostAt(await ensure(manifestsOf(`versions/${version}`), '2.6 GB', (...to) => fill(...to, pinned)));
}

/**
 * The n8n of the pinned Docker image, for who sets KYC_HOST=docker.
 * @returns {Promise<import('./installSteps.mjs').Host | null>} null when it is not wanted, or when there is no Docker
 */
async function dockerHost() {
	const { KYC_HOST: wanted = '' } = process.env;
	if (wanted === '') return null;
	if (wanted !== 'docker') throw new Error(`KYC_HOST can be docker, not "${wanted}".`);
	const problem = await dockerProblem();
	if (problem !== null) {
		process.stderr.write(`No Docker on this machine (${problem}): n8n is taken from npm.\n`);
		return null;
	}
	const { reference, digest } = await during('Pulling the image of n8n', () => pinnedImage());
	const dir = join(cacheFolder(), digest.replace(':', '-').slice(0, 'sha256-'.length + 16));
	return hostAt(await ensureAt(dir, '1 MB beside the image', (staging) => fillFromImage(staging, reference)));
}

/**
 * Installs only that part of an n8n which loads and runs nodes, the same way.
 * @param {string} version one of `olderCores`
 * @returns {Promise<string>} a folder with node_modules
 * @throws as `ensureHost`
 */
export function ensureCore(version) {
	return ensure(manifestsOf(`cores/${version}`), '400 MB', fillCore);
}

/**
 * @param {Manifests} manifests
 * @param {string} size for the message
 * @param {(dir: string, manifests: Manifests) => Promise<void>} fillWith installs into an empty folder
 * @returns {Promise<string>} the folder
 */
function ensure(manifests, size, fillWith) {
	return ensureAt(hostFolder(manifests), size, (staging) => fillWith(staging, manifests));
}

/**
 * @param {string} dir
 * @param {string} size for the message
 * @param {(staging: string) => Promise<void>} fillWith
 * @returns {Promise<string>} the same folder
 */
function ensureAt(dir, size, fillWith) {
	return makeOnce(dir, {
		find: () => (existsSync(dir) ? dir : undefined),
		wait: () => progress('Another process installs n8n: waiting for it'),
		make: () => install(dir, size, fillWith),
	});
}

/**
 * @param {string} dir
 * @param {string} size
 * @param {(staging: string) => Promise<void>} fillWith
 */
async function install(dir, size, fillWith) {
	process.stderr.write(`n8n is installed once, into ${dir} (about ${size}).\n`);
	const prefix = `${basename(dir)}.staging-`;
	for (const name of await readdir(dirname(dir))) {
		if (name.startsWith(prefix)) await remove(join(dirname(dir), name));
	}
	const staging = await mkdtemp(`${dir}.staging-`);
	try {
		await fillWith(staging);
		await rename(staging, dir);
	} catch (error) {
		await remove(staging);
		if (!existsSync(dir)) throw error;
	}
	return dir;
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
