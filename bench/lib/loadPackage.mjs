/**
 * Loads a package once as n8n does when it starts, and prints what that took. Run with --expose-gc.
 * Arguments: the folder of the installed n8n, the folder of the package.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [host, folder] = process.argv.slice(2);
const requireFromHost = createRequire(join(host, 'package.json'));
const { LazyPackageDirectoryLoader } = requireFromHost('n8n-core');

const heap = () => {
	globalThis.gc();
	return process.memoryUsage().heapUsed;
};
const heapBefore = heap();
const cpuBefore = process.cpuUsage();
const started = performance.now();
const loader = new LazyPackageDirectoryLoader(folder);
await loader.loadAll();
const milliseconds = performance.now() - started;
const { user, system } = process.cpuUsage(cpuBefore);
const heapKibibytes = (heap() - heapBefore) / 1024;
const nodes = Object.keys(loader.nodeTypes).length;
if (nodes === 0) throw new Error(`${folder} has no nodes.`);
process.stdout.write(JSON.stringify({ nodes, milliseconds, cpuMilliseconds: (user + system) / 1000, heapKibibytes }));
