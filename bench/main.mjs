import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadProviders } from '../scripts/lib/providers.mjs';
import { wholePackage } from '../scripts/lib/packages.mjs';
import { packPackage } from '../scripts/lib/packPackage.mjs';
import { ensureHost } from '../test/host/install.mjs';
import { AT_ONCE } from './lib/bed.mjs';
import { report, withSections } from './lib/report.mjs';
import { markdown } from './lib/text.mjs';
import { bursts, burstsByDefault } from './parts/bursts.mjs';
import { growth } from './parts/growth.mjs';
import { http } from './parts/http.mjs';
import { inside } from './parts/inside.mjs';
import { loading } from './parts/loading.mjs';
import { profile } from './parts/profile.mjs';
import { timing } from './parts/timing.mjs';

const PARTS = { http, bursts, burstsByDefault, inside, growth, loading, profile, timing };
const RESULTS = fileURLToPath(new URL('RESULTS.md', import.meta.url));

const folder = await mkdtemp(join(tmpdir(), 'n8n-nodes-kyc-bench-'));
/** @type {Set<{ remove(): Promise<void> }>} */
const beds = new Set();
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void leave(1));

try {
	const { only, rounds, scale, isTrial } = readFlags();
	const host = await ensureHost();
	const [packageDir, providers] = await Promise.all([packPackage(await wholePackage(), folder), loadProviders()]);
	const effort = (/** @type {number} */ count) => Math.max(AT_ONCE, Math.round(count * scale));
	const context = { host, packageDir, providers, folder, rounds, effort, beds };
	const started = Date.now();
	const [loadBefore] = loadavg();
	/** @type {Record<string, import('./lib/text.mjs').Table[]>} */
	const tables = {};
	for (const name of only) {
		tables[name] = await PARTS[name](context);
		process.stdout.write(`\n${tables[name].map(markdown).join('\n\n')}\n\n`);
	}
	if (isTrial) await leave(0);
	const old = await readFile(RESULTS, 'utf8');
	const run = { host, rounds, minutes: (Date.now() - started) / 60_000, load: [loadBefore, loadavg()[0]] };
	const isWhole = only.length === Object.keys(PARTS).length;
	await writeFile(RESULTS, `${(isWhole ? report : withSections)(tables, run, old)}\n`);
	await leave(0);
} catch (error) {
	process.stderr.write(`${error.stack}\n`);
	await leave(1);
}

/** @throws when a flag is none, or a part is none */
function readFlags() {
	const { values } = parseArgs({
		options: { only: { type: 'string' }, rounds: { type: 'string' }, scale: { type: 'string' } },
	});
	const only = values.only?.split(',') ?? Object.keys(PARTS);
	const stranger = only.find((name) => !Object.hasOwn(PARTS, name));
	if (stranger !== undefined) throw new Error(`No part ${stranger}: there are ${Object.keys(PARTS).join(', ')}.`);
	const isTrial = values.rounds !== undefined || values.scale !== undefined;
	return { only, rounds: Number(values.rounds ?? 5), scale: Number(values.scale ?? 1), isTrial };
}

/** Ends this process and leaves nothing behind. */
async function leave(/** @type {number} */ code) {
	await Promise.all([...beds].map((bed) => bed.remove()));
	await rm(folder, { recursive: true, force: true });
	process.exit(code);
}
