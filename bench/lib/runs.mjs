import { ratio, spread } from './statistics.mjs';

/** What one side did, a run for each round. */
export class Runs {
	/** @type {number[]} */
	#rates = [];
	/** @type {number[]} */
	#cpus = [];

	/** @param {{ rate: number, cpu: number }} run see `Bed.run` */
	add({ rate, cpu }) {
		this.#rates.push(rate);
		this.#cpus.push(cpu);
	}

	/** Deliveries per second. */
	get rate() {
		return spread(this.#rates);
	}

	/** Milliseconds of n8n's CPU time for one delivery. */
	get cpu() {
		return spread(this.#cpus);
	}

	/** How many times as many deliveries per second as another side. */
	rateRatio(/** @type {Runs} */ other) {
		return ratio(this.#rates, other.#rates);
	}

	/** How many deliveries the CPU time that another side takes for one would do. */
	cpuRatio(/** @type {Runs} */ other) {
		return ratio(other.#cpus, this.#cpus);
	}
}
