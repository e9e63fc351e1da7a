import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Where the packages of one vendor each stand. */
export const PACKAGES = 'packages';

/**
 * @typedef {object} Package a package that is built from this repository
 * @property {string} folder relative to the repository: '.' is the package of all providers
 * @property {string} dir the same, absolute
 * @property {Manifest} manifest its package.json
 *
 * @typedef {object} Manifest
 * @property {string} name
 * @property {string} version
 * @property {{ nodes: string[], credentials: string[] }} n8n built files
 */

/** @returns {Promise<Package[]>} the package of all providers first, then those of one vendor each, by name */
export async function readPackages() {
	const vendors = (await readdir(join(root, PACKAGES))).sort();
	return Promise.all(['.', ...vendors.map((name) => `${PACKAGES}/${name}`)].map(readPackage));
}

/** The package of all providers. */
export async function wholePackage() {
	return readPackage('.');
}

async function readPackage(folder) {
	const dir = join(root, folder);
	return { folder, dir, manifest: JSON.parse(await readFile(join(dir, 'package.json'), 'utf8')) };
}

/**
 * The packages that a command was called for: those it names, all with --all, else the one of all providers.
 * @param {string[]} args of the command line
 * @returns {Promise<Package[]>}
 * @throws when there is no package of a name
 */
export async function selectPackages(args) {
	const { values, positionals } = parseArgs({ args, options: { all: { type: 'boolean' } }, allowPositionals: true });
	const packages = await readPackages();
	if (values.all) return packages;
	if (positionals.length === 0) return packages.slice(0, 1);
	return positionals.map((name) => {
		const found = packages.find(({ manifest }) => manifest.name === name);
		if (found) return found;
		throw new Error(`There is no package ${name}: ${packages.map(({ manifest }) => manifest.name).join(', ')}.`);
	});
}

/** Whether a package is that of all providers, with the KYC Webhook Trigger, the KYC Simulator and the command. */
export function isWhole({ folder }) {
	return folder === '.';
}
