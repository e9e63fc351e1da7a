/** Every instance has the same key, so that they can share a database or begin with a copy of one. */
const ENCRYPTION_KEY = 'the-key-of-all-instances-of-this-test-host';

/** What the developer's own n8n, npm or Jest may have set, and what is none of the instance's business. */
const FOREIGN = /^(N8N_|DB_|EXECUTIONS_|QUEUE_|npm_|NODE_)/i;

/**
 * The environment of a quiet, self-contained n8n.
 * @param {string} userFolder where it keeps its settings and its database
 * @returns {NodeJS.ProcessEnv}
 */
export function environment(userFolder) {
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
		N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
		N8N_DISABLED_MODULES: 'mcp-registry,instance-ai,agents,chat-hub',
	};
}
