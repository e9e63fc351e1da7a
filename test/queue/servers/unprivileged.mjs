import { readFile } from 'node:fs/promises';

/** The first of these that the machine knows. */
const USERS = ['postgres', 'nobody'];

/**
 * Whom root can run a program as.
 * @returns {Promise<{ uid: number, gid: number, command: string[] } | null>} `command` goes in front of the
 *   program; null when this process is not root's
 */
export async function unprivileged() {
	if (process.getuid?.() !== 0) return null;
	const accounts = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
	const account = USERS.map((name) => accounts.find(([known]) => known === name)).find(Boolean);
	if (!account) throw new Error(`PostgreSQL refuses to run as root, and there is no user ${USERS.join(' or ')}.`);
	const [uid, gid] = account.slice(2, 4).map(Number);
	return { uid, gid, command: ['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', '--'] };
}
