import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ALL_SAMPLES, isTrigger } from './allSamples.mjs';
import { loadTypeScript } from './loadTypeScript.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * @typedef {object} ProviderNode a trigger of this package with the sending side of its provider
 * @property {string} nodeType as n8n knows it
 * @property {import('n8n-workflow').INodeTypeDescription} description
 * @property {import('../../webhook/samples').Samples} samples
 */

/**
 * Finds all providers, by the triggers that package.json names; they must have been built.
 * @returns {Promise<ProviderNode[]>}
 */
export async function loadProviders() {
	const manifest = join(root, 'package.json');
	const requireFromRoot = createRequire(manifest);
	const { name, n8n } = JSON.parse(await readFile(manifest, 'utf8'));
	const [{ allSamples }] = await loadTypeScript([join(root, ALL_SAMPLES)]);
	return n8n.nodes.filter(isTrigger).map((file) => {
		const NodeClass = requireFromRoot(`./${file}`)[basename(file, '.node.js')];
		const { description } = new NodeClass();
		const [{ name: credentialType }] = description.credentials;
		const samples = allSamples.find(({ provider }) => provider.credential.type === credentialType);
		return { nodeType: `${name}.${description.name}`, description, samples };
	});
}
