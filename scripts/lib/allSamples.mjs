import { basename, dirname } from 'node:path';
import { format, resolveConfig } from 'prettier';

/** Where the list of the sending sides of all providers stands. */
export const ALL_SAMPLES = 'nodes/KycSimulator/allSamples.ts';

/**
 * The source of that list: one entry for each trigger that package.json names.
 * @param {string[]} nodes package.json's `n8n.nodes`
 * @returns {Promise<string>} TypeScript, formatted
 */
export async function allSamplesSource(nodes) {
	const folders = nodes.filter(isTrigger).map((file) => basename(dirname(file)));
	const providers = folders
		.sort((one, other) => one.localeCompare(other, 'en'))
		.map((folder) => ({ folder, name: valueNameOf(folder) }));
	const source = [
		"import type { Samples } from '../../webhook/samples';",
		...providers.map(({ folder, name }) => `import { samples as ${name} } from '../${folder}/samples';`),
		'',
		'/** Every provider. Written by `npm run build`, after the triggers that package.json names: do not edit. */',
		`export const allSamples: readonly Samples[] = [${providers.map(({ name }) => name).join(', ')}];`,
	].join('\n');
	return format(source, { ...(await resolveConfig(ALL_SAMPLES)), parser: 'typescript' });
}

/**
 * @param {string} folder of a provider, as in `TrustSwiftly`
 * @returns {string} what the provider is called in code, and its icons
 */
export function valueNameOf(folder) {
	return folder.charAt(0).toLowerCase() + folder.slice(1);
}

/**
 * Whether a file is the trigger of one provider: that of any provider knows them by their recipes.
 * @param {string} file built, as package.json names it
 */
export function isTrigger(file) {
	return file.endsWith('Trigger.node.js') && !file.endsWith('/KycWebhookTrigger.node.js');
}
