/** n8n's own scanner for community packages, over the sources and over what `npm pack` holds. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { analyzePackage, SOURCE_FILE_PATTERNS } from '@n8n/scan-community-package/scanner/scanner.mjs';
import { packPackage } from './pack.mjs';

const folder = await mkdtemp(join(tmpdir(), 'n8n-nodes-kyc-scan-'));
try {
	const scans = {
		Sources: await analyzePackage(process.cwd(), SOURCE_FILE_PATTERNS),
		Package: await analyzePackage(await packPackage(folder)),
	};
	for (const [what, { passed, message = 'nothing found', details = '' }] of Object.entries(scans)) {
		process.stdout.write(`${what}: ${message}\n${details}`);
		if (!passed) process.exitCode = 1;
	}
} finally {
	await rm(folder, { recursive: true, force: true });
}
