/**
 * Builds `dist/`: the files that package.json names in its `n8n` block as CommonJS, what they share
 * (jose and zod with it) in chunks, codex files and icons beside them; and the command, in one file
 * of its own that n8n never loads. Writes the lists of all providers and recipes first.
 */
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { rolldown } from 'rolldown';
import { ALL_RECIPES, allRecipesSource, readRecipes } from './lib/allRecipes.mjs';
import { ALL_SAMPLES, allSamplesSource } from './lib/allSamples.mjs';

const RECIPE_DATA = 'shared/recipeData';

const { n8n } = JSON.parse(await readFile('package.json', 'utf8'));
const entries = [...n8n.nodes, ...n8n.credentials].map((path) => path.slice('dist/'.length, -'.js'.length));

await writeIfChanged(ALL_SAMPLES, await allSamplesSource(n8n.nodes));
await writeIfChanged(ALL_RECIPES, await allRecipesSource());

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

await rm('dist', { recursive: true, force: true });
const bundle = await rolldown({
	input: Object.fromEntries([...entries.map((entry) => [entry, `${entry}.ts`]), [RECIPE_DATA, ALL_RECIPES]]),
	platform: 'node',
	external: ['n8n-workflow'],
	plugins: [compactJson],
});
const { output } = await bundle.write({
	dir: 'dist',
	format: 'cjs',
	entryFileNames: '[name].js',
	chunkFileNames: 'shared/[name].js',
});

const command = await rolldown({ input: 'cli/main.ts', platform: 'node', plugins: [sharedRecipes] });
const { output: commandOutput } = await command.write({
	file: 'dist/cli.mjs',
	banner: '#!/usr/bin/env node',
});

await cp('icons', 'dist/icons', { recursive: true });
for (const node of n8n.nodes) await cp(`${node.slice('dist/'.length, -'.js'.length)}.json`, `${node}on`);
await nameRecipes('dist/nodes/KycWebhook/KycWebhookTrigger.node.json');
await writeFile('dist/THIRD-PARTY-NOTICES.txt', await thirdPartyNotices([...output, ...commandOutput]));

async function writeIfChanged(file, source) {
	if ((await readFile(file, 'utf8').catch(() => '')) !== source) await writeFile(file, source);
}

/** Lets n8n's search find the trigger of any provider by the names of all recipes. */
async function nameRecipes(codexFile) {
	const codex = JSON.parse(await readFile(codexFile, 'utf8'));
	const recipes = await readRecipes();
	codex.alias.push(...recipes.flatMap(({ name, alias = [] }) => [`${name} webhook`, ...alias]));
	await writeFile(codexFile, JSON.stringify({ ...codex, alias: [...new Set(codex.alias)] }, null, 2));
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
