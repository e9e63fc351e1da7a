import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { cacheFolder } from '../host/cache.mjs';

const run = promisify(execFile);

/**
 * Installs a package as a user does by hand: with npm, into an empty folder, under the oldest Node that n8n runs on.
 * @param {import('../host/installSteps.mjs').Host} host
 * @param {string} tarball
 * @returns {Promise<{ node: string, packages: number, seconds: number }>}
 * @throws with what npm has printed
 */
export async function installByHand(host, tarball) {
	const { engines } = JSON.parse(await readFile(join(host.dir, 'node_modules/n8n/package.json'), 'utf8'));
	const node = oldest(engines.node);
	const folder = await mkdtemp(join(tmpdir(), 'n8n-nodes-kyc-by-hand-'));
	try {
		const begin = Date.now();
		await npm(await nodeBinary(node), folder, ['install', tarball]);
		const seconds = (Date.now() - begin) / 1000;
		const { packages } = JSON.parse(await readFile(join(folder, 'node_modules/.package-lock.json'), 'utf8'));
		return { node, packages: Object.keys(packages).length, seconds: Math.round(seconds) };
	} finally {
		await rm(folder, { recursive: true });
	}
}

/** @returns {string} as in 20.19.0, of the range >=20.19 <= 24.x */
function oldest(/** @type {string} */ range) {
	const [, major, minor = '0', patch = '0'] = /(\d+)(?:\.(\d+))?(?:\.(\d+))?/.exec(range) ?? [];
	return [major, minor, patch].join('.');
}

/** @returns {Promise<string>} the path of that Node, which stays in the cache */
async function nodeBinary(/** @type {string} */ version) {
	const folder = join(cacheFolder(), `node-${version}`);
	const binary = join(folder, 'node_modules/node/bin/node');
	if (!existsSync(binary)) {
		await mkdir(folder, { recursive: true });
		await npm(process.execPath, folder, ['install', `node@${version}`]);
	}
	return binary;
}

/** npm hands its settings down through the environment: what this project sets is not what a user has. */
function npm(/** @type {string} */ node, /** @type {string} */ folder, /** @type {string[]} */ args) {
	const cli = process.env.npm_execpath;
	if (!cli) throw new Error('Run it with npm: npm run test:versions.');
	return run(node, [cli, ...args, '--prefix', folder, '--ignore-scripts=false', '--no-audit', '--no-fund'], {
		cwd: folder,
	});
}
