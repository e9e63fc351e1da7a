import { once } from 'node:events';
import { createServer } from 'node:net';

/**
 * A port that nobody listens on, neither on the loopback address alone nor on all.
 * @param {number} [from] the first to try; without it the system chooses
 * @returns {Promise<number>}
 * @throws when this port and the next hundred are taken
 */
export async function freePort(from = 0) {
	for (let port = from; port <= from + 100; port++) {
		const free = await tryPort(port, '127.0.0.1');
		if (free && (await tryPort(free, undefined))) return free;
	}
	throw new Error(`No free port from ${from} to ${from + 100}.`);
}

/**
 * @param {number} port
 * @param {string | undefined} host
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
