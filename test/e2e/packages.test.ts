import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { wholePackage } from '../../scripts/lib/packages.mjs';
import { packPackage } from '../../scripts/lib/packPackage.mjs';
import { itemsByOutput } from '../host/executions.mjs';
import type { Instance } from '../host/n8n.mjs';
import { TRIGGER } from '../host/workflow.mjs';
import { post } from './n8n';
import { expectToWork, packVendors, startedWith, type Vendor, workflowId } from './vendors';

const WHOLE = 'n8n-nodes-kyc';
const folder = mkdtempSync(join(tmpdir(), 'n8n-nodes-kyc-packages-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the packages of one vendor each, beside that of all providers', () => {
	let n8n: Instance;
	let vendors: Vendor[];
	beforeAll(async () => {
		vendors = await packVendors(folder);
		const whole = await packPackage(await wholePackage(), folder);
		const dirs = [whole, ...vendors.map(({ packageDir }) => packageDir)];
		n8n = await startedWith(dirs, vendors, ({ packageName }) => [WHOLE, packageName]);
	});
	afterAll(async () => {
		await n8n?.stop();
		await n8n?.remove();
	});

	it('work with the same credentials, and so does that of all providers', async () => {
		const working = vendors.flatMap((vendor) =>
			[WHOLE, vendor.packageName].map((packageName) => expectToWork(n8n, packageName, vendor)),
		);
		await Promise.all(working);
	});

	it('take over a workflow and its URL, when the text of its file is replaced as docs/moving.md says', async () => {
		for (const vendor of vendors) await n8n.rest('POST', `/rest/workflows/${workflowId(WHOLE, vendor)}/deactivate`);
		// As the page says. Whoever asks for the URL meanwhile makes n8n remember it.
		await new Promise((resolve) => setTimeout(resolve, 30_000));
		for (const vendor of vendors) {
			const [from, to] = [WHOLE, vendor.packageName].map((name) => `"${name}.${vendor.trigger.replace('Trigger', '')}`);
			const oldId = workflowId(WHOLE, vendor);
			const file = JSON.stringify(await n8n.rest('GET', `/rest/workflows/${oldId}`));
			const { name, nodes, connections, settings } = JSON.parse(file.replaceAll(from ?? '', to ?? ''));
			const { id, versionId } = await n8n.rest('POST', '/rest/workflows', { name, nodes, connections, settings });
			const url = n8n.webhookUrl(oldId, 'webhook');
			await n8n.rest('POST', `/rest/workflows/${id}/activate`, { versionId });
			await n8n.waitForWebhook(url);
			const rejection = vendor.samples.samples.find(({ status }) => status === 'rejected')?.create({}) ?? {};
			const sent = await post(url, await vendor.samples.seal(rejection, vendor.secrets, Date.now()));
			expect(sent).toMatchObject({ status: 200, body: { result: 'accepted' } });
			const [execution] = await n8n.waitForExecutions(id, 1);
			expect(execution.workflowData.nodes[0].type).toBe(`${vendor.packageName}.${vendor.trigger}`);
			expect(itemsByOutput(execution, TRIGGER)[2]).toMatchObject([{ status: 'rejected' }]);
		}
	});
});
