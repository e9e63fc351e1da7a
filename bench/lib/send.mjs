import { Agent, request } from 'node:http';

/**
 * @typedef {object} Answer
 * @property {number} status
 * @property {string} text
 */

/** Sends requests over connections that stay open, as many at a time as there are connections. */
export class Sender {
	#agent;

	/**
	 * @param {string} base URL of n8n
	 * @param {number} atOnce
	 */
	constructor(base, atOnce) {
		this.base = base;
		this.atOnce = atOnce;
		this.#agent = new Agent({ keepAlive: true, maxSockets: atOnce });
	}

	/**
	 * @param {import('../sides/types.mjs').Request} delivery
	 * @param {AbortSignal} [signal] hangs up
	 * @returns {Promise<Answer>}
	 */
	send({ path, headers, body }, signal) {
		const { promise, resolve, reject } = Promise.withResolvers();
		const options = { method: 'POST', agent: this.#agent, headers, signal };
		const sent = request(`${this.base}/${path}`, options, (response) => {
			let text = '';
			response.setEncoding('utf8');
			response.on('data', (part) => (text += part));
			response.on('end', () => resolve({ status: response.statusCode, text }));
			response.on('error', reject);
		});
		sent.on('error', reject);
		sent.end(body);
		return promise;
	}

	/**
	 * Sends all, the next one as soon as one is answered.
	 * @param {import('../sides/types.mjs').Request[]} deliveries
	 * @returns {Promise<Answer[]>}
	 */
	async sendAll(deliveries) {
		const answers = [];
		let next = 0;
		const lane = async () => {
			while (next < deliveries.length) {
				const index = next++;
				answers[index] = await this.send(deliveries[index]);
			}
		};
		await Promise.all(Array.from({ length: this.atOnce }, lane));
		return answers;
	}

	close() {
		this.#agent.destroy();
	}
}
