/**
 * `npm run docs`: writes the pages, and the parts of pages, that are made of the providers themselves, of the recipes
 * and of the benchmark. With --check it only says whether they are up to date; either way it says which links are dead,
 * which documentation was read too long ago, and whether the README has grown too long. Exits with 1 if anything is
 * wrong.
 */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadDocumented } from './lib/documented.mjs';
import { outdatedReadings } from './lib/evidence.mjs';
import { deadLinks } from './lib/links.mjs';
import { loadTypeScript } from './lib/loadTypeScript.mjs';
import { withParts } from './lib/markdown.mjs';
import { renderItem, renderProviderNames, renderProviderTable } from './lib/providerLists.mjs';
import { pageOf as providerPageOf, providerPage } from './lib/providerPage.mjs';
import { renderBursts } from './lib/bursts.mjs';
import { renderCosts, renderRatios, renderTable } from './lib/ratios.mjs';
import { pageOf, renderRecipe, renderRecipeList } from './lib/recipePages.mjs';
import { tooLong } from './lib/size.mjs';
import { renderDifferences, renderVersions } from './lib/versionTables.mjs';

/** Folders that hold generated pages, and one that lists them. */
const GENERATED = ['docs/recipes', 'docs/providers'];

const { check } = parseArgs({ options: { check: { type: 'boolean' } } }).values;
const [documented, loaded] = [await loadDocumented(), await loadRecipes()];
const pages = new Map([
	...(await partlyGenerated()),
	...documented.map((one) => [providerPageOf(one), `${providerPage(one)}\n`]),
	...recipePages(),
]);

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
for (const folder of GENERATED) {
	for (const name of await readdir(folder)) {
		const file = `${folder}/${name}`;
		if (pages.has(file)) continue;
		stale.push(file);
		if (!check) await rm(file);
	}
}

const wrong = [
	...(check ? stale.map((file) => `${file} is out of date: run npm run docs and commit what it writes.`) : []),
	...(await deadLinks([
		...(await markdownIn('.')),
		...(await markdownIn('docs', { recursive: true })),
		...(await markdownIn('bench')),
		...(await markdownIn('.github', { recursive: true })),
		...(await packageReadmes()),
	])),
	...outdatedReadings(readings(), new Date()),
	...tooLong(await readFile('README.md', 'utf8')),
];
for (const problem of wrong) process.stderr.write(`${problem}\n`);
if (wrong.length > 0) process.exitCode = 1;
else if (stale.length === 0 || check) process.stdout.write(`${pages.size} pages are up to date.\n`);
if (!check && stale.length > 0) process.stdout.write(`Written: ${stale.join(', ')}.\n`);

/** The pages of which parts are generated. */
async function partlyGenerated() {
	const results = await readFile('bench/RESULTS.md', 'utf8');
	const versions = JSON.parse(await readFile('test/versions/results.json', 'utf8'));
	const parts = {
		'docs/n8n-versions.md': { versions: renderVersions(versions), differences: renderDifferences(versions) },
		'README.md': { providers: renderProviderNames(documented), item: renderItem(documented, 'persona') },
		'docs/bursts.md': { bursts: renderBursts(results) },
		'docs/operating.md': { ratios: renderRatios(results) },
		'docs/n8n-issue-throughput.md': {
			costs: renderCosts(results),
			remembered: renderTable(results, 'More remembered events for one node'),
		},
		'docs/providers/README.md': { providers: renderProviderTable(documented) },
		'docs/recipes/README.md': { recipes: renderRecipeList(loaded.recipes) },
	};
	return Promise.all(
		Object.entries(parts).map(async ([file, part]) => [file, withParts(await readFile(file, 'utf8'), part)]),
	);
}

async function packageReadmes() {
	return (await readdir('packages')).map((vendor) => `packages/${vendor}/README.md`);
}

async function markdownIn(folder, options = {}) {
	const names = await readdir(folder, options);
	return names.filter((name) => name.endsWith('.md')).map((name) => join(folder, name));
}

/** A page for each recipe. */
function recipePages() {
	const { recipes, outcomes, itemOf } = loaded;
	return recipes.map((recipe) => [pageOf(recipe), `${renderRecipe(recipe, outcomes, itemOf(recipe))}\n`]);
}

/** What was read on which day. */
function readings() {
	return [
		...documented.map(({ folder, facts: { readOn } }) => ({ what: `${folder}/facts.ts`, readOn })),
		...loaded.recipes.map(({ id, readOn }) => ({ what: `recipes/${id}.json`, readOn })),
	];
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
