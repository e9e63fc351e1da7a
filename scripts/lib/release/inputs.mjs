import { existsSync } from 'node:fs';
import { readdir, realpath } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { rolldown } from 'rolldown';
import { sourceOf } from '../packages.mjs';

/**
 * @typedef {object} Inputs what a package is made of
 * @property {string[]} paths files and folders of the repository
 * @property {string[]} dependencies folders of what is bundled in, `node_modules/zod`, and of what bundles it
 */

/**
 * Finds what a package is made of: the modules that its nodes, credentials and command import, what is packed beside
 * them, and what builds it. Not its package.json, of which not every line matters.
 * @param {import('./packages.mjs').Package} released
 * @returns {Promise<Inputs>}
 */
export async function inputsOf({ dir, files }) {
	const sources = files.map((file) => join(dir, `${sourceOf(file)}.ts`));
	const command = dir === '.' && existsSync('cli/main.ts') ? ['cli/main.ts'] : [];
	const modules = [
		...(await modulesOf([...sources, ...command], ['n8n-workflow'])),
		...(await modulesOf(['scripts/build.mjs'], /^[^./]/)),
	];
	const beside = [
		...sources.map((source) => source.replace(/ts$/, 'json')),
		...(await readdir(join(dir, 'icons'))).map((icon) => join(dir, 'icons', icon)),
		join(dir, 'README.md'),
		join(dir, 'LICENSE'),
	];
	const own = modules.filter((module) => !module.includes('node_modules/'));
	const linked = await Promise.all([...own, ...beside.filter(existsSync)].map((path) => realpath(path)));
	return {
		// A link that is gone is seen in the folder of the links.
		paths: unique([...linked.map((path) => relative(process.cwd(), path)), join(dir, 'icons')]),
		dependencies: unique([...modules.flatMap(dependencyOf), 'node_modules/rolldown']),
	};
}

async function modulesOf(input, external) {
	const bundle = await rolldown({ input, external, platform: 'node' });
	try {
		await bundle.generate();
		return await bundle.watchFiles;
	} finally {
		await bundle.close();
	}
}

/** The folder of the package that a module belongs to, as package-lock.json names it. */
function dependencyOf(module) {
	return /node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+/.exec(module)?.[0] ?? [];
}

function unique(values) {
	return [...new Set(values)].sort();
}
