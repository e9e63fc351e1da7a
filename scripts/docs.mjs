/**
 * `npm run docs`: writes the tables of the README that are made of the providers themselves, and of the benchmark.
 * With --check it only says whether they are up to date, and exits with 1 if not.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { parseArgs } from 'node:util';
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
	const triggers = n8n.nodes.filter((path) => path.endsWith('Trigger.node.js'));
	const nodes = triggers.map((path) => {
		const folder = dirname(path).replace(/^dist\//, '');
		const className = basename(path, '.node.js');
		const providerName = basename(folder).replace(/^./, (letter) => letter.toLowerCase());
		return { folder, className, providerName };
	});
	const modules = await loadTypeScript(
		nodes.flatMap(({ folder, className, providerName }) => [
			`${folder}/${className}.node.ts`,
			`${folder}/${providerName}.ts`,
		]),
	);
	return nodes.map(({ className, providerName }, index) => {
		const { description } = new modules[2 * index][className]();
		const [{ displayName: notice }] = description.properties;
		return { notice, provider: modules[2 * index + 1][providerName] };
	});
}
