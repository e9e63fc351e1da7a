import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * @typedef {object} Package what can be released
 * @property {string} name
 * @property {string} version
 * @property {string} dir its folder, relative to the repository: `.` or `packages/<folder>`
 * @property {string} scope how commits name it, `persona`; empty for the package that holds everything
 * @property {string[]} files what it promises to n8n, `dist/nodes/…`
 */

/** @returns {Promise<Package[]>} all packages of the repository in the working directory, the one at its root first */
export async function readPackages() {
	const entries = await readdir('packages', { withFileTypes: true });
	const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => `packages/${name}`);
	return Promise.all(['.', ...folders.sort()].map(readPackage));
}

/** @throws {Error} a sentence that lists the names that there are */
export async function findPackage(name) {
	const packages = await readPackages();
	const found = packages.find((each) => each.name === name);
	if (found) return found;
	throw new Error(`No package is named ${name}. There are ${packages.map((each) => each.name).join(', ')}.`);
}

async function readPackage(dir) {
	const { name, version, n8n } = JSON.parse(await readFile(join(dir, 'package.json'), 'utf8'));
	const scope = dir === '.' ? '' : dir.slice('packages/'.length);
	return { name, version, dir, scope, files: [...n8n.nodes, ...n8n.credentials] };
}
