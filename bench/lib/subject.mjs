import { createHmac } from 'node:crypto';
import { cpuMicrosecondsOf } from './cpu.mjs';
import { deliveriesOf, eventsIn, received } from './deliveries.mjs';

/** Distinct deliveries that take turns. */
const DELIVERIES = 8;
/** Parts of a round, each measured by itself. */
const SLICES = 10;

/** A provider's functions with deliveries of one size, and what they took in each round. */
export class Subject {
	/** @type {number[]} microseconds of CPU time for authenticate and read, one for each slice of a round */
	own = [];
	/** @type {number[]} the same for node:crypto and JSON.parse alone */
	bare = [];
	/** @type {{ delivery: import('../../webhook/provider').Delivery, payload: Buffer }[]} */
	#sent;

	/**
	 * @param {import('../../webhook/samples').Samples} samples
	 * @param {Record<string, string>} secrets
	 */
	constructor(samples, secrets, sent) {
		this.provider = samples.provider;
		this.secrets = secrets;
		this.#sent = sent;
	}

	/**
	 * @param {import('../../webhook/samples').Samples} samples
	 * @param {number} bytes length of a body
	 * @returns {Promise<Subject>}
	 */
	static async of(samples, bytes) {
		const { secrets, next } = await deliveriesOf(samples, bytes);
		const clock = { now: Date.now(), tolerance: 0 };
		const sent = [];
		for (let index = 0; index < DELIVERIES; index++) {
			const delivery = received(await next());
			const { payload } = await samples.provider.authenticate(delivery, secrets, clock);
			sent.push({ delivery, payload: Buffer.from(payload) });
		}
		return new Subject(samples, secrets, sent);
	}

	/**
	 * Measures both, a slice of the calls at a time in turn: what other threads do meanwhile, such as clearing up,
	 * falls on both.
	 * @param {number} calls
	 * @param {boolean} keep false to warm up
	 */
	async measure(calls, keep) {
		const [key] = Object.values(this.secrets);
		const slice = Math.ceil(calls / SLICES);
		for (let turn = 0; turn < SLICES; turn++) {
			const own = await cpuMicrosecondsOf(slice, (call) =>
				eventsIn(this.provider, this.#sent[call % DELIVERIES].delivery, this.secrets),
			);
			const bare = await cpuMicrosecondsOf(slice, (call) => {
				const { delivery, payload } = this.#sent[call % DELIVERIES];
				createHmac('sha256', key).update(delivery.rawBody).digest();
				return void JSON.parse(payload.toString());
			});
			if (!keep) continue;
			this.own.push(own);
			this.bare.push(bare);
		}
	}
}
