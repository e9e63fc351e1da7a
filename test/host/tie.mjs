/**
 * Runs a script that cannot outlive whoever started it: when that process is gone, even by SIGKILL, the
 * pipe to the standard input ends, and the whole process group, which this process leads, goes too.
 * Arguments: the script and its arguments.
 */
import Module from 'node:module';

process.stdin.on('end', () => process.kill(-process.pid, 'SIGKILL'));
process.stdin.resume();
process.stdin.unref();
process.argv.splice(1, 1);
Module.runMain();
