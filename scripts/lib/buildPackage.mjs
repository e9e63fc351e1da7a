import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { minifySync } from 'rolldown/utils';
import { ALL_RECIPES, readRecipes } from './allRecipes.mjs';
import { isWhole, sourceOf } from './packages.mjs';

const RECIPE_DATA = 'shared/recipeData';

/** Where the command finds the recipes that the nodes use: they are the largest part of the package. */
const sharedRecipes = {
	name: 'shared-recipes',
	resolveId(source, importer) {
		const isData = source === './data' && importer?.endsWith('/recipes/index.ts');
		return isData ? { id: `./${RECIPE_DATA}.js`, external: true } : null;
	},
};

/** Data in one line, instead of one for each value. */
const compactJson = {
	name: 'compact-json',
	transform: {
		filter: { id: /\.json$/ },
		handler(json) {
			// What is told in the documentation alone stays out.
			const { goodToKnow: _, ...data } = JSON.parse(json);
			const text = JSON.stringify(data).replace(/[\\']/g, '\\$&');
			return { code: `export default JSON.parse('${text}')`, moduleType: 'js' };
		},
	},
};

/** What others wrote stands in a chunk for each library, named after it. */
const libraries = { groups: [{ test: /[\\/]node_modules[\\/]/, name: libraryOf, debugName: 'libraries' }] };

function libraryOf(id) {
	return /^.*[\\/]node_modules[\\/]([^\\/]+)/.exec(id)?.[1];
}

/** Their text without spaces and comments: it is half of a vendor's package, and is read in its own repository. */
const compactLibraries = {
	name: 'compact-libraries',
	generateBundle(_, chunks) {
		for (const chunk of Object.values(chunks)) {
			if (!chunk.moduleIds.some((id) => libraryOf(id) === chunk.name)) continue;
			chunk.code = minifySync(chunk.fileName, chunk.code, { compress: false, mangle: false }).code;
		}
	},
};

/**
 * Builds the `dist/` of a package: the files that its package.json names in its `n8n` block as CommonJS, what they share
 * (jose and zod with it) in chunks, codex files and icons beside them; in the package of all providers the command too,
 * in one file of its own that n8n never loads.
 * @param {import('./packages.mjs').Package} built
 */
export async function buildPackage(built) {
	const { dir, manifest } = built;
	const { name, n8n } = manifest;
	const dist = join(dir, 'dist');
	const sources = [...n8n.nodes, ...n8n.credentials].map(sourceOf);
	const input = Object.fromEntries(sources.map((source) => [source, join(dir, `${source}.ts`)]));
	if (isWhole(built)) input[RECIPE_DATA] = ALL_RECIPES;

	await rm(dist, { recursive: true, force: true });
	const nodes = await rolldown({
		input,
		platform: 'node',
		external: ['n8n-workflow'],
		plugins: [compactJson, compactLibraries],
	});
	const output = await written(nodes, {
		dir: dist,
		format: 'cjs',
		entryFileNames: '[name].js',
		chunkFileNames: 'shared/[name].js',
		codeSplitting: libraries,
	});
	if (isWhole(built)) {
		const command = await rolldown({ input: 'cli/main.ts', platform: 'node', plugins: [sharedRecipes] });
		output.push(...(await written(command, { file: join(dist, 'cli.mjs'), banner: '#!/usr/bin/env node' })));
	}
	await copyIcons(dir, dist);
	for (const file of n8n.nodes) await writeCodex(name, dir, file);
	await writeFile(join(dist, 'THIRD-PARTY-NOTICES.txt'), await thirdPartyNotices(output));
}

async function written(bundle, options) {
	const { output } = await bundle.write(options);
	await bundle.close();
	return output;
}

/** The icons of a vendor's package are links: what is packed is what they lead to. */
async function copyIcons(dir, dist) {
	await mkdir(join(dist, 'icons'));
	for (const icon of await readdir(join(dir, 'icons'))) {
		await writeFile(join(dist, 'icons', icon), await readFile(join(dir, 'icons', icon)));
	}
}

/** Puts a node's codex file beside it, under the name that the node has in this package. */
async function writeCodex(packageName, dir, file) {
	const source = join(dir, `${sourceOf(file)}.json`);
	const codex = JSON.parse(await readFile(source, 'utf8'));
	codex.node = codex.node.replace(/^[^.]+/, packageName);
	if (file.endsWith('/KycWebhookTrigger.node.js')) codex.alias = await namesOfRecipes(codex.alias);
	await writeFile(join(dir, `${file}on`), JSON.stringify(codex, null, 2));
}

/** Lets n8n's search find the trigger of any provider by the names of all recipes. */
async function namesOfRecipes(alias) {
	const recipes = await readRecipes();
	return [...new Set([...alias, ...recipes.flatMap(({ name, alias = [] }) => [`${name} webhook`, ...alias])])];
}

/** The licences of the packages that were bundled in. */
async function thirdPartyNotices(chunks) {
	const folders = chunks.flatMap(({ moduleIds = [] }) =>
		moduleIds.flatMap((id) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id)?.[0] ?? []),
	);
	const notices = [...new Set(folders)].sort().map(async (folder) => {
		const { name, version, license } = JSON.parse(await readFile(`${folder}/package.json`, 'utf8'));
		const text = await Promise.any(['LICENSE', 'LICENSE.md'].map((file) => readFile(`${folder}/${file}`, 'utf8')));
		return `${name} ${version} (${license})\n\n${text.trim()}\n`;
	});
	return (await Promise.all(notices)).join(`\n${'-'.repeat(80)}\n\n`);
}
