import { isWhole, readPackages } from '../../scripts/lib/packages.mjs';
import { packPackage } from '../../scripts/lib/packPackage.mjs';
import { itemsByOutput } from '../host/executions.mjs';
import { hostAt } from '../host/installSteps.mjs';
import { createInstance, type Instance } from '../host/n8n.mjs';
import { TRIGGER, workflow } from '../host/workflow.mjs';
import { allSamples } from '../support/providers';
import { post } from './n8n';

/** A vendor's package with its trigger, and what its provider sends. */
export interface Vendor {
	readonly packageName: string;
	/** Unpacked. */
	readonly packageDir: string;
	readonly trigger: string;
	readonly samples: (typeof allSamples)[number];
	readonly secrets: Readonly<Record<string, string>>;
}

/** Packs the package of every vendor and unpacks it into a folder. */
export async function packVendors(folder: string): Promise<Vendor[]> {
	const all = await readPackages();
	return Promise.all(all.filter((one) => !isWhole(one)).map((one) => packVendor(one, folder)));
}

async function packVendor(one: Awaited<ReturnType<typeof readPackages>>[number], folder: string): Promise<Vendor> {
	const { name, n8n } = one.manifest;
	const file = n8n.credentials.find((each) => each.endsWith('WebhookApi.credentials.js')) ?? '';
	const [, credential = ''] = /(\w+)\.credentials\.js$/.exec(file) ?? [];
	const samples = allSamples.find(
		({ provider }) => provider.credential.type.toLowerCase() === credential.toLowerCase(),
	);
	if (!samples) throw new Error(`${name}: no provider has the credential ${credential}.`);
	return {
		packageName: name,
		packageDir: await packPackage(one, folder),
		trigger: samples.provider.credential.type.replace(/WebhookApi$/, 'Trigger'),
		samples,
		secrets: samples.newSecrets(),
	};
}

/** The workflow of a vendor's trigger, from the vendor's package or from that of all providers. */
export const workflowId = (packageName: string, { packageName: own, samples }: Vendor) =>
	`${packageName === own ? 'vendor' : 'whole'}${samples.provider.id}`.replaceAll('-', '').slice(0, 16);

/** The triggers of some vendors, published in a new n8n that has these packages alone. */
export async function startedWith(
	packageDirs: string[],
	vendors: readonly Vendor[],
	packageNamesOf: (vendor: Vendor) => string[],
): Promise<Instance> {
	const n8n = await createInstance({ host: hostAt(String(process.env.KYC_HOST_DIR)), packageDir: packageDirs });
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

/** A forged delivery is refused, and a signed one comes out as what it is. */
export async function expectToWork(n8n: Instance, packageName: string, vendor: Vendor): Promise<void> {
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
