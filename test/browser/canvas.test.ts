import type { Browser, Page } from 'playwright-core';
import { launch, signIn } from '../../scripts/lib/screens/browser.mjs';
import { deploy, rest } from '../e2e/n8n';
import { allSamples } from '../support/providers';

const [samples] = allSamples;
if (!samples) throw new Error('No provider');

let browser: Browser;
let page: Page;
beforeAll(async () => {
	browser = await launch();
	page = await signIn(browser, String(process.env.KYC_E2E_URL), 'light');
});
afterAll(() => browser?.close());

describe('a node that is added with "+" behind a fresh trigger', () => {
	it('is wired to Other, which decides nothing', async () => {
		const { id } = await deploy(samples.provider, samples.newSecrets(), {}, { publish: false });
		const { nodes, name, settings } = await rest('GET', `/rest/workflows/${id}`);
		const [trigger] = nodes;
		await rest('PATCH', `/rest/workflows/${id}`, { name, settings, nodes: [trigger], connections: {} });

		await page.goto(`/workflow/${id}`, { timeout: 120_000 });
		const node = page.locator('.vue-flow__node', { hasText: trigger.name });
		await node.waitFor({ timeout: 120_000 });
		await node.click();
		// As a person does it who does not choose an output: the node is selected, and the next one is searched for.
		await page.getByTestId('node-creator-plus-button').click();
		await page.getByTestId('node-creator-search-bar').pressSequentially('No Operation');
		await page.getByTestId('node-creator').getByText('No Operation, do nothing').first().click();
		await page.locator('.vue-flow__edge').first().waitFor();
		const wired = await page.locator('.vue-flow__edge').count();
		expect(wired).toBe(1);

		await page.keyboard.press('Escape');
		await page.keyboard.press('Control+s');
		const saved = await untilSaved(id);
		const outputs = saved[trigger.name]?.main ?? [];
		expect(outputs.map((connections) => (connections ?? []).length).slice(0, 2)).toEqual([1]);
	});
});

/** The connections of a workflow, once the editor has saved one. */
async function untilSaved(id: string): Promise<Record<string, { main: unknown[][] }>> {
	for (let attempt = 0; attempt < 100; attempt++) {
		const { connections } = await rest('GET', `/rest/workflows/${id}`);
		if (Object.keys(connections).length > 0) return connections;
		await new Promise((resolve) => setTimeout(resolve, 200));
	}
	throw new Error('The editor has saved no connection.');
}
