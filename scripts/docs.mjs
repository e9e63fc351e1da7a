/**
 * `npm run docs`: writes the pages, and the parts of pages, that are made of the providers themselves, of the recipes
 * and of the benchmark. With --check it only says whether they are up to date, and exits with 1 if not.
 */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { isTrigger } from './lib/allSamples.mjs';
import { loadTypeScript } from './lib/loadTypeScript.mjs';
import { renderRatios } from './lib/ratios.mjs';
import { renderParts, withParts } from './lib/readme.mjs';
import { pageOf, renderRecipe, renderRecipeList } from './lib/recipePages.mjs';

const { check } = parseArgs({ options: { check: { type: 'boolean' } } }).values;
const loaded = await loadRecipes();
const pages = new Map([...(await readmePages(loaded)), ...recipePages(loaded)]);
const stale = [];
for (const [file, wanted] of pages) {
	const present = await readFile(file, 'utf8').catch(() => null);
	if (present === wanted) continue;
	stale.push(file);
	if (!check) {
		await mkdir(dirname(file), { recursive: true });
		await writeFile(file, wanted);
	}
}
for (const file of await readdir('docs/recipes')) {
	if (pages.has(`docs/recipes/${file}`)) continue;
	stale.push(`docs/recipes/${file}`);
	if (!check) await rm(`docs/recipes/${file}`);
}
if (stale.length === 0) {
	process.stdout.write(`${pages.size} pages are up to date.\n`);
} else if (check) {
	process.stderr.write(`Run npm run docs and commit what it writes. Out of date: ${stale.join(', ')}.\n`);
	process.exitCode = 1;
} else {
	process.stdout.write(`Written: ${stale.join(', ')}.\n`);
}

/** The pages of which parts are generated. */
async function readmePages({ recipes }) {
	const parts = {
		...renderParts(await loadDocumented()),
		ratios: renderRatios(await readFile('bench/RESULTS.md', 'utf8')),
	};
	const list = { recipes: renderRecipeList(recipes) };
	return [
		['README.md', withParts(await readFile('README.md', 'utf8'), parts)],
		['docs/recipes/README.md', withParts(await readFile('docs/recipes/README.md', 'utf8'), list)],
	];
}

/** A page for each recipe. */
function recipePages({ recipes, outcomes, itemOf }) {
	return recipes.map((recipe) => [pageOf(recipe), `${renderRecipe(recipe, outcomes, itemOf(recipe))}\n`]);
}

async function loadRecipes() {
	const paths = ['recipes/index.ts', 'recipe/outcomes.ts', 'recipe/read.ts', 'webhook/item.ts'];
	const [{ recipes }, { outcomes }, { readBy }, { itemOf }] = await loadTypeScript(paths);
	const byName = [...recipes].sort((one, other) => one.name.localeCompare(other.name, 'en'));
	const receivedAt = '2026-11-28T10:00:00.000Z';
	const read = (recipe) => {
		const context = { parameters: {}, signedId: 'msg_1', fingerprint: () => '…' };
		return itemOf(readBy(recipe, JSON.parse(recipe.vector.body), context), recipe.id, receivedAt, false);
	};
	return { recipes: byName, outcomes, itemOf: read };
}

/** @returns {Promise<import('./lib/readme.mjs').Documented[]>} from the sources, in the order of package.json */
async function loadDocumented() {
	const { n8n } = JSON.parse(await readFile('package.json', 'utf8'));
	const triggers = n8n.nodes.filter(isTrigger);
	const nodes = triggers.map((path) => {
		const folder = dirname(path).replace(/^dist\//, '');
		const name = basename(folder);
		const hasAction = n8n.nodes.includes(path.replace('Trigger.node.js', '.node.js'));
		return { folder, name, providerName: name.replace(/^./, (letter) => letter.toLowerCase()), hasAction };
	});
	const paths = nodes.flatMap(({ folder, name, providerName, hasAction }) => [
		`${folder}/${name}Trigger.node.ts`,
		`${folder}/${providerName}.ts`,
		`${folder}/facts.ts`,
		...(hasAction ? [`${folder}/${name}.node.ts`] : []),
	]);
	const modules = await loadTypeScript(paths);
	const exported = (path, name) => modules[paths.indexOf(path)][name];
	return nodes.map(({ folder, name, providerName, hasAction }) => ({
		trigger: describe(exported(`${folder}/${name}Trigger.node.ts`, `${name}Trigger`)),
		action: hasAction ? describe(exported(`${folder}/${name}.node.ts`, name)) : null,
		provider: exported(`${folder}/${providerName}.ts`, providerName),
		facts: exported(`${folder}/facts.ts`, 'facts'),
	}));
}

/** @returns {import('n8n-workflow').INodeTypeDescription} */
function describe(NodeClass) {
	return new NodeClass().description;
}
