import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../package';
import type { ApiServer } from './server';

/** The servers of all providers that have an API: `test/nodes/<Provider>/server.ts`. */
export const servers: readonly ApiServer[] = readdirSync(join(root, 'test/nodes'))
	.map((folder) => join(root, 'test/nodes', folder, 'server.ts'))
	.filter((file) => existsSync(file))
	// eslint-disable-next-line @typescript-eslint/no-require-imports
	.map((file) => (require(file) as { server: ApiServer }).server);
