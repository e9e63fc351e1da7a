import { setTimeout as sleep } from 'node:timers/promises';

const PAUSE = 100;

/**
 * Asks again and again.
 * @template T
 * @param {() => Promise<T>} ask a falsy answer means "not yet"
 * @param {{ timeout: number, otherwise: () => string }} limit `timeout` in milliseconds; `otherwise` is the error's message
 * @returns {Promise<NonNullable<T>>}
 * @throws when the time is over
 */
export async function until(ask, { timeout, otherwise }) {
	const end = Date.now() + timeout;
	for (;;) {
		const answer = await ask();
		if (answer) return answer;
		if (Date.now() > end) throw new Error(otherwise());
		await sleep(PAUSE);
	}
}
