import { findPackage as find, isWhole, readPackages as read } from '../packages.mjs';

/**
 * @typedef {object} Package what can be released
 * @property {import('../packages.mjs').Manifest} manifest its package.json
 * @property {string} name
 * @property {string} version
 * @property {string} dir its folder, relative to the repository: `.` or `packages/<folder>`
 * @property {string} scope how commits name it, `persona`; empty for the package that holds everything
 * @property {string[]} files what it promises to n8n, `dist/nodes/…`
 */

/** @returns {Promise<Package[]>} all packages of the repository in the working directory, the one at its root first */
export async function readPackages() {
	return (await read()).map(asReleased);
}

/** @throws {Error} a sentence that lists the names that there are */
export async function findPackage(name) {
	return asReleased(find(await read(), name));
}

function asReleased(one) {
	const { folder, manifest } = one;
	const { name, version, n8n } = manifest;
	const scope = isWhole(one) ? '' : folder.slice('packages/'.length);
	return { manifest, name, version, dir: folder, scope, files: [...n8n.nodes, ...n8n.credentials] };
}
