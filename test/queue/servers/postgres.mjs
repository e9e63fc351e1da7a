import { chown } from 'node:fs/promises';
import { finished, startCommand } from '../../host/child.mjs';
import { freePort } from '../../host/ports.mjs';
import { Server, serverFolder } from './server.mjs';
import { unprivileged } from './unprivileged.mjs';

/** Name of the database and of its user, who needs no password. */
export const DATABASE = 'postgres';

/**
 * A PostgreSQL with an empty database. It refuses to run as root, so for root it runs as another user.
 * @param {import('./binaries.mjs').Binaries} binaries
 */
export async function createPostgres({ initdb, postgres }) {
	const port = await freePort();
	const folder = await serverFolder();
	const user = await unprivileged();
	if (user) await chown(folder, user.uid, user.gid);
	const [program, ...prefix] = [...(user?.command ?? []), initdb];
	const create = ['--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync', `--username=${DATABASE}`];
	const init = startCommand(program, [...prefix, `--pgdata=${folder}`, ...create], { cwd: '/' });
	await finished(init, 'Creating the database');
	const settings = ['-D', folder, '-p', `${port}`, '-h', '127.0.0.1', '-k', folder];
	const command = [...(user?.command ?? []), postgres, ...settings];
	return new Server({ name: 'PostgreSQL', port, folder, command, pidFile: 'postmaster.pid' });
}
