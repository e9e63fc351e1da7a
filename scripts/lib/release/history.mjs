import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { isDeepStrictEqual, promisify } from 'node:util';
import { readFile } from 'node:fs/promises';

const run = promisify(execFile);

/** @returns {Promise<string>} what git prints */
export async function git(...args) {
	const { stdout } = await run('git', args, { maxBuffer: 64 * 1024 * 1024 });
	return stdout.trimEnd();
}

/** @returns {Promise<boolean>} whether git answers yes */
export async function holds(...args) {
	return git(...args).then(
		() => true,
		() => false,
	);
}

/** @returns {Promise<string | null>} the version of a package that was released last before this commit */
export async function lastVersion(name) {
	const tag = await git('describe', '--tags', '--abbrev=0', '--match', `${name}@*`).catch(() => null);
	return tag && tag.slice(name.length + 1);
}

/**
 * Finds what is in a package and has changed since it was released.
 * @param {import('./packages.mjs').Package} released
 * @param {import('./inputs.mjs').Inputs} inputs
 * @param {string} tag
 * @returns {Promise<string[]>} paths of the repository, and folders of dependencies
 */
export async function changesSince({ dir }, { paths, dependencies }, tag) {
	const files = await git('diff', '--name-only', tag, 'HEAD', '--', ...paths);
	const manifest = join(dir, 'package.json');
	const [before, now] = [await readJsonAt(tag, manifest), await readJson(manifest)];
	const [lockBefore, lockNow] = [await readJsonAt(tag, 'package-lock.json'), await readJson('package-lock.json')];
	return [
		...files.split('\n').filter(Boolean),
		...(isDeepStrictEqual(forUsers(before), forUsers(now)) ? [] : [manifest]),
		...dependencies.filter((path) => lockBefore.packages[path]?.version !== lockNow.packages[path]?.version),
	];
}

/**
 * @typedef {object} Commit
 * @property {string} message
 * @property {boolean} touches whether it changes what is in the package
 */

/**
 * @param {string[]} paths of what is in a package
 * @param {string} tag
 * @returns {Promise<Commit[]>} all commits since the tag, the oldest first
 */
export async function commitsSince(paths, tag) {
	const log = (...args) => git('log', '--no-merges', '--full-history', '--reverse', ...args);
	const touching = new Set((await log('--format=%H', `${tag}..`, '--', ...paths)).split('\n'));
	const all = (await log('--format=%H%x00%B%x01', `${tag}..`)).split('\x01').map((each) => each.trim().split('\0'));
	return all.flatMap(([hash, message]) => (message ? [{ message, touches: touching.has(hash) }] : []));
}

async function readJson(path) {
	return JSON.parse(await readFile(path, 'utf8'));
}

async function readJsonAt(tag, path) {
	return JSON.parse(await git('show', `${tag}:${path}`));
}

/** What a package.json says to whoever installs the package. */
function forUsers({ version: _version, scripts: _scripts, devDependencies: _tools, ...rest }) {
	return rest;
}
