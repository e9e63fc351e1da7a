/**
 * `npm run test:versions`: the package in older versions of n8n and in the pinned one, each a real one. What was seen
 * goes into test/versions/results.json, of which `npm run docs` makes the page of n8n's versions. Arguments: which
 * versions; without any, all. Each is installed once, which takes minutes and 2.6 GB.
 */
import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { manifestsOf, olderHosts } from '../test/host/cache.mjs';
import { ensureHost } from '../test/host/install.mjs';
import { during } from '../test/host/progress.mjs';
import { installByHand } from '../test/versions/byHand.mjs';
import { observe } from '../test/versions/observe.mjs';
import { loadApis } from './lib/apiDemo.mjs';
import { wholePackage } from './lib/packages.mjs';
import { packPackage, packTarball } from './lib/packPackage.mjs';
import { loadProviders } from './lib/providers.mjs';

const RESULTS = 'test/versions/results.json';
/** The end-to-end tests that each version must pass, and one of them that is counted by itself. */
const SUITES = {
	deliveries: 'providers',
	recipes: 'recipes',
	actions: 'api',
	responseMode: 'responseMode',
	simulator: 'simulator',
};
const TEST_URL = 'is listened to by the editor';

const [{ path: pinnedManifest }] = manifestsOf();
const pinned = JSON.parse(await readFile(pinnedManifest, 'utf8')).dependencies.n8n;
const all = [...olderHosts, pinned];
const { positionals } = parseArgs({ allowPositionals: true });
const wanted = positionals.length > 0 ? positionals : all;
for (const version of wanted) {
	if (!all.includes(version)) throw new Error(`There is no lock file for n8n ${version}, only for ${all.join(', ')}.`);
}

const folder = await mkdtemp(join(tmpdir(), 'n8n-nodes-kyc-versions-'));
try {
	const built = await wholePackage();
	const packageDir = await packPackage(built, join(folder, 'unpacked'));
	const { file: tarball } = await packTarball(built, folder);
	const providers = await loadProviders();
	const [trigger] = providers;
	const { servers } = await loadApis();
	const credentialData = (/** @type {string} */ type) =>
		servers.find(({ api }) => api.credentialType === type)?.credential ??
		providers.find(({ samples }) => samples.provider.credential.type === type)?.samples.newSecrets();

	for (const version of wanted) {
		const host = await ensureHost(version === pinned ? undefined : version);
		process.stdout.write(`\nn8n ${version}\n`);
		const counts = await testIn(host, packageDir);
		const seen = await during('What differs', () => observe(host, packageDir, trigger, credentialData));
		const byHand = await during('An install by hand', () => installByHand(host, tarball));
		const result = { version, ...counts, ...seen, byHand };
		await store(result);
		process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
	}
} finally {
	await rm(folder, { recursive: true, force: true });
}

/**
 * @param {import('../test/host/installSteps.mjs').Host} host
 * @param {string} packageDir
 * @returns {Promise<Record<string, { passed: number, total: number }>>}
 */
async function testIn(host, packageDir) {
	const output = join(folder, 'jest.json');
	const pattern = `test/e2e/(${Object.values(SUITES).join('|')})\\.test`;
	const jest = ['node_modules/jest/bin/jest.js', '--selectProjects', 'e2e', '--testPathPatterns', pattern];
	spawnSync(host.node, [...jest, '--json', '--outputFile', output], {
		stdio: ['ignore', 'ignore', 'inherit'],
		env: { ...process.env, KYC_HOST_DIR: host.dir, KYC_PACKAGE_DIR: packageDir },
	});
	const { testResults, success } = JSON.parse(await readFile(output, 'utf8'));
	if (!success) process.exitCode = 1;
	const testsOf = (/** @type {string} */ suite) =>
		testResults.find(({ name }) => basename(name) === `${suite}.test.ts`).assertionResults;
	const isTestUrl = ({ title }) => title.startsWith(TEST_URL);
	const deliveries = testsOf(SUITES.deliveries);
	return {
		deliveries: count(deliveries.filter((test) => !isTestUrl(test))),
		testUrl: count(deliveries.filter(isTestUrl)),
		recipes: count(testsOf(SUITES.recipes)),
		actions: count(testsOf(SUITES.actions)),
		responseMode: count(testsOf(SUITES.responseMode)),
		simulator: count(testsOf(SUITES.simulator)),
	};
}

function count(/** @type {{ status: string }[]} */ tests) {
	return { passed: tests.filter(({ status }) => status === 'passed').length, total: tests.length };
}

/** Puts a result in the place of the one before, in the order of the versions. */
async function store(/** @type {{ version: string }} */ result) {
	const before = JSON.parse(await readFile(RESULTS, 'utf8').catch(() => '[]'));
	const byVersion = new Map([...before, result].map((one) => [one.version, one]));
	const inOrder = all.flatMap((version) => byVersion.get(version) ?? []);
	await writeFile(RESULTS, `${JSON.stringify(inOrder, null, 2)}\n`);
}
