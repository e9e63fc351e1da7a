import type { Browser, Page } from 'playwright-core';
import { launch, signIn } from '../../scripts/lib/screens/browser.mjs';
import { recipes } from '../../recipes';
import { allSamples } from '../support/providers';

const ANY = 'KYC Webhook Trigger';
const SIMULATOR = 'Simulator for KYC Webhooks';
const providers = allSamples.map(({ provider }) => provider.displayName);

let browser: Browser;
let page: Page;
beforeAll(async () => {
	browser = await launch();
	page = await signIn(browser, String(process.env.KYC_E2E_URL), 'light');
	await page.goto('/workflow/new', { timeout: 120_000 });
	await page.getByTestId('node-creator-plus-button').click({ timeout: 120_000 });
});
afterAll(() => browser?.close());

const found = () => page.getByTestId('node-creator').getByTestId(/^node-creator-(action|node)-item$/);

/** The names of what n8n finds, the best first. */
async function search(phrase: string): Promise<string[]> {
	const bar = page.getByTestId('node-creator-search-bar');
	const field = bar.locator('input').or(bar).last();
	// What was found before is gone first.
	await field.fill('zzqqzzqq');
	await found().first().waitFor({ state: 'hidden', timeout: 60_000 });
	await field.fill(phrase);
	await found().first().waitFor({ timeout: 60_000 });
	return (await found().allInnerTexts()).map((text) => text.trim().replace(/\n[^]*/, ''));
}

describe("n8n's node panel", () => {
	it.each(recipes.flatMap(({ name }) => [name.toLowerCase(), `${name} webhook`]))(
		'finds the trigger of any provider by %j',
		async (phrase) => expect(await search(phrase)).toContain(ANY),
	);

	it.each(providers)('finds %s first by its name and the word webhook', async (name) =>
		expect((await search(`${name} webhook`))[0]).toBe(name),
	);

	it.each(['kyc', 'kyc webhook', 'verify identity', 'know your customer', 'compliance', 'liveness', 'sanctions'])(
		'finds the providers first by %j, and not the Simulator',
		async (phrase) => {
			const names = await search(phrase);
			expect([...providers, ANY]).toContain(names[0]);
			expect(names).toEqual(expect.arrayContaining(['Persona', 'Sumsub', 'Veriff']));
		},
	);

	it('finds the Simulator by its name on the canvas', async () => {
		expect((await search('kyc simulator'))[0]).toBe(SIMULATOR);
	});

	it('adds the trigger of any provider as it is, and not by the events of one recipe', async () => {
		await search('any provider');
		await found().filter({ hasText: ANY }).click();
		await page.getByText('Add to workflow').click();
		const node = page.locator('.vue-flow__node', { hasText: ANY });
		const panel = page.getByTestId('ndv');
		await node.or(panel).first().waitFor({ timeout: 60_000 });
		if (!(await panel.isVisible())) await node.first().dblclick();
		await panel.getByText('Provider Name').waitFor({ timeout: 60_000 });
	});
});
