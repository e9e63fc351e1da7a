import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Packs the package, which must have been built, and unpacks it: what a test loads is what a user gets.
 * @param {string} into a folder
 * @returns {Promise<string>} the unpacked package, a folder in it with the package's name
 * @throws when a file that the package promises to n8n is not there, or when npm fails
 */
export async function packPackage(into) {
	const { name, n8n } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
	const missing = [...n8n.nodes, ...n8n.credentials].filter((file) => !existsSync(join(root, file)));
	if (missing.length > 0) throw new Error(`Build the package first: ${missing.join(', ')} missing.`);

	await mkdir(into, { recursive: true });
	const work = await mkdtemp(join(into, 'pack-'));
	await run('npm', ['pack', '--ignore-scripts', '--pack-destination', work], { cwd: root });
	const [tarball] = await readdir(work);
	await run('tar', ['-xzf', join(work, tarball), '-C', work]);

	const unpacked = join(into, name);
	await rm(unpacked, { recursive: true, force: true });
	await rename(join(work, 'package'), unpacked);
	await rm(work, { recursive: true });
	return unpacked;
}
