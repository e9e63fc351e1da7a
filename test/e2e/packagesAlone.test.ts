import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../support/package';
import { expectToWork, packVendors, startedWith, type Vendor } from './vendors';

const folder = mkdtempSync(join(tmpdir(), 'n8n-nodes-kyc-alone-'));
let vendors: Vendor[];
beforeAll(async () => {
	vendors = await packVendors(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it.each(readdirSync(join(root, 'packages')))(
	'the package of %s, alone in n8n, accepts a signed delivery and refuses a forged one',
	async (name) => {
		const [vendor] = vendors.filter(({ packageName }) => packageName === `n8n-nodes-kyc-${name}`);
		if (!vendor) throw new Error(`No package ${name}`);
		const n8n = await startedWith([vendor.packageDir], [vendor], ({ packageName }) => [packageName]);
		try {
			await expectToWork(n8n, vendor.packageName, vendor);
		} finally {
			await n8n.stop();
			await n8n.remove();
		}
	},
);
