import { ACTIONS, ANY_PROVIDER, SIMULATORS } from './content.mjs';
import { hideOverlays, settle } from './browser.mjs';

const MARGIN = 30;
const TABS = 16;

/** The editor's first load, on a busy machine. */
const LOADING = 120_000;

/**
 * @typedef {object} Scene one picture
 * @property {string} name of the file
 * @property {(page: import('playwright-core').Page) => Promise<{ screenshot(options: { path: string }): Promise<unknown> }>} show
 *   goes there and returns what to take
 */

/** The trigger in every demo. */
const TRIGGER = 'Trigger';

/**
 * All pictures.
 * @param {import('./content.mjs').Content} content
 * @returns {Scene[]}
 */
export function scenes({ demos, branches, bad, examples, draft, lastNode, simulator, actions, anyProvider }) {
	return [
		...['kyc', 'identity', 'identity verification', 'truora', 'middesk', 'alloy webhook', 'socure'].map((text) => ({
			name: `search-${text.replace(' ', '-')}`,
			show: (page) => search(page, text),
		})),
		{ name: 'outputs', show: (page) => canvas(page, `/workflow/${branches}`) },
		{ name: 'outputs-refused', show: (page) => canvas(page, `/workflow/${draft}`) },
		{ name: 'execution', show: (page) => execution(page, branches) },
		{ name: 'execution-item', show: (page) => executionItem(page, branches) },
		{ name: 'options', show: (page) => options(page, branches) },
		{ name: 'options-all', show: (page) => everyOption(page, draft) },
		{ name: 'options-last-node', show: (page) => everyOption(page, lastNode) },
		{ name: 'when', show: (page) => whenTriggered(page, branches) },
		{ name: 'when-draft', show: (page) => whenTriggered(page, draft) },
		{ name: 'listening', show: (page) => listening(page, draft) },
		{ name: 'listening-canvas', show: (page) => listeningOnCanvas(page, draft) },
		...examples.map(({ file, id }) => ({ name: `example-${file}`, show: (page) => example(page, id) })),
		...Object.keys(ACTIONS).map((node) => ({
			name: `action-${node.toLowerCase().replaceAll(' ', '-')}`,
			show: (page) => panel(page, actions, node),
		})),
		...Object.keys(ANY_PROVIDER).flatMap((node) => {
			const name = node.toLowerCase().replaceAll(' ', '-');
			return [
				{ name: `any-${name}`, show: (page) => inHighWindow(page, () => panel(page, anyProvider.workflow, node)) },
				{
					name: `any-${name}-credential`,
					show: (page) => inHighWindow(page, () => credentialWindow(page, anyProvider.credentials[node], true)),
				},
			];
		}),
		...Object.keys(SIMULATORS).map((node) => ({
			name: fileName(node),
			show: (page) => panel(page, simulator, node),
		})),
		...Object.keys(SIMULATORS)
			.slice(1)
			.map((node) => ({ name: `${fileName(node)}-result`, show: (page) => result(page, simulator, node) })),
		...demos.flatMap(({ provider: { samples }, workflowId }) => {
			const { id, credential } = samples.provider;
			return [
				{ name: `panel-${id}`, show: (page) => triggerPanel(page, workflowId) },
				{ name: `credential-${id}`, show: (page) => credentialWindow(page, `${id}-demo`, true) },
				{ name: `credential-${id}-bad`, show: (page) => credentialWindow(page, bad[credential.type], false) },
			];
		}),
	];
}

function fileName(/** @type {string} */ node) {
	return `simulator-${node.toLowerCase().replaceAll(' ', '-')}`;
}

/** Loads the editor once: after that its own router goes from place to place, which is much faster. */
async function go(page, path) {
	if (page.url() === 'about:blank') {
		await page.goto(path, { waitUntil: 'commit', timeout: LOADING });
		await page.locator('#app[data-v-app]').waitFor({ timeout: LOADING });
		return;
	}
	await hideOverlays(page, false);
	for (let windows = 0; windows < 2; windows++) await page.keyboard.press('Escape');
	await page.evaluate(
		(to) => document.querySelector('#app').__vue_app__.config.globalProperties.$router.push(to),
		path,
	);
}

/** A workflow, cut out. */
async function canvas(page, path) {
	await go(page, path);
	const nodes = page.locator('.vue-flow__node');
	await nodes.first().waitFor();
	await page.waitForTimeout(800);
	await page.getByTestId('zoom-to-fit').click();
	await hideOverlays(page, true);
	await settle(page);
	const boxes = await Promise.all((await nodes.all()).map((node) => node.boundingBox()));
	const left = Math.min(...boxes.map((box) => box.x)) - 2 * MARGIN;
	const top = Math.min(...boxes.map((box) => box.y)) - MARGIN;
	const width = Math.max(...boxes.map((box) => box.x + box.width)) + MARGIN - left;
	// The name of a node stands below its box.
	const height = Math.max(...boxes.map((box) => box.y + box.height)) + 2 * MARGIN - top;
	const clip = { x: left, y: top, width, height };
	return { screenshot: (options) => page.screenshot({ ...options, clip }) };
}

