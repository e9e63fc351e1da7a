import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Counts the packages of a lockfile that are on the disk already. Those for other platforms are left out.
 * @param {string} dir holds the package-lock.json and the node_modules
 * @returns {() => string} as in '812 of 2183 packages'
 */
export function packageCounter(dir) {
	const { packages } = JSON.parse(readFileSync(join(dir, 'package-lock.json'), 'utf8'));
	const wanted = Object.entries(packages)
		.filter(([path, entry]) => path && !entry.optional && !entry.extraneous)
		.map(([path]) => join(dir, path, 'package.json'));
	return () => `${wanted.filter((path) => existsSync(path)).length} of ${wanted.length} packages`;
}
