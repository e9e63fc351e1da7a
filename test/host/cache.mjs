import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const VERSIONS = new URL('versions/', import.meta.url);

/** The older versions of n8n that can be installed, the oldest first. */
export const olderVersions = readdirSync(VERSIONS).sort((one, other) =>
	one.localeCompare(other, 'en', { numeric: true }),
);

/**
 * What is installed, as bytes: these files name every version.
 * @param {string} [version] of n8n, one of `olderVersions`; the pinned one without it
 */
export function manifestsOf(version) {
	const folder = version === undefined ? import.meta.url : new URL(`${version}/`, VERSIONS);
	return ['package.json', 'package-lock.json'].map((name) => ({ name, path: new URL(name, folder) }));
}

/** @returns {string} the folder that keeps installed hosts between runs */
export function cacheFolder() {
	if (process.env.N8N_NODES_KYC_CACHE) return process.env.N8N_NODES_KYC_CACHE;
	return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'n8n-nodes-kyc');
}

/**
 * @param {ReturnType<typeof manifestsOf>} manifests
 * @returns {string} the folder of the host that they pin; another one as soon as they change
 */
export function hostFolder(manifests) {
	const hash = createHash('sha256');
	for (const { path } of manifests) hash.update(readFileSync(path));
	hash.update(process.platform).update(process.arch);
	return join(cacheFolder(), `host-${hash.digest('hex').slice(0, 16)}`);
}
