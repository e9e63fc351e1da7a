import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * Packs a package, which must have been built.
 * @param {import('./packages.mjs').Package} built
 * @param {string} into a folder
 * @returns {Promise<string>} the tarball
 * @throws when a file that the package promises to n8n is not there, or when npm fails
 */
export async function packTarball({ dir, manifest: { name, n8n } }, into) {
	const missing = [...n8n.nodes, ...n8n.credentials].filter((file) => !existsSync(join(dir, file)));
	if (missing.length > 0) throw new Error(`Build ${name} first: ${missing.join(', ')} missing.`);

	await mkdir(into, { recursive: true });
	const work = await mkdtemp(join(into, 'pack-'));
	await run('npm', ['pack', '--ignore-scripts', '--pack-destination', work], { cwd: dir });
	const [tarball] = await readdir(work);
	await rename(join(work, tarball), join(into, tarball));
	await rm(work, { recursive: true });
	return join(into, tarball);
}

/**
 * Packs a package and unpacks it: what a test loads is what a user gets.
 * @param {import('./packages.mjs').Package} built
 * @param {string} into a folder
 * @returns {Promise<string>} the unpacked package, a folder in it with the package's name
 * @throws as `packTarball` does
 */
export async function packPackage(built, into) {
	const tarball = await packTarball(built, into);
	const work = await mkdtemp(join(into, 'unpack-'));
	await run('tar', ['-xzf', tarball, '-C', work]);

	const unpacked = join(into, built.manifest.name);
	await rm(unpacked, { recursive: true, force: true });
	await rename(join(work, 'package'), unpacked);
	await Promise.all([rm(work, { recursive: true }), rm(tarball)]);
	return unpacked;
}
