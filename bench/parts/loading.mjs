import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { during } from '../../test/host/progress.mjs';
import { spread } from '../lib/statistics.mjs';
import { withSpread } from '../lib/text.mjs';

const run = promisify(execFile);
const here = (/** @type {string} */ file) => fileURLToPath(new URL(file, import.meta.url));

/** Processes for each side and round: a short time needs more looks. */
const STARTS = 3;

/**
 * What n8n's start takes longer with the package than without, by n8n's own loader.
 * @param {import('../lib/context.mjs').Context} context
 * @returns {Promise<import('../lib/text.mjs').Table[]>}
 */
export async function loading({ host, packageDir, rounds }) {
	const sides = [
		{ name: 'this package', folder: packageDir, loaded: [] },
		{ name: 'a package with one empty trigger', folder: here('../reference'), loaded: [] },
	];
	const script = ['--expose-gc', here('../lib/loadPackage.mjs')];
	// As n8n does it for the packages that stand outside its own folder.
	const env = { ...process.env, NODE_PATH: join(host.dir, 'node_modules') };
	await during('Loading', async () => {
		for (let turn = 0; turn < STARTS * rounds; turn++) {
			for (const { folder, loaded } of sides) {
				const { stdout } = await run(host.node, [...script, host.dir, folder], { env });
				loaded.push(JSON.parse(stdout));
			}
		}
	});
	const column = (loaded, name) => withSpread(spread(loaded.map((entry) => entry[name])));
	return [
		{
			caption: 'Added to the start of n8n, each time in a fresh process:',
			titles: ['', 'nodes', 'milliseconds', 'CPU milliseconds', 'heap, KiB'],
			rows: sides.map(({ name, loaded }) => [
				name,
				String(loaded[0].nodes),
				column(loaded, 'milliseconds'),
				column(loaded, 'cpuMilliseconds'),
				column(loaded, 'heapKibibytes'),
			]),
		},
	];
}
