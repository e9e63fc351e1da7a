/**
 * `npm run bench`: measures the built package, in n8n and by itself, beside what else there is, prints tables and
 * writes them to RESULTS.md. Runs under n8n's own Node.
 *
 *   --only http,bursts,burstsByDefault,inside,growth,loading,profile,timing
 *                  these parts only; the others stay in RESULTS.md as they are
 *   --rounds 5     how often each side has its turn
 *   --scale 1      0.1 takes a tenth of all counts, to see whether everything works
 *
 * With --rounds or --scale nothing is written.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ensureHost } from '../test/host/install.mjs';

const { node } = await ensureHost();
const main = fileURLToPath(new URL('main.mjs', import.meta.url));
const flags = ['--expose-gc', '--disable-warning=ExperimentalWarning'];
const { status } = spawnSync(node, [...flags, main, ...process.argv.slice(2)], { stdio: 'inherit' });
process.exitCode = status ?? 1;