/** A node's window, its webhook URLs unfolded. */
async function panel(page, workflowId, node = TRIGGER) {
	await go(page, `/workflow/${workflowId}`);
	await page.locator('.vue-flow__node', { hasText: node }).first().dblclick();
	await page.getByTestId('ndv').waitFor();
	const urls = page.getByText('Webhook URLs');
	if (await urls.isVisible()) await urls.click();
	await settle(page);
	return page.getByTestId('ndv');
}

/** A trigger's window without its output, since there is none. */
async function triggerPanel(page, workflowId) {
	await panel(page, workflowId);
	return without(page, 'output-panel');
}

async function options(page, workflowId) {
	await panel(page, workflowId);
	await page.getByTestId('collection-parameter-add').click();
	await settle(page);
	return page.getByTestId('ndv');
}

async function everyOption(page, workflowId) {
	return inHighWindow(page, () => panel(page, workflowId));
}

/** A window high enough for all that it holds. */
async function inHighWindow(page, show) {
	await page.setViewportSize({ width: 1280, height: 1300 });
	const window = await show();
	return {
		screenshot: async (options) => {
			await window.screenshot(options);
			await page.setViewportSize({ width: 1280, height: 800 });
		},
	};
}

/** A trigger while it waits for a test event. */
async function listening(page, workflowId) {
	const window = await panel(page, workflowId);
	await window.getByTestId('node-execute-button').click();
	const stop = window.getByText('Stop Listening').first();
	await stop.waitFor();
	// It fades in slowly.
	await page.waitForTimeout(2000);
	return {
		screenshot: async (options) => {
			await window.screenshot(options);
			await stop.click();
		},
	};
}

/** The same, its window closed. */
async function listeningOnCanvas(page, workflowId) {
	await canvas(page, `/workflow/${workflowId}`);
	await hideOverlays(page, false);
	await page.getByTestId('execute-workflow-button').click();
	const stop = page.getByTestId('stop-execution-waiting-for-webhook-button');
	await stop.waitFor();
	await settle(page);
	return {
		screenshot: async (options) => {
			await page.screenshot(options);
			await stop.click();
		},
	};
}

/** What a node has put out after the user has executed it. */
async function result(page, workflowId, node) {
	const window = await panel(page, workflowId, node);
	await window.getByTestId('node-execute-button').click();
	const output = window.getByTestId('output-panel');
	await output.getByText('1 item').waitFor();
	await output.getByTestId('radio-button-schema').click();
	await page.getByRole('alert').locator('.el-notification__closeBtn').click();
	await settle(page);
	return without(page, 'ndv-input-panel');
}

/** The window of a node, one of its outer panes cut off. */
async function without(page, pane) {
	const window = await page.getByTestId('ndv').boundingBox();
	const { x, width } = await page.getByTestId(pane).boundingBox();
	const isLeft = x < window.x + window.width / 2;
	const clip = { ...window, x: isLeft ? x + width : window.x, width: window.width - width };
	return { screenshot: (options) => page.screenshot({ ...options, clip }) };
}

async function whenTriggered(page, workflowId) {
	await panel(page, workflowId);
	await page.getByText('When will this node trigger my flow?').click();
	await settle(page);
	return page.getByTestId('ndv');
}

/** The window of a credential, after n8n has tested it. */
async function credentialWindow(page, id, good) {
	await go(page, `/home/credentials/${id}`);
	const window = page.getByTestId('credential-edit-dialog');
	await window.waitFor();
	await window.getByText(good ? 'Connection tested successfully' : /Couldn.t connect/).waitFor();
	const details = window.getByText('More details');
	if (await details.isVisible()) await details.click();
	await settle(page);
	return page.getByTestId('editCredential-modal');
}

async function search(page, text) {
	await go(page, '/workflow/new');
	await page.getByTestId('node-creator-plus-button').click();
	await page.getByTestId('node-creator-search-bar').pressSequentially(text);
	await page.waitForTimeout(1000);
	await settle(page);
	return page.getByTestId('node-creator');
}

/** The newest execution of a workflow. */
async function execution(page, workflowId) {
	await go(page, `/workflow/${workflowId}/executions`);
	await page.getByText('Succeeded in').first().waitFor();
	await page.locator('.vue-flow__node').first().waitFor();
	await page.waitForTimeout(1500);
	await hideOverlays(page, true);
	await settle(page);
	const { x, y, width, height } = await page.getByTestId('canvas-wrapper').boundingBox();
	// The editor's tabs hang into it.
	const clip = { x, y: y + TABS, width, height: height - TABS };
	return { screenshot: (options) => page.screenshot({ ...options, clip }) };
}

/** What a trigger has put out, in the window of its node. */
async function executionItem(page, workflowId) {
	await go(page, '/home/workflows');
	await execution(page, workflowId);
	await page.locator('.vue-flow__node', { hasText: TRIGGER }).first().dblclick();
	const output = page.getByTestId('output-panel');
	await output.getByTestId('radio-button-schema').click();
	await settle(page);
	return output;
}

async function example(page, id) {
	await page.setViewportSize({ width: 1500, height: 1200 });
	const { screenshot } = await canvas(page, `/workflow/${id}`);
	return {
		screenshot: async (options) => {
			await screenshot(options);
			await page.setViewportSize({ width: 1280, height: 800 });
		},
	};
}
