import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** What is installed, as bytes: these files name every version. */
export const MANIFESTS = ['package.json', 'package-lock.json'].map((name) => ({
	name,
	path: new URL(name, import.meta.url),
}));

/** @returns {string} the folder that keeps installed hosts between runs */
export function cacheFolder() {
	if (process.env.N8N_NODES_KYC_CACHE) return process.env.N8N_NODES_KYC_CACHE;
	return join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'n8n-nodes-kyc');
}

/** @returns {string} the folder of the host that the manifests pin; another one as soon as they change */
export function hostFolder() {
	const hash = createHash('sha256');
	for (const { path } of MANIFESTS) hash.update(readFileSync(path));
	hash.update(process.platform).update(process.arch);
	return join(cacheFolder(), `host-${hash.digest('hex').slice(0, 16)}`);
}
