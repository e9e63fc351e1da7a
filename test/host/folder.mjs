import { copyFile, cp, mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

/**
 * Makes a fresh folder for one n8n, with an empty database and a package as if it had been installed.
 * The package is copied: linked, its code would find the modules around the original, not n8n's.
 * @param {import('./installSteps.mjs').Host} host
 * @param {string} packageDir an unpacked package; its folder has the package's name
 * @returns {Promise<string>} for N8N_USER_FOLDER
 */
export async function makeUserFolder(host, packageDir) {
	const folder = await mkdtemp(join(tmpdir(), 'n8n-nodes-kyc-'));
	const modules = join(folder, '.n8n/nodes/node_modules');
	await mkdir(modules, { recursive: true });
	await copyFile(host.database, join(folder, '.n8n/database.sqlite'));
	await cp(packageDir, join(modules, basename(packageDir)), { recursive: true });
	return folder;
}
