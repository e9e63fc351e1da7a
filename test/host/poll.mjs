import { setTimeout as sleep } from 'node:timers/promises';

const PAUSE = 100;
// Only what is broken takes so long, also where the machine has much else to do.
const PATIENCE = 120_000;

/**
 * Asks again and again.
 * @template T
 * @param {() => Promise<T>} ask a falsy answer means "not yet"
 * @param {{ otherwise: () => string, timeout?: number }} limit `otherwise` is the error's message; `timeout` in milliseconds
 * @returns {Promise<NonNullable<T>>}
 * @throws when the time is over
 */
export async function until(ask, { otherwise, timeout = PATIENCE }) {
	const end = Date.now() + timeout;
	for (;;) {
		const answer = await ask();
		if (answer) return answer;
		if (Date.now() > end) throw new Error(otherwise());
		await sleep(PAUSE);
	}
}
