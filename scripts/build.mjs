/**
 * `npm run build`: writes the lists of all providers and recipes, and builds the package of all providers, those that
 * are named (`npm run build -- n8n-nodes-kyc-persona`), or every one (`npm run build -- --all`).
 */
import { readFile, writeFile } from 'node:fs/promises';
import { ALL_RECIPES, allRecipesSource } from './lib/allRecipes.mjs';
import { ALL_SAMPLES, allSamplesSource } from './lib/allSamples.mjs';
import { buildPackage } from './lib/buildPackage.mjs';
import { selectPackages } from './lib/packages.mjs';

const { n8n } = JSON.parse(await readFile('package.json', 'utf8'));
await writeIfChanged(ALL_SAMPLES, await allSamplesSource(n8n.nodes));
await writeIfChanged(ALL_RECIPES, await allRecipesSource());
for (const selected of await selectPackages(process.argv.slice(2))) await buildPackage(selected);

async function writeIfChanged(file, source) {
	if ((await readFile(file, 'utf8').catch(() => '')) !== source) await writeFile(file, source);
}
