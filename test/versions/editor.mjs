import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * What the buttons of an n8n's editor say, by the texts that it comes with.
 * @param {import('../host/installSteps.mjs').Host} host
 * @returns {Promise<{ activate: string, execute: string }>} `activate` makes a workflow run by itself, `execute` runs one node
 */
export async function wordsOf({ dir }) {
	const assets = join(dir, 'node_modules/n8n-editor-ui/dist/assets');
	const files = (await readdir(assets)).filter((name) => name.endsWith('.js'));
	for (const file of files) {
		const source = await readFile(join(assets, file), 'utf8');
		const text = (/** @type {string} */ key) => new RegExp(`"${key}":\\s*["'\`]([^"'\`]+)`).exec(source)?.[1];
		const execute = text('ndv\\.execute\\.testNode');
		if (execute) return { activate: text('workflows\\.publish') ?? text('workflowActivator\\.active'), execute };
	}
	throw new Error(`The texts of the editor are not in ${assets}.`);
}
