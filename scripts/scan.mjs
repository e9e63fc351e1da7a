/**
 * `npm run scan`: n8n's own scanner for community packages, over the sources of a package and over what `npm pack` holds;
 * of which packages: see `npm run build`.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { analyzePackage, SOURCE_FILE_PATTERNS } from '@n8n/scan-community-package/scanner/scanner.mjs';
import { selectPackages } from './lib/packages.mjs';
import { packPackage } from './lib/packPackage.mjs';

const folder = await mkdtemp(join(tmpdir(), 'n8n-nodes-kyc-scan-'));
try {
	for (const selected of await selectPackages(process.argv.slice(2))) {
		const scans = {
			sources: await analyzePackage(selected.dir, SOURCE_FILE_PATTERNS),
			package: await analyzePackage(await packPackage(selected, folder)),
		};
		for (const [what, { passed, message = 'nothing found', details = '' }] of Object.entries(scans)) {
			process.stdout.write(`${selected.manifest.name}, ${what}: ${message}\n${details}`);
			if (!passed) process.exitCode = 1;
		}
	}
} finally {
	await rm(folder, { recursive: true, force: true });
}
