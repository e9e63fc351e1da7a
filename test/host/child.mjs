import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const here = (file) => fileURLToPath(new URL(file, import.meta.url));

/**
 * @typedef {object} Child
 * @property {number} pid
 * @property {Promise<string>} ended resolves when it is over, with how it ended: 'code 0', 'SIGKILL'
 * @property {() => boolean} running
 * @property {() => string} log what it has printed so far, both streams
 * @property {(signal: NodeJS.Signals) => void} kill nothing happens when it is already over
 */

/**
 * Starts a Node script that cannot outlive this process.
 * @param {string} node path of the Node binary, or a command that runs one
 * @param {string[]} args the script and its arguments
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, before?: string[] }} [options] `env` replaces the environment;
 *   `before`: the command's own arguments
 * @returns {Child}
 */
export function startChild(node, args, { before = [], ...options } = {}) {
	const child = spawn(node, [...before, here('tie.mjs'), ...args], {
		...options,
		detached: true,
		stdio: ['pipe', 'pipe', 'pipe'],
	});
	let output = '';
	const collect = (/** @type {Buffer} */ chunk) => (output += chunk);
	child.stdout.on('data', collect);
	child.stderr.on('data', collect);
	const ended = new Promise((resolve) => {
		child.on('close', (code, signal) => resolve(signal ?? `code ${code}`));
	});
	child.on('exit', () => killGroup(child.pid));
	return {
		pid: child.pid,
		ended,
		running: () => child.exitCode === null && child.signalCode === null,
		log: () => output,
		kill: (signal) => child.kill(signal),
	};
}

/** What a child leaves behind goes with it; mostly there is nothing. */
function killGroup(/** @type {number} */ pid) {
	try {
		process.kill(-pid, 'SIGKILL');
	} catch {
		// Nobody there: ESRCH on Linux, EPERM on macOS.
	}
}

/**
 * Starts any command the same way.
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 */
export function startCommand(command, args, options) {
	return startChild(process.execPath, [here('tiedCommand.mjs'), command, ...args], options);
}

/**
 * Waits for the end of a child.
 * @param {Child} child
 * @param {string} what for the message, as in "<what> failed"
 * @returns {Promise<string>} its log
 * @throws when it did not end with code 0, with the tail of its log
 */
export async function finished(child, what) {
	const end = await child.ended;
	if (end !== 'code 0') throw new Error(`${what} failed (${end}):\n${tail(child.log())}`);
	return child.log();
}

/**
 * @param {string} log
 * @param {number} [lines]
 * @returns {string} its last lines, indented
 */
export function tail(log, lines = 30) {
	return log
		.trimEnd()
		.split('\n')
		.slice(-lines)
		.map((line) => `    ${line}`)
		.join('\n');
}
