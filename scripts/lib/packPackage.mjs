import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * Packs a package, which must have been built.
 * @param {Pick<import('./packages.mjs').Package, 'dir' | 'manifest'>} built
 * @param {string} into a folder
 * @returns {Promise<{ file: string, files: number, unpackedSize: number }>} the tarball, and what is in it: bytes
 * @throws when a file that the package promises to n8n is not in it, or when npm fails
 */
export async function packTarball({ dir, manifest: { name, n8n } }, into) {
	await mkdir(into, { recursive: true });
	const packing = ['pack', '--json', '--ignore-scripts', '--pack-destination', resolve(into)];
	const { stdout } = await run('npm', packing, { cwd: dir, maxBuffer: 16 * 1024 * 1024 });
	const [{ filename, files, unpackedSize }] = Object.values(JSON.parse(stdout));
	const file = join(into, filename);
	const packed = new Set(files.map(({ path }) => path));
	const missing = [...n8n.nodes, ...n8n.credentials].filter((path) => !packed.has(path));
	if (missing.length > 0) {
		await rm(file);
		throw new Error(`Not in ${name}: ${missing.join(', ')}. Build it first.`);
	}
	return { file, files: packed.size, unpackedSize };
}

/**
 * Packs a package and unpacks it: what a test loads is what a user gets.
 * @param {import('./packages.mjs').Package} built
 * @param {string} into a folder
 * @returns {Promise<string>} the unpacked package, a folder in it with the package's name
 * @throws as `packTarball` does
 */
export async function packPackage(built, into) {
	const { file } = await packTarball(built, into);
	const work = await mkdtemp(join(into, 'unpack-'));
	await run('tar', ['-xzf', file, '-C', work]);

	const unpacked = join(into, built.manifest.name);
	await rm(unpacked, { recursive: true, force: true });
	await rename(join(work, 'package'), unpacked);
	await Promise.all([rm(work, { recursive: true }), rm(file)]);
	return unpacked;
}
