import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { finished, startCommand, tail } from '../../host/child.mjs';
import { until } from '../../host/poll.mjs';

/** A server that can be stopped and started again, with all that it keeps. */
export class Server {
	#name;
	#folder;
	#command;
	#pidFile;
	/** @type {import('../../host/child.mjs').Child | undefined} */
	#child;

	/**
	 * @param {object} options
	 * @param {string} options.name for messages
	 * @param {number} options.port
	 * @param {string} options.folder its own, see `serverFolder`
	 * @param {string[]} options.command
	 * @param {string} options.pidFile which the server writes into its folder; the first line is its process id
	 */
	constructor({ name, port, folder, command, pidFile }) {
		this.#name = name;
		this.port = port;
		this.#folder = folder;
		this.#command = command;
		this.#pidFile = pidFile;
	}

	/** @throws when nobody listens in time, with the tail of what the server has printed */
	async start() {
		const [command, ...args] = this.#command;
		const child = startCommand(command, args, { cwd: '/' });
		this.#child = child;
		const listening = async () => {
			if (!child.running()) await finished(child, this.#name);
			return listens(this.port);
		};
		await until(listening, {
			otherwise: () => `${this.#name} did not start:\n${tail(child.log())}`,
		});
	}

	/**
	 * Sends a signal to the server itself, and waits for its end.
	 * @param {NodeJS.Signals} signal
	 */
	async stop(signal) {
		if (!this.#child?.running()) return;
		const [pid] = (await readFile(join(this.#folder, this.#pidFile), 'utf8')).split('\n');
		process.kill(Number(pid), signal);
		await this.#child.ended;
	}

	/** Ends it at once and deletes all that it keeps. */
	async remove() {
		this.#child?.kill('SIGKILL');
		await this.#child?.ended;
		await rm(this.#folder, { recursive: true, force: true, maxRetries: 3 });
	}
}

/** A fresh folder that only this user can read. */
export const serverFolder = () => mkdtemp(join(tmpdir(), 'n8n-nodes-kyc-server-'));

/** @returns {Promise<boolean>} */
async function listens(/** @type {number} */ port) {
	const socket = connect(port, '127.0.0.1');
	try {
		await once(socket, 'connect');
		return true;
	} catch {
		return false;
	} finally {
		socket.destroy();
	}
}
