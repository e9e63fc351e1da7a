import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { valueNameOf } from './allSamples.mjs';
import { withAbsoluteLinks } from './links.mjs';
import { PACKAGES, sourceOf } from './packages.mjs';
import { pageOf, providerPage } from './providerPage.mjs';

/** As n8n's linter wants it of packages for n8n Cloud. */
const LINTER = `import { config } from '@n8n/node-cli/eslint';

export default config;
`;

/**
 * What the sources of all providers use. The nodes' files are links one by one: the linter does not look into a folder
 * that is a link.
 */
const SHARED = ['action', 'api', 'trigger', 'webhook'];

/** @typedef {{ text: string } | { link: string }} Content of a file, or where a link leads */

/**
 * What stands in the folder of a vendor's package.
 * @param {string} vendor the folder's name, as in `trust-swiftly`
 * @param {readonly import('./documented.mjs').Documented[]} documented all providers
 * @returns {Promise<Map<string, Content>>} by path in the folder
 * @throws when there is no provider of the name
 */
export async function vendorFiles(vendor, documented) {
	const whole = JSON.parse(await readFile('package.json', 'utf8'));
	const folder = vendor.replaceAll('-', '');
	const nodes = whole.n8n.nodes.filter((file) => file.toLowerCase().startsWith(`dist/nodes/${folder}/`));
	const credentials = whole.n8n.credentials.filter((file) =>
		new RegExp(`^dist/credentials/${folder}(Kyc|Webhook)Api\\.`, 'i').test(file),
	);
	if (nodes.length === 0) throw new Error(`${PACKAGES}/${vendor}: no provider has this name.`);

	const [, , home] = nodes[0].split('/');
	const iconName = valueNameOf(home);
	const icons = (await readdir('icons')).filter((icon) => [`${iconName}.svg`, `${iconName}.dark.svg`].includes(icon));
	const vendorsOwn = documented.find(({ folder: path }) => path === `nodes/${home}`);
	const manifest = vendorManifest(whole, vendor, vendorsOwn.provider.displayName, { nodes, credentials });
	const previous = JSON.parse((await text(join(PACKAGES, vendor, 'package.json'))) ?? '{"version":"0.1.0"}');
	const changelog = (await text(join(PACKAGES, vendor, 'CHANGELOG.md'))) ?? '# Changelog\n';
	const links = [
		...(await readdir(`nodes/${home}`)).filter(isSource).map((file) => `nodes/${home}/${file}`),
		...credentials.map((file) => `${sourceOf(file)}.ts`),
		...icons.map((icon) => `icons/${icon}`),
		...SHARED,
	];
	return new Map([
		['package.json', { text: `${JSON.stringify({ ...manifest, version: previous.version }, null, 2)}\n` }],
		['README.md', { text: vendorReadme(manifest, vendorsOwn) }],
		['CHANGELOG.md', { text: changelog }],
		['LICENSE', { text: await readFile('LICENSE', 'utf8') }],
		['eslint.config.mjs', { text: LINTER }],
		...links.map((path) => [path, { link: `${'../'.repeat(path.split('/').length + 1)}${path}` }]),
	]);
}

/** What the package of all providers says holds for that of a vendor too. */
function vendorManifest(whole, vendor, displayName, files) {
	const name = `${whole.name}-${vendor}`;
	const does =
		files.nodes.length > 1 ? 'a trigger for its webhooks and a node for its API' : 'a trigger for its webhooks';
	const { license, author, repository, bugs, engines, peerDependencies, peerDependenciesMeta } = whole;
	const { jose, zod } = whole.devDependencies;
	return {
		name,
		version: '',
		description: `Identity verification (KYC) with ${displayName} in n8n: ${does}`,
		keywords: ['n8n-community-node-package', 'kyc', 'identity-verification', vendor],
		license,
		homepage: `https://github.com/n8n-nodes-kyc/n8n-nodes-kyc/tree/main/${PACKAGES}/${vendor}#readme`,
		bugs,
		author,
		repository: { ...repository, directory: `${PACKAGES}/${vendor}` },
		engines,
		files: whole.files,
		n8n: { n8nNodesApiVersion: 1, strict: true, ...files },
		peerDependencies,
		peerDependenciesMeta,
		// Bundled.
		devDependencies: { jose, zod },
	};
}

/** The provider's page, behind how the package is installed. */
function vendorReadme({ name, description }, documented) {
	const file = pageOf(documented);
	const install = `${description}. This package holds the nodes of one provider; [n8n-nodes-kyc](../../README.md), made of the same sources, holds those of all.

## Install

- **n8n Cloud:** search for the provider in the nodes panel. If it is not there, n8n has not verified this package yet.
- **Your own n8n:** **Settings → Community nodes → Install**, enter \`${name}\`. n8n 3.0 leaves packages that n8n has not verified off unless its operator sets \`N8N_UNVERIFIED_PACKAGES_ENABLED=true\`.
- **From n8n-nodes-kyc:** [how a workflow moves](../moving.md).

**Approved means: this person, as a whole, live. Leave unwired what you don't need.**`;
	const [, ...sections] = providerPage(documented, { ofVendor: true }).split('\n\n');
	return `# ${name}\n\n${withAbsoluteLinks([install, ...sections].join('\n\n'), file)}\n`;
}

function isSource(file) {
	return /\.(ts|json)$/.test(file);
}

/** @returns {Promise<string | null>} null where there is no such file */
async function text(file) {
	return readFile(file, 'utf8').catch(() => null);
}
