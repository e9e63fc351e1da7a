import { once } from 'node:events';
import { createServer } from 'node:net';

const ATTEMPTS = 100;
/** What this process was given before may not be listened on yet. */
const given = new Set();

/**
 * A port that nobody listens on, neither on the loopback address alone nor on all.
 * @param {number} [from] the first to try; without it the system chooses
 * @returns {Promise<number>}
 * @throws when a hundred were tried in vain
 */
export async function freePort(from) {
	for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
		const port = await tryPort(from === undefined ? 0 : from + attempt, '127.0.0.1');
		if (port && !given.has(port) && (await tryPort(port))) {
			given.add(port);
			return port;
		}
	}
	throw new Error(`No free port${from === undefined ? '' : ` from ${from} on`}.`);
}

/**
 * @param {number} port
 * @param {string} [host] all addresses without it
 * @returns {Promise<number | null>} the port that was listened on, null when it is taken
 */
async function tryPort(port, host) {
	const server = createServer();
	try {
		server.listen(port, host);
		await once(server, 'listening');
		return server.address().port;
	} catch (error) {
		if (error.code === 'EADDRINUSE') return null;
		throw error;
	} finally {
		server.close();
	}
}
