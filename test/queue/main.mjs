import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadProviders } from '../../scripts/lib/providers.mjs';
import { wholePackage } from '../../scripts/lib/packages.mjs';
import { packPackage } from '../../scripts/lib/packPackage.mjs';
import { ensureHost } from '../host/install.mjs';
import { inQueueMode } from './inQueueMode.mjs';
import { inRegularMode } from './inRegularMode.mjs';
import { Report } from './report.mjs';

/** Milliseconds; then something hangs. */
const LIMIT = 30 * 60_000;

const { values } = parseArgs({ options: { events: { type: 'string' }, outputFile: { type: 'string' } } });
const report = new Report();
const folder = await mkdtemp(join(tmpdir(), 'n8n-nodes-kyc-queue-'));
/** What has to be ended and deleted, whatever happens. */
const removables = new Set();
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void leave());
setTimeout(() => {
	report.fail(`Everything is over within ${LIMIT / 60_000} minutes`);
	void leave();
}, LIMIT).unref();

try {
	const host = await ensureHost();
	const packageDir = process.env.KYC_PACKAGE_DIR ?? (await packPackage(await wholePackage(), folder));
	const providers = await loadProviders();
	const context = { host, packageDir, providers, removables, report, events: Number(values.events ?? 300) };
	await Promise.all([inQueueMode(context), inRegularMode(context)]);
} catch (error) {
	report.fail('The parts can be run', error);
}
await leave();

async function leave() {
	await Promise.all([...removables].map((removable) => removable.remove()));
	await rm(folder, { recursive: true, force: true });
	report.end();
	const counts = { numPassedTests: report.passed, numFailedTests: report.failed };
	if (values.outputFile) await writeFile(values.outputFile, JSON.stringify(counts));
	process.exit(report.failed === 0 ? 0 : 1);
}
