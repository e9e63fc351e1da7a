/**
 * `npm test`: packs the package, sees that the pinned n8n is installed, and runs Jest under n8n's
 * own Node. Arguments go to Jest; without a project among them, all run but the one that needs Chromium.
 * KYC_HOST=docker takes n8n from its Docker image, and leaves out what looks into the installed files of n8n.
 */
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureHost } from '../test/host/install.mjs';
import { wholePackage } from './lib/packages.mjs';
import { packPackage } from './lib/packPackage.mjs';

const host = await ensureHost();
const folder = await mkdtemp(join(tmpdir(), 'n8n-nodes-kyc-package-'));
try {
	const packageDir = await packPackage(await wholePackage(), folder);
	const given = process.argv.slice(2);
	const projects = given.some((argument) => argument.startsWith('--selectProjects'))
		? []
		: ['--selectProjects', 'unit', 'fuzz', 'e2e', ...(host.image ? [] : ['integration'])];
	const left = host.image ? ['--testPathIgnorePatterns', 'e2e/install'] : [];
	const jest = spawnSync(host.node, ['node_modules/jest/bin/jest.js', ...given, ...projects, ...left], {
		stdio: 'inherit',
		// Every n8n that is started loads the same modules.
		env: {
			NODE_COMPILE_CACHE: join(folder, 'compiled'),
			...process.env,
			...{ KYC_HOST_DIR: host.dir, KYC_PACKAGE_DIR: packageDir },
		},
	});
	process.exitCode = jest.status ?? 1;
} finally {
	await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}
