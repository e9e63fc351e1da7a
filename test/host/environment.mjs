import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Every instance has the same key, so that they can share a database or begin with a copy of one. */
const ENCRYPTION_KEY = 'the-key-of-all-instances-of-this-test-host';

/**
 * What the developer's own n8n, npm or Jest may have set, and what is none of the instance's business. Node's compile
 * cache is: with it an instance starts a second or two earlier.
 */
const FOREIGN = /^(N8N_|DB_|EXECUTIONS_|QUEUE_|npm_|NODE_(?!COMPILE_CACHE$))/i;

/** What takes long to start and is not needed. An n8n that does not know one of them does not start. */
const UNNEEDED = ['mcp-registry', 'instance-ai', 'agents', 'chat-hub'];

/**
 * The environment of a quiet, self-contained n8n.
 * @param {string} userFolder where it keeps its settings and its database
 * @param {import('./installSteps.mjs').Host} host
 * @returns {NodeJS.ProcessEnv}
 */
export function environment(userFolder, { dir }) {
	const unneeded = UNNEEDED.filter((name) => existsSync(join(dir, 'node_modules/n8n/dist/modules', name)));
	const inherited = Object.entries(process.env).filter(([name]) => !FOREIGN.test(name));
	return {
		...Object.fromEntries(inherited),
		NODE_ENV: 'production',
		N8N_USER_FOLDER: userFolder,
		N8N_ENCRYPTION_KEY: ENCRYPTION_KEY,
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_SECURE_COOKIE: 'false',
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_DYNAMIC_BANNERS_ENABLED: 'false',
		// The default of 2.x. Without a pool, 1.x lets requests of the same moment into each other's transactions.
		DB_SQLITE_POOL_SIZE: '3',
		N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
		N8N_DISABLED_MODULES: unneeded.join(','),
	};
}
