import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { itemsByOutput } from '../host/executions.mjs';
import { hostAt } from '../host/installSteps.mjs';
import { createInstance, type Instance } from '../host/n8n.mjs';
import { TRIGGER, workflow } from '../host/workflow.mjs';
import { servers } from '../support/api/servers';
import { allSamples } from '../support/providers';
import { post } from './n8n';
import { ThirdParties } from './thirdParties/https';

/** What a registry answers that has one package in one version. */
function registryOf(host: string, tarball: Buffer, manifest: { name: string; version: string }) {
	const { name, version } = manifest;
	const file = `/${name}/-/${name}-${version}.tgz`;
	const integrity = `sha512-${createHash('sha512').update(tarball).digest('base64')}`;
	const published = { ...manifest, dist: { tarball: `https://${host}${file}`, integrity } };
	const all = { name, 'dist-tags': { latest: version }, versions: { [version]: published } };
	const answers: Record<string, object> = { [file]: tarball, [`/${name}`]: all };
	for (const one of ['latest', version]) answers[`/${name}/${one}`] = published;
	return (path: string) => answers[path];
}

/** The registry that n8n asks unless its operator has a licence for another one. */
function registryHost(hostDir: string): string {
	const config = join(hostDir, 'node_modules/n8n/dist/modules/community-packages/community-packages.config.js');
	const [, url = ''] = /this\.registry = '(.+)'/.exec(readFileSync(config, 'utf8')) ?? [];
	return new URL(url).host;
}

const folder = mkdtempSync(join(tmpdir(), 'n8n-nodes-kyc-registry-'));
let manifest: { name: string; version: string; n8n: { nodes: string[] } };
let registry: string;
let internet: ThirdParties;
let n8n: Instance;

beforeAll(async () => {
	const packageDir = String(process.env.KYC_PACKAGE_DIR);
	manifest = JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8'));
	execFileSync('npm', ['pack', packageDir, '--ignore-scripts', '--pack-destination', folder], { stdio: 'pipe' });
	const [tarball = ''] = readdirSync(folder);
	const hostDir = String(process.env.KYC_HOST_DIR);
	registry = registryHost(hostDir);
	internet = new ThirdParties({
		[registry]: registryOf(registry, readFileSync(join(folder, tarball)), manifest),
		// n8n asks its makers whether a package is banned.
		'api.n8n.io': { status: 'OK' },
	});
	const proxy = await internet.start();
	n8n = await createInstance({
		host: hostAt(hostDir),
		editor: true,
		// Nothing is installed: an empty folder stands where the package does in the other tests.
		packageDir: mkdtempSync(join(folder, 'empty-')),
		env: {
			...proxy,
			// npm as a fresh machine has it.
			npm_config_cache: join(folder, 'cache'),
			npm_config_userconfig: join(folder, 'npmrc'),
			npm_config_cafile: proxy.NODE_EXTRA_CA_CERTS,
			npm_config_fetch_retries: '0',
			npm_config_update_notifier: 'false',
		},
	});
	await n8n.start();
	await n8n.setupOwner();
});

afterAll(async () => {
	await n8n?.stop();
	await n8n?.remove();
	internet?.stop();
	rmSync(folder, { recursive: true, force: true });
});

const nodeTypes = async (): Promise<string[]> => {
	const types: { name: string }[] = await n8n.rest('GET', '/types/nodes.json');
	return types.map(({ name }) => name).filter((name) => name.startsWith(`${manifest.name}.`));
};

describe("the package that n8n's own installer brings into a clean n8n", () => {
	it('is not there before', async () => expect(await nodeTypes()).toEqual([]));

	it('is installed with all its nodes, and nothing else is asked of the registry', async () => {
		const installed = await n8n.rest('POST', '/rest/community-packages', { name: manifest.name });
		expect(installed).toMatchObject({ packageName: manifest.name, installedVersion: manifest.version });
		expect(installed.installedNodes).toHaveLength(manifest.n8n.nodes.length);
		// n8n makes a tool for agents of every action node.
		const types: string[] = await nodeTypes();
		expect(types.filter((type) => !type.endsWith('Tool'))).toHaveLength(manifest.n8n.nodes.length);
		expect(types.filter((type) => type.endsWith('Tool'))).toHaveLength(servers.length);
		const asked = internet.calls.filter(({ host }) => host === registry);
		expect(asked.filter(({ path }) => !path.startsWith(`/${manifest.name}`))).toEqual([]);
	});

	it('starts a workflow for a true delivery, without a restart', async () => {
		const [samples] = allSamples;
		if (!samples) throw new Error('No provider');
		const { type } = samples.provider.credential;
		const secrets = samples.newSecrets();
		const { id: credentialId, name } = await n8n.rest('POST', '/rest/credentials', { name: type, type, data: secrets });
		const { id: _, ...definition } = workflow({
			id: 'installed',
			name: 'Installed',
			triggerType: `${manifest.name}.${type.replace(/WebhookApi$/, 'Trigger')}`,
			credential: { type, id: credentialId, name },
			webhookId: 'installed',
		});
		const { id, versionId } = await n8n.rest('POST', '/rest/workflows', definition);
		await n8n.rest('POST', `/rest/workflows/${id}/activate`, { versionId });
		const url = n8n.webhookUrl('installed', 'webhook');
		await n8n.waitForWebhook(url);
		const payload = samples.samples.find(({ status }) => status === 'approved')?.create({}) ?? {};
		const answer = await post(url, await samples.seal(payload, secrets, Date.now()));
		expect(answer).toMatchObject({ status: 200, body: { result: 'accepted' } });
		const [execution] = await n8n.waitForExecutions(id, 1);
		expect(itemsByOutput(execution, TRIGGER)[1]).toMatchObject([{ status: 'approved' }]);
		expect((await post(url, await samples.seal(payload, samples.newSecrets(), Date.now()))).status).toBe(401);
		await n8n.rest('POST', `/rest/workflows/${id}/deactivate`);
	});

	it('is gone after it was uninstalled', async () => {
		await n8n.rest('DELETE', `/rest/community-packages?name=${manifest.name}`);
		expect(await nodeTypes()).toEqual([]);
	});
});
