import { readFileSync } from 'node:fs';

/** Of Linux, on all machines that Node runs on. */
const TICKS_PER_SECOND = 100;

/**
 * CPU time that a process has used, all of its threads together. A busy machine makes it wait, but not work more.
 * @param {number} pid
 * @returns {number} seconds; NaN where there is no /proc
 */
export function cpuSeconds(pid) {
	try {
		const [, afterName] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(/\) (?!.*\) )/s);
		const fields = afterName.split(' ');
		return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
	} catch {
		return NaN;
	}
}

/**
 * CPU time of an action in this process, per call, all threads together.
 * @param {number} calls
 * @param {(call: number) => unknown} action may return a promise, which is waited for
 * @returns {Promise<number>} microseconds
 */
export async function cpuMicrosecondsOf(calls, action) {
	const before = process.cpuUsage();
	for (let call = 0; call < calls; call++) await action(call);
	const { user, system } = process.cpuUsage(before);
	return (user + system) / calls;
}
