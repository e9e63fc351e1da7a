import { readdir, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { format, resolveConfig } from 'prettier';

const FOLDER = 'recipes';

/** Where the list of the data of all recipes stands. */
export const ALL_RECIPES = `${FOLDER}/data.ts`;

/**
 * The source of that list: one entry for each file beside it.
 * @returns {Promise<string>} TypeScript, formatted
 */
export async function allRecipesSource() {
	const recipes = (await recipeFiles()).map((file) => ({ file, name: camelCase(basename(file, '.json')) }));
	const source = [
		...recipes.map(({ file, name }) => `import ${name} from './${file}';`),
		'',
		'/** The data of every recipe. Written by `npm run build`, after the files beside it: do not edit. */',
		`export const data: readonly unknown[] = [${recipes.map(({ name }) => name).join(', ')}];`,
	].join('\n');
	return format(source, { ...(await resolveConfig(ALL_RECIPES)), parser: 'typescript' });
}

/** @returns {Promise<{ name: string, alias?: string[] }[]>} the recipes as they stand in their files */
export async function readRecipes() {
	const files = await recipeFiles();
	return Promise.all(files.map(async (file) => JSON.parse(await readFile(`${FOLDER}/${file}`, 'utf8'))));
}

async function recipeFiles() {
	return (await readdir(FOLDER)).filter((file) => file.endsWith('.json')).sort();
}

/** @param {string} name */
function camelCase(name) {
	return name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
}
