import { freePort } from '../../host/ports.mjs';
import { Server, serverFolder } from './server.mjs';

/**
 * A Redis that saves as Debian's does: its data to a file when it is told to stop.
 * @param {import('./binaries.mjs').Binaries} binaries
 */
export async function createRedis({ redisServer }) {
	const port = await freePort();
	const folder = await serverFolder();
	const pidFile = 'redis.pid';
	const settings = ['--bind', '127.0.0.1', '--port', `${port}`, '--dir', folder, '--pidfile', `${folder}/${pidFile}`];
	return new Server({ name: 'Redis', port, folder, command: [redisServer, ...settings], pidFile });
}
