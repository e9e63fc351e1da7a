/**
 * `npm run screenshots`: takes pictures of everything that a user sees of this package in the editor of a real n8n,
 * in both themes. Arguments: --out <folder> (a new temporary one without it), --only <regular expression for names>,
 * --docs (only those of docs/images, and renews these).
 */
import { copyFile, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureHost } from '../test/host/install.mjs';
import { createInstance } from '../test/host/n8n.mjs';
import { during } from '../test/host/progress.mjs';
import { loadProviders } from './lib/providers.mjs';
import { launch, signIn } from './lib/screens/browser.mjs';
import { prepare } from './lib/screens/content.mjs';
import { scenes } from './lib/screens/scenes.mjs';
import { wholePackage } from './lib/packages.mjs';
import { packPackage } from './lib/packPackage.mjs';

const THEMES = ['light', 'dark'];

/** What the documentation shows: name of the picture and of the scene. */
const DOCS = {
	search: 'search-kyc',
	panel: 'panel-stripe-identity',
	credential: 'credential-truora-bad',
	outputs: 'outputs',
	execution: 'execution',
	simulator: 'simulator-several-events-result',
};
const IMAGES = fileURLToPath(new URL('../docs/images', import.meta.url));

const { values } = parseArgs({
	options: { out: { type: 'string' }, only: { type: 'string', default: '' }, docs: { type: 'boolean' } },
});
const out = values.out ?? (await mkdtemp(join(tmpdir(), 'n8n-nodes-kyc-screenshots-')));
await mkdir(out, { recursive: true });
const folder = await mkdtemp(join(tmpdir(), 'n8n-nodes-kyc-package-'));
/** @type {import('../test/host/n8n.mjs').Instance | undefined} */
let instance;
/** @type {import('playwright-core').Browser | undefined} */
let browser;

try {
	const host = await ensureHost();
	const [packageDir, providers] = await Promise.all([packPackage(await wholePackage(), folder), loadProviders()]);
	instance = await createInstance({ host, packageDir, editor: true });
	const content = await during('Filling n8n', () => prepare(instance, providers));
	browser = await launch();
	const shown = docsOf(content);
	const isWanted = values.docs ? (name) => shown.has(name) : (name) => new RegExp(values.only).test(name);
	const wanted = scenes(content).filter(({ name }) => isWanted(name));
	for (const theme of THEMES) {
		const page = await signIn(browser, instance.base, theme);
		await during(`Taking ${wanted.length} pictures in the ${theme} theme`, async () => {
			for (const scene of wanted) await take(page, theme, scene);
		});
		await page.context().close();
	}
	if (values.docs) await renewDocs(shown);
	process.stdout.write(`${out}\n`);
} finally {
	await browser?.close();
	await instance?.stop();
	await instance?.remove();
	await rm(folder, { recursive: true, force: true });
}

/** A scene that fails is shown as far as it came. */
async function take(page, theme, { name, show }) {
	const picture = await show(page).catch((/** @type {Error} */ error) => {
		process.exitCode = 1;
		process.stderr.write(`${name} (${theme}): ${error.message}\n`);
		return page;
	});
	await picture.screenshot({ path: join(out, `${name}.${theme}.png`) });
}

/**
 * @param {import('./lib/screens/content.mjs').Content} content
 * @returns {Map<string, string>} name of the picture in docs/images by name of the scene
 */
function docsOf({ examples }) {
	const own = Object.entries(DOCS).map(([image, scene]) => [scene, image]);
	return new Map([...own, ...examples.map(({ file }) => [`example-${file}`, `example-${file}`])]);
}

/** @param {Map<string, string>} shown */
async function renewDocs(shown) {
	await mkdir(IMAGES, { recursive: true });
	for (const [scene, image] of shown) {
		for (const theme of THEMES) {
			const ending = theme === 'dark' ? '.dark.png' : '.png';
			await copyFile(join(out, `${scene}.${theme}.png`), join(IMAGES, `${image}${ending}`));
		}
	}
}
