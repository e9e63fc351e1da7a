import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const versionsIn = (/** @type {string} */ folder) =>
	readdirSync(new URL(folder, import.meta.url)).sort((one, other) => one.localeCompare(other, 'en', { numeric: true }));

/** The older versions of n8n that can be installed, the oldest first. */
export const olderHosts = versionsIn('versions');

/** The older versions of n8n of which what runs nodes can be installed, the oldest first. */
export const olderCores = versionsIn('cores');

/**
 * What is installed, as bytes: these files name every version.
 * @param {string} [folder] as in versions/2.0.3; without it, that of the pinned n8n
 */
export function manifestsOf(folder = '.') {
	return ['package.json', 'package-lock.json'].map((name) => ({
		name,
		path: new URL(`${folder}/${name}`, import.meta.url),
	}));
}

/** @returns {string} the folder that keeps installed hosts between runs */
export function cacheFolder() {
	if (process.env.N8N_NODES_KYC_CACHE) return process.env.N8N_NODES_KYC_CACHE;
	return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'n8n-nodes-kyc');
}

/**
 * @param {ReturnType<typeof manifestsOf>} manifests
 * @returns {string} the folder of what they pin; another one as soon as they change
 */
export function hostFolder(manifests) {
	const hash = createHash('sha256');
	for (const { path } of manifests) hash.update(readFileSync(path));
	hash.update(process.platform).update(process.arch);
	return join(cacheFolder(), `host-${hash.digest('hex').slice(0, 16)}`);
}
