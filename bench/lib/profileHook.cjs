/**
 * Loaded into n8n before anything else: each SIGUSR2 starts a CPU profile, or ends it. Says that it has started by an
 * empty file, and ends with the profile in it.
 */
const { renameSync, writeFileSync } = require('node:fs');
const { Session } = require('node:inspector/promises');

const path = process.env.BENCH_PROFILE;
const MICROSECONDS = 250;
const session = new Session();
let running = false;

async function start() {
	session.connect();
	await session.post('Profiler.enable');
	await session.post('Profiler.setSamplingInterval', { interval: MICROSECONDS });
	await session.post('Profiler.start');
	writeFileSync(path, '');
}

async function stop() {
	const { profile } = await session.post('Profiler.stop');
	session.disconnect();
	writeFileSync(`${path}.part`, JSON.stringify(profile));
	renameSync(`${path}.part`, path);
}

process.on('SIGUSR2', () => {
	running = !running;
	void (running ? start() : stop());
});
