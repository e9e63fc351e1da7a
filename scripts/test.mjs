/**
 * `npm test`: packs the package, sees that the pinned n8n is installed, and runs Jest under n8n's
 * own Node. Arguments go to Jest.
 */
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureHost } from '../test/host/install.mjs';
import { packPackage } from './pack.mjs';

const host = await ensureHost();
const folder = await mkdtemp(join(tmpdir(), 'n8n-nodes-kyc-package-'));
try {
	const packageDir = await packPackage(folder);
	const jest = spawnSync(host.node, ['node_modules/jest/bin/jest.js', ...process.argv.slice(2)], {
		stdio: 'inherit',
		env: { ...process.env, KYC_HOST_DIR: host.dir, KYC_PACKAGE_DIR: packageDir },
	});
	process.exitCode = jest.status ?? 1;
} finally {
	await rm(folder, { recursive: true, force: true });
}
