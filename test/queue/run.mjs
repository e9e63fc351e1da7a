/**
 * `npm run test:queue`: the package in n8n's queue mode, with real servers, and what becomes of deliveries when
 * something dies. Prints figures. Runs under n8n's own Node.
 *
 *   --events 300              how many distinct events each part sends; 300 at most in a stream, 500 to a store
 *   --outputFile file.json    where to write how many checks passed and failed, named as Jest names them
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ensureHost } from '../host/install.mjs';
import { findBinaries } from './servers/binaries.mjs';

try {
	findBinaries();
	const { node } = await ensureHost();
	const main = fileURLToPath(new URL('main.mjs', import.meta.url));
	const flags = ['--expose-gc', '--disable-warning=ExperimentalWarning'];
	const { status } = spawnSync(node, [...flags, main, ...process.argv.slice(2)], { stdio: 'inherit' });
	process.exitCode = status ?? 1;
} catch (error) {
	process.stderr.write(`${error.message}\n`);
	process.exitCode = 1;
}
