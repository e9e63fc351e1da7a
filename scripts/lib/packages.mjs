import { readdir, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** Where the packages of one vendor each stand. */
export const PACKAGES = 'packages';

/**
 * @typedef {object} Package a package of the repository in the working directory
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
	const vendors = (await readdir(PACKAGES, { withFileTypes: true }))
		.filter((entry) => entry.isDirectory())
		.map(({ name }) => name)
		.sort();
	return Promise.all(['.', ...vendors.map((name) => `${PACKAGES}/${name}`)].map(readPackage));
}

/** The package of all providers. */
export async function wholePackage() {
	return readPackage('.');
}

async function readPackage(folder) {
	const manifest = JSON.parse(await readFile(`${folder}/package.json`, 'utf8'));
	return { folder, dir: resolve(folder), manifest };
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
	return positionals.map((name) => findPackage(packages, name));
}

/**
 * @param {Package[]} packages
 * @param {string} name
 * @throws {Error} a sentence that lists the names that there are
 */
export function findPackage(packages, name) {
	const found = packages.find(({ manifest }) => manifest.name === name);
	if (found) return found;
	const names = packages.map(({ manifest }) => manifest.name).join(', ');
	throw new Error(`No package is named ${name}. There are ${names}.`);
}

/**
 * Where a built file comes from.
 * @param {string} file as package.json names it, `dist/nodes/…/X.node.js`
 * @returns {string} without its ending, `nodes/…/X.node`
 */
export function sourceOf(file) {
	return file.slice('dist/'.length, -'.js'.length);
}

/** Whether a package is that of all providers, with the KYC Webhook Trigger, the KYC Simulator and the command. */
export function isWhole({ folder }) {
	return folder === '.';
}
