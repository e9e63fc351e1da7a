import { existsSync } from 'node:fs';
import { chromium, selectors } from 'playwright-core';
import { OWNER } from '../../../test/host/rest.mjs';

/** Where Debian and others keep it. */
const PATHS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const QUIET = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	// The editor asks its makers for news: a picture is of this machine alone.
	'--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

const PATIENCE = 60_000;

/** What n8n lays over the canvas and nobody wants in a picture. */
const OVERLAYS = [
	"[role='radiogroup']:has([data-test-id='radio-button-workflow'])",
	...['canvas-controls', 'canvas-minimap', 'execute-workflow-button', 'canvas-handle-plus-wrapper'].map(byTestId),
	...['node-creator-plus-button', 'command-bar-button', 'add-sticky-button', 'toggle-focus-panel-button'].map(byTestId),
	"[class*='executionButtons']",
];

/**
 * @returns {Promise<import('playwright-core').Browser>}
 * @throws when there is no Chromium, with what to install
 */
export async function launch() {
	const executablePath = process.env.CHROMIUM ?? PATHS.find((path) => existsSync(path));
	if (!executablePath) throw new Error('No Chromium found. On Debian: apt-get install chromium; else set CHROMIUM.');
	selectors.setTestIdAttribute('data-test-id');
	return chromium.launch({ executablePath, args: QUIET });
}

/**
 * A page that is signed in to n8n's editor.
 * @param {import('playwright-core').Browser} browser
 * @param {string} base as in http://127.0.0.1:5678
 * @param {'light' | 'dark'} theme
 * @returns {Promise<import('playwright-core').Page>}
 */
export async function signIn(browser, base, theme) {
	const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, baseURL: base });
	const { email, password } = OWNER;
	await context.request.post('/rest/login', { data: { emailOrLdapLoginId: email, password } });
	await context.addInitScript((value) => {
		localStorage.setItem('N8N_THEME', value);
	}, theme);
	const page = await context.newPage();
	page.setDefaultTimeout(PATIENCE);
	// n8n's own hints come when they like.
	const hints = [page.getByTestId('suggested-actions-close'), page.getByRole('button', { name: 'Got it' })];
	for (const hint of hints) await page.addLocatorHandler(hint, (button) => button.click(), { noWaitAfter: true });
	return page;
}

/** Waits until fades and zooms are over. */
export async function settle(page) {
	await page.mouse.move(0, 0);
	await page.waitForTimeout(600);
}

/**
 * @param {import('playwright-core').Page} page
 * @param {boolean} hidden whether what lies over the canvas is
 */
export async function hideOverlays(page, hidden) {
	const css = hidden ? `${OVERLAYS.join()} { visibility: hidden !important; }` : '';
	await page.evaluate((text) => {
		const style =
			document.querySelector('style#pictures') ?? document.head.appendChild(document.createElement('style'));
		style.id = 'pictures';
		style.textContent = text;
	}, css);
}

function byTestId(/** @type {string} */ id) {
	return `[data-test-id='${id}']`;
}
