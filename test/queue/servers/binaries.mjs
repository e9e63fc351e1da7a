import { accessSync, constants, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where Debian keeps PostgreSQL, one folder for each version. */
const DEBIAN = '/usr/lib/postgresql';

/** Debian packages that bring all of it. */
export const PACKAGES = ['redis-server', 'postgresql'];

/**
 * @typedef {object} Binaries
 * @property {string} redisServer
 * @property {string} initdb
 * @property {string} postgres
 */

/**
 * Finds the servers' programs on this machine.
 * @returns {Binaries}
 * @throws when one is missing, with the packages to install
 */
export function findBinaries() {
	const found = { redisServer: find('redis-server'), initdb: find('initdb'), postgres: find('postgres') };
	const missing = Object.entries(found).flatMap(([name, path]) => (path ? [] : [name]));
	if (missing.length > 0) {
		throw new Error(`Not found: ${missing.join(', ')}. On Debian: apt-get install ${PACKAGES.join(' ')}`);
	}
	return found;
}

/** @returns {string | undefined} */
function find(/** @type {string} */ name) {
	const folders = [...debianFolders(), ...(process.env.PATH ?? '').split(delimiter)];
	return folders.map((folder) => join(folder, name)).find(isExecutable);
}

function debianFolders() {
	try {
		const newestFirst = readdirSync(DEBIAN).sort((one, other) => Number(other) - Number(one));
		return newestFirst.map((version) => join(DEBIAN, version, 'bin'));
	} catch {
		return [];
	}
}

function isExecutable(/** @type {string} */ path) {
	try {
		accessSync(path, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}
