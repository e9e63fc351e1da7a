/**
 * `npm run screenshots`: takes pictures of everything that a user sees of this package in the editor of a real n8n,
 * in both themes. Arguments: --out <folder> (a new temporary one without it), --only <regular expression for names>,
 * --docs (renews docs/images from the light theme).
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
import { packPackage } from './pack.mjs';

/** What the README shows: name of the picture and of the scene. */
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
	const [packageDir, providers] = await Promise.all([packPackage(folder), loadProviders()]);
	instance = await createInstance({ host, packageDir });
	const content = await during('Filling n8n', () => prepare(instance, providers));
	browser = await launch();
	const wanted = scenes(content).filter(({ name }) => new RegExp(values.only).test(name));
	for (const theme of ['light', 'dark']) {
		const page = await signIn(browser, instance.base, theme);
		await during(`Taking ${wanted.length} pictures in the ${theme} theme`, async () => {
			for (const scene of wanted) await take(page, theme, scene);
		});
		await page.context().close();
	}
	if (values.docs) await renewDocs(content);
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

/** @param {import('./lib/screens/content.mjs').Content} content */
async function renewDocs({ examples }) {
	const examplePictures = examples.map(({ file }) => [`example-${file}`, `example-${file}`]);
	await mkdir(IMAGES, { recursive: true });
	for (const [image, scene] of [...Object.entries(DOCS), ...examplePictures]) {
		await copyFile(join(out, `${scene}.light.png`), join(IMAGES, `${image}.png`));
	}
}
