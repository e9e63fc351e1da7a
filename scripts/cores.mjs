/**
 * `npm run test:cores`: the integration tests with what older versions of n8n load and run nodes with. Takes a minute
 * or two; `npm run test:versions` runs whole ones. Argument: --outputFile <file>, for how many tests passed and failed,
 * named as Jest names them.
 */
import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { olderCores } from '../test/host/cache.mjs';
import { ensureCore, ensureHost } from '../test/host/install.mjs';
import { wholePackage } from './lib/packages.mjs';
import { packPackage } from './lib/packPackage.mjs';

const { outputFile } = parseArgs({ options: { outputFile: { type: 'string' } } }).values;
const { node } = await ensureHost();
const folder = await mkdtemp(join(tmpdir(), 'n8n-nodes-kyc-package-'));
const sum = { numPassedTests: 0, numFailedTests: 0 };
try {
	const packageDir = await packPackage(await wholePackage(), folder);
	for (const version of olderCores) {
		process.stdout.write(`\nn8n ${version}\n`);
		const core = await ensureCore(version);
		const results = join(folder, 'results.json');
		const jest = ['node_modules/jest/bin/jest.js', '--selectProjects', 'integration', '--testPathPatterns'];
		const { status } = spawnSync(
			node,
			[...jest, 'integration/(loader|package|trigger)\\.test', '--forceExit', '--json', '--outputFile', results],
			{
				stdio: ['ignore', 'ignore', 'inherit'],
				env: { ...process.env, KYC_HOST_DIR: core, KYC_PACKAGE_DIR: packageDir },
			},
		);
		if (status !== 0) process.exitCode = 1;
		const counts = JSON.parse(await readFile(results, 'utf8'));
		for (const name of Object.keys(sum)) sum[name] += counts[name];
	}
} finally {
	await rm(folder, { recursive: true, force: true });
}
if (outputFile) await writeFile(outputFile, JSON.stringify(sum));
