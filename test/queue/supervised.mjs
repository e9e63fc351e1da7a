import { setTimeout as sleep } from 'node:timers/promises';
import { until } from '../host/poll.mjs';
import { isReady } from '../host/probe.mjs';

const PAUSE = 1000;

/** An n8n process that is started again whenever it ends, as systemd or Docker would do. */
export class Supervised {
	#wanted = false;
	/** How often it was started again. */
	restarts = 0;

	/** @param {import('../host/n8n.mjs').Instance} instance */
	constructor(instance) {
		this.instance = instance;
	}

	/** @returns {Promise<void>} when it is ready */
	async start() {
		await this.instance.start();
		this.#wanted = true;
		void this.#keepRunning();
	}

	/** Ends it as a power cut would; it comes back by itself. */
	kill() {
		return this.instance.kill('SIGKILL');
	}

	/** Waits until it is ready, after it came back. */
	async ready() {
		const otherwise = () => `${this.instance.base} did not come back.`;
		await until(() => isReady(this.instance.base), { otherwise });
	}

	/** Ends it for good and deletes its folder. */
	async remove() {
		this.#wanted = false;
		await this.instance.remove();
	}

	async #keepRunning() {
		for (;;) {
			await this.instance.ended;
			await sleep(PAUSE);
			if (!this.#wanted) return;
			this.restarts++;
			// One that ends while it starts is started again, too.
			await this.instance.start().catch(() => {});
		}
	}
}
