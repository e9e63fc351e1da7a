/** Runs a command that is no Node script, for tie.mjs. Arguments: the command and its arguments. */
import { spawn } from 'node:child_process';

const [command, ...args] = process.argv.slice(2);
spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'] })
	.on('error', (error) => {
		process.stderr.write(`${error.message}\n`);
		process.exitCode = 127;
	})
	.on('close', (code) => {
		process.exitCode = code ?? 1;
	});
