import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { isDeepStrictEqual, promisify } from 'node:util';

const run = promisify(execFile);
const LOCK = 'package-lock.json';

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
export async function changesSince(released, inputs, tag) {
	const files = await git('diff', '--name-only', tag, 'HEAD', '--', ...inputs.paths);
	return [...files.split('\n').filter(Boolean), ...(await changesInside(released, inputs, tag, 'HEAD'))];
}

/** What has changed in the two files of which not every line matters. */
async function changesInside({ dir }, { dependencies }, from, to) {
	const manifest = join(dir, 'package.json');
	const [before, after] = [await readJsonAt(from, manifest), await readJsonAt(to, manifest)];
	const [lockBefore, lockAfter] = [await readJsonAt(from, LOCK), await readJsonAt(to, LOCK)];
	return [
		...(isDeepStrictEqual(forUsers(before), forUsers(after)) ? [] : [manifest]),
		...dependencies.filter((path) => lockBefore.packages[path]?.version !== lockAfter.packages[path]?.version),
	];
}

/**
 * @typedef {object} Commit
 * @property {string} message
 * @property {boolean} touches whether it changes what is in the package
 */

/**
 * Tells which commits a CHANGELOG may be about.
 * @param {import('./packages.mjs').Package} released
 * @param {import('./inputs.mjs').Inputs} inputs
 * @param {string} tag
 * @returns {Promise<Commit[]>} all commits since the tag, the oldest first
 */
export async function commitsSince(released, inputs, tag) {
	const log = (...args) => git('log', '--no-merges', '--full-history', '--reverse', ...args);
	const hashesOf = async (...paths) =>
		(await log('--format=%H', `${tag}..`, '--', ...paths)).split('\n').filter(Boolean);
	const touching = new Set(await hashesOf(...inputs.paths));
	for (const hash of await hashesOf(join(released.dir, 'package.json'), LOCK)) {
		if ((await changesInside(released, inputs, `${hash}^`, hash)).length > 0) touching.add(hash);
	}
	const all = (await log('--format=%H%x00%B%x01', `${tag}..`)).split('\x01').map((each) => each.trim().split('\0'));
	return all.flatMap(([hash, message]) => (message ? [{ message, touches: touching.has(hash) }] : []));
}

async function readJsonAt(revision, path) {
	return JSON.parse(await git('show', `${revision}:${path}`));
}

/** What a package.json says to whoever installs the package. */
function forUsers({ version: _version, scripts: _scripts, devDependencies: _tools, ...rest }) {
	return rest;
}
