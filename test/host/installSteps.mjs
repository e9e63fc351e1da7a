import { copyFile, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { finished, startChild, startCommand } from './child.mjs';
import { N8N_IN_IMAGE, startInContainer } from './docker.mjs';
import { environment } from './environment.mjs';
import { packageCounter } from './packages.mjs';
import { during } from './progress.mjs';

/** Names the image, where n8n is run from one. */
const IMAGE = 'image';
const DRIVER = 'build/Release/node_sqlite3.node';
const CHECKPOINT = fileURLToPath(new URL('checkpoint.mjs', import.meta.url));

/**
 * @typedef {object} Host an installed n8n
 * @property {string} dir holds its node_modules
 * @property {string} node path of the Node binary that runs it
 * @property {string} n8n path of the script that the binary runs
 * @property {string} manifest a package.json beside whose packages n8n's are
 * @property {string} database an SQLite file with n8n's tables, all empty
 * @property {string} [image] where it is none of npm's: the Docker image that it runs from
 */

/**
 * @param {string} dir
 * @returns {Host}
 */
export function hostAt(dir) {
	const image = join(dir, IMAGE);
	const manifest = join(dir, 'package.json');
	const database = join(dir, 'empty.sqlite');
	return existsSync(image)
		? {
				...{ dir, database, image: readFileSync(image, 'utf8'), node: process.execPath },
				...{ n8n: `${N8N_IN_IMAGE}/bin/n8n`, manifest: `${N8N_IN_IMAGE}/package.json` },
			}
		: {
				...{ dir, database, manifest, node: join(dir, 'node_modules/node/bin/node') },
				n8n: join(dir, 'node_modules/n8n/bin/n8n'),
			};
}

/**
 * Starts a script with the Node and beside the packages of an n8n.
 * @param {Host} host
 * @param {string[]} args the script and its arguments
 * @param {{ cwd: string, env: NodeJS.ProcessEnv }} options
 */
export function startOn({ image, node }, args, options) {
	return image === undefined ? startChild(node, args, options) : startInContainer(image, args, options);
}

/**
 * Prepares an n8n that is run from an image.
 * @param {string} dir empty
 * @param {string} reference the image, by its digest
 */
export async function fillFromImage(dir, reference) {
	await writeFile(join(dir, IMAGE), reference);
	await prepareDatabase(hostAt(dir));
}

/**
 * Installs n8n into a folder and sees that it runs.
 * @param {string} dir empty
 * @param {ReturnType<typeof import('./cache.mjs').manifestsOf>} manifests
 * @param {Host} [other] one that is installed, to take the SQLite driver from
 * @throws when a step fails, with the tail of its output
 */
export async function fill(dir, manifests, other) {
	const host = hostAt(dir);
	await fillCore(dir, manifests);
	await step('Installing its Node', () => npm(dir, ['rebuild', 'node', '--ignore-scripts=false']));
	if (!other || !(await takeDriver(other, host))) {
		await step('Installing its SQLite driver', () =>
			npm(dir, ['rebuild', 'sqlite3', '--ignore-scripts=false'], {
				PATH: `${dirname(host.node)}${delimiter}${process.env.PATH}`,
				...headers(dir),
			}),
		);
	}
	const version = await step('Checking its version', () => startChild(host.node, [host.n8n, '--version']));
	const { n8n: pinned } = JSON.parse(readFileSync(join(dir, 'package.json'), 'utf8')).dependencies;
	if (version.trim() !== pinned) throw new Error(`Installed n8n ${version.trim()} instead of ${pinned}.`);
	await prepareDatabase(host);
}

/**
 * Installs what the manifests pin, without running any script of it.
 * @param {string} dir empty
 * @param {ReturnType<typeof import('./cache.mjs').manifestsOf>} manifests
 */
export async function fillCore(dir, manifests) {
	for (const { name, path } of manifests) await copyFile(path, join(dir, name));
	await step('Installing n8n', () => npm(dir, ['ci', '--ignore-scripts']), packageCounter(dir));
}

/**
 * @param {string} what
 * @param {() => import('./child.mjs').Child} start
 * @param {() => string} [detail]
 */
const step = (what, start, detail) => during(what, () => finished(start(), what), detail);

/**
 * npm hands its settings down through the environment: what an install may ask is answered here.
 * @param {string} cwd
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
function npm(cwd, args, env) {
	const quiet = ['--no-audit', '--no-fund', '--yes'];
	return startCommand('npm', [...args, ...quiet], { cwd, env: { ...process.env, npm_config_yes: 'true', ...env } });
}

/**
 * Building the driver takes minutes, but it serves every Node (it is made for Node-API).
 * @param {Host} from
 * @param {Host} to
 * @returns {Promise<boolean>} false when they need different ones
 */
async function takeDriver(from, to) {
	const [taken, wanted] = [from, to].map(({ dir }) => join(dir, 'node_modules/sqlite3'));
	const [one, other] = [taken, wanted].map((folder) => readFileSync(join(folder, 'package.json'), 'utf8'));
	if (JSON.parse(one).version !== JSON.parse(other).version) return false;
	await mkdir(join(wanted, 'build/Release'), { recursive: true });
	await copyFile(join(taken, DRIVER), join(wanted, DRIVER));
	return true;
}

/** C headers that came with the Node, so that compiling needs no download. */
function headers(/** @type {string} */ dir) {
	const path = join(dir, `node_modules/node/node_modules/node-${process.platform}-${process.arch}`);
	return existsSync(join(path, 'include/node/node.h')) ? { npm_config_nodedir: path } : {};
}

/**
 * Hundreds of migrations take longer than the start itself: they are run once, for all instances.
 * @param {Host} host
 */
async function prepareDatabase(host) {
	const folder = join(host.dir, 'first-run');
	const written = join(folder, '.n8n/database.sqlite');
	const options = { cwd: host.dir, env: environment(folder, host) };
	await step('Preparing an empty database', () => startOn(host, [host.n8n, 'list:workflow'], options));
	await finished(startOn(host, [CHECKPOINT, host.manifest, written], options), 'Closing the database');
	await rename(written, host.database);
	await rm(folder, { recursive: true });
}
