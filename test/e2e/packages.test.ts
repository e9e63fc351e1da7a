import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isWhole, readPackages, wholePackage } from '../../scripts/lib/packages.mjs';
import { packPackage } from '../../scripts/lib/packPackage.mjs';
import { itemsByOutput } from '../host/executions.mjs';
import { hostAt } from '../host/installSteps.mjs';
import { createInstance, type Instance } from '../host/n8n.mjs';
import { TRIGGER, workflow } from '../host/workflow.mjs';
import { allSamples } from '../support/providers';
import { post } from './n8n';

const folder = mkdtempSync(join(tmpdir(), 'n8n-nodes-kyc-packages-'));
const host = hostAt(String(process.env.KYC_HOST_DIR));
const WHOLE = 'n8n-nodes-kyc';

/** A trigger of a vendor's package, with what its provider sends. */
interface Vendor {
	readonly packageName: string;
	readonly trigger: string;
	readonly samples: (typeof allSamples)[number];
	readonly secrets: Readonly<Record<string, string>>;
}
let vendors: Vendor[];
let packages: string[];

beforeAll(async () => {
	const all = await readPackages();
	packages = await Promise.all(all.filter((one) => !isWhole(one)).map((one) => packPackage(one, folder)));
	vendors = all.flatMap(({ manifest: { name, n8n } }) => {
		if (name === WHOLE) return [];
		const file = n8n.credentials.find((one) => one.endsWith('WebhookApi.credentials.js')) ?? '';
		const [, credential = ''] = /(\w+)\.credentials\.js$/.exec(file) ?? [];
		const samples = allSamples.find(
			({ provider }) => provider.credential.type.toLowerCase() === credential.toLowerCase(),
		);
		if (!samples) throw new Error(`${name}: no provider has the credential ${credential}.`);
		const trigger = samples.provider.credential.type.replace(/WebhookApi$/, 'Trigger');
		return [{ packageName: name, trigger, samples, secrets: samples.newSecrets() }];
	});
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const workflowId = (packageName: string, { samples }: Vendor) =>
	`${packageName === WHOLE ? 'whole' : 'vendor'}${samples.provider.id}`.replaceAll('-', '').slice(0, 16);

/** Every vendor's trigger of some packages, published in a new n8n that has these packages. */
async function started(packageDirs: string[], packageNamesOf: (vendor: Vendor) => string[]): Promise<Instance> {
	const n8n = await createInstance({ host, packageDir: packageDirs });
	const credentials = vendors.map(({ samples: { provider }, secrets }) => ({
		id: `c${provider.id}`.replaceAll('-', '').slice(0, 16),
		name: provider.displayName,
		type: provider.credential.type,
		data: secrets,
	}));
	const workflows = vendors.flatMap((vendor, index) =>
		packageNamesOf(vendor).map((packageName) => {
			const id = workflowId(packageName, vendor);
			const name = `${vendor.samples.provider.displayName} by ${packageName}`;
			const triggerType = `${packageName}.${vendor.trigger}`;
			return workflow({ id, name, triggerType, credential: credentials[index], webhookId: id });
		}),
	);
	await n8n.load({ credentials, workflows, publish: workflows.map(({ id }) => id) });
	await n8n.start();
	await n8n.setupOwner();
	return n8n;
}

async function expectToWork(n8n: Instance, packageName: string, vendor: Vendor) {
	const id = workflowId(packageName, vendor);
	const url = n8n.webhookUrl(id, 'webhook');
	await n8n.waitForWebhook(url);
	const { samples, secrets } = vendor;
	const approval = samples.samples.find(({ status }) => status === 'approved')?.create({}) ?? {};
	const forged = await post(url, await samples.seal(approval, samples.newSecrets(), Date.now()));
	expect(forged).toMatchObject({ status: 401, body: { result: 'refused' } });
	expect(await post(url, await samples.seal(approval, secrets, Date.now()))).toMatchObject({
		status: 200,
		body: { result: 'accepted' },
	});
	const [execution] = await n8n.waitForExecutions(id, 1);
	expect(itemsByOutput(execution, TRIGGER)[1]).toMatchObject([{ status: 'approved' }]);
}

describe('the packages of one vendor each, without that of all providers', () => {
	let n8n: Instance;
	beforeAll(async () => {
		n8n = await started(packages, ({ packageName }) => [packageName]);
	});
	afterAll(async () => {
		await n8n?.stop();
		await n8n?.remove();
	});

	it('accept a signed delivery and refuse a forged one', async () => {
		await Promise.all(vendors.map((vendor) => expectToWork(n8n, vendor.packageName, vendor)));
	});
});

describe('the packages of one vendor each, beside that of all providers', () => {
	let n8n: Instance;
	beforeAll(async () => {
		const whole = await packPackage(await wholePackage(), folder);
		n8n = await started([whole, ...packages], ({ packageName }) => [WHOLE, packageName]);
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
