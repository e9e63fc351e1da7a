import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadTypeScript } from './loadTypeScript.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * @typedef {object} ProviderNode a trigger of this package with the sending side of its provider
 * @property {string} nodeType as n8n knows it
 * @property {import('n8n-workflow').INodeTypeDescription} description
 * @property {import('../../webhook/samples').Samples} samples
 */

/**
 * Finds all providers, by the nodes that package.json names; they must have been built.
 * @returns {Promise<ProviderNode[]>}
 */
export async function loadProviders() {
	const manifest = join(root, 'package.json');
	const requireFromRoot = createRequire(manifest);
	const { name, n8n } = JSON.parse(await readFile(manifest, 'utf8'));
	const modules = await loadTypeScript(
		n8n.nodes.map((file) => join(root, dirname(file).replace(/^dist\//, ''), 'samples.ts')),
	);
	return n8n.nodes.map((file, index) => {
		const NodeClass = requireFromRoot(`./${file}`)[basename(file, '.node.js')];
		const { description } = new NodeClass();
		return { nodeType: `${name}.${description.name}`, description, samples: modules[index].samples };
	});
}
