import { copyFile, cp, mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

/**
 * Makes a fresh folder for one n8n, with an empty database and packages as if they had been installed.
 * They are copied: linked, their code would find the modules around the original, not n8n's.
 * @param {import('./installSteps.mjs').Host} host
 * @param {string | string[]} packageDir unpacked packages; the folder of each has its name
 * @returns {Promise<string>} for N8N_USER_FOLDER
 */
export async function makeUserFolder(host, packageDir) {
	const folder = await mkdtemp(join(tmpdir(), 'n8n-nodes-kyc-'));
	const modules = join(folder, '.n8n/nodes/node_modules');
	await mkdir(modules, { recursive: true });
	await copyFile(host.database, join(folder, '.n8n/database.sqlite'));
	for (const dir of [packageDir].flat()) await cp(dir, join(modules, basename(dir)), { recursive: true });
	return folder;
}
