import type { Browser, Page } from 'playwright-core';
import { launch, signIn } from '../../scripts/lib/screens/browser.mjs';
import { recipes } from '../../recipes';

let browser: Browser;
let page: Page;
beforeAll(async () => {
	browser = await launch();
	page = await signIn(browser, String(process.env.KYC_E2E_URL), 'light');
	await page.goto('/workflow/new', { timeout: 120_000 });
	await page.getByTestId('node-creator-plus-button').click({ timeout: 120_000 });
}, 240_000);
afterAll(() => browser?.close());

describe("n8n's node panel", () => {
	const names = recipes.flatMap(({ name }) => [name.toLowerCase(), `${name} webhook`]);

	it.each(names)(
		'finds the trigger of any provider by %j',
		async (name) => {
			const bar = page.getByTestId('node-creator-search-bar');
			const field = bar.locator('input').or(bar).last();
			const found = page
				.getByTestId('node-creator')
				.getByText(/^KYC Webhook( Trigger)?$/)
				.first();
			// What was found before is gone first.
			await field.fill('zzqqzzqq');
			await found.waitFor({ state: 'hidden', timeout: 20_000 });
			await field.fill(name);
			await found.waitFor({ timeout: 20_000 });
			expect(await found.isVisible()).toBe(true);
		},
		60_000,
	);

	it('adds it as it is, and not by the events of one recipe', async () => {
		await page
			.getByTestId('node-creator')
			.getByText(/^KYC Webhook( Trigger)?$/)
			.first()
			.click();
		await page.getByText('Add to workflow').click();
		const node = page.locator('.vue-flow__node', { hasText: 'KYC Webhook Trigger' });
		const panel = page.getByTestId('ndv');
		await node.or(panel).first().waitFor({ timeout: 20_000 });
		if (!(await panel.isVisible())) await node.first().dblclick();
		await panel.getByText('Provider Name').waitFor({ timeout: 20_000 });
	}, 60_000);
});
