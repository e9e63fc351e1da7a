import { readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { isTrigger, valueNameOf } from './allSamples.mjs';
import { loadTypeScript } from './loadTypeScript.mjs';
import { sampleItems } from './sampleItems.mjs';

/**
 * @typedef {object} Documented a provider, and all that its page is made of
 * @property {string} folder in nodes/
 * @property {import('../../webhook/provider').Provider} provider
 * @property {import('../../webhook/facts').Facts} facts
 * @property {import('../../webhook/samples').Samples} samples
 * @property {import('./sampleItems.mjs').SampleItem[]} items what becomes of its samples
 * @property {import('n8n-workflow').INodeTypeDescription} trigger
 * @property {import('n8n-workflow').ICredentialType} credential of the trigger
 * @property {{ node: import('n8n-workflow').INodeTypeDescription, credential: import('n8n-workflow').ICredentialType } | null} action
 *   null where it has no API
 * @property {string} notes Markdown that a person has written, under headings of the page
 */

/** @returns {Promise<Documented[]>} from the sources, by the providers' names */
export async function loadDocumented() {
	const { n8n } = JSON.parse(await readFile('package.json', 'utf8'));
	const nodes = n8n.nodes.filter(isTrigger).map((/** @type {string} */ path) => {
		const name = basename(dirname(path));
		const providerName = valueNameOf(name);
		const hasAction = n8n.nodes.includes(path.replace('Trigger.node.js', '.node.js'));
		return { name, providerName, hasAction };
	});
	const paths = nodes.flatMap(({ name, providerName, hasAction }) => [
		`nodes/${name}/${name}Trigger.node.ts`,
		`nodes/${name}/${providerName}.ts`,
		`nodes/${name}/facts.ts`,
		`nodes/${name}/samples.ts`,
		`credentials/${name}WebhookApi.credentials.ts`,
		...(hasAction ? [`nodes/${name}/${name}.node.ts`, `credentials/${name}KycApi.credentials.ts`] : []),
	]);
	const [{ itemOf }, ...modules] = await loadTypeScript(['webhook/item.ts', ...paths]);
	const exported = (/** @type {string} */ path, /** @type {string} */ name) => modules[paths.indexOf(path)][name];
	const documented = [];
	for (const { name, providerName, hasAction } of nodes) {
		const folder = `nodes/${name}`;
		const samples = exported(`${folder}/samples.ts`, 'samples');
		const credentialOf = (/** @type {string} */ type) => new (exported(`credentials/${type}.credentials.ts`, type))();
		documented.push({
			folder,
			provider: exported(`${folder}/${providerName}.ts`, providerName),
			facts: exported(`${folder}/facts.ts`, 'facts'),
			samples,
			items: await sampleItems(samples, itemOf),
			trigger: describe(exported(`${folder}/${name}Trigger.node.ts`, `${name}Trigger`)),
			credential: credentialOf(`${name}WebhookApi`),
			action: hasAction
				? { node: describe(exported(`${folder}/${name}.node.ts`, name)), credential: credentialOf(`${name}KycApi`) }
				: null,
			notes: await readFile(`${folder}/notes.md`, 'utf8'),
		});
	}
	return documented.sort((one, other) => one.provider.displayName.localeCompare(other.provider.displayName, 'en'));
}

/** @returns {import('n8n-workflow').INodeTypeDescription} */
function describe(NodeClass) {
	return new NodeClass().description;
}
