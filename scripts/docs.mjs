/**
 * `npm run docs`: writes the tables of the README that are made of the providers themselves, and of the benchmark.
 * With --check it only says whether they are up to date, and exits with 1 if not.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { isTrigger } from './lib/allSamples.mjs';
import { loadTypeScript } from './lib/loadTypeScript.mjs';
import { renderRatios } from './lib/ratios.mjs';
import { renderParts, withParts } from './lib/readme.mjs';

const README = 'README.md';

const { check } = parseArgs({ options: { check: { type: 'boolean' } } }).values;
const readme = await readFile(README, 'utf8');
const ratios = renderRatios(await readFile('bench/RESULTS.md', 'utf8'));
const wanted = withParts(readme, { ...renderParts(await loadDocumented()), ratios });
if (wanted === readme) {
	process.stdout.write(`${README} is up to date.\n`);
} else if (check) {
	process.stderr.write(
		`${README} does not tell what the providers do, or what was measured: run npm run docs and commit it.\n`,
	);
	process.exitCode = 1;
} else {
	await writeFile(README, wanted);
	process.stdout.write(`${README} is written.\n`);
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
