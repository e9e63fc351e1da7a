import { setTimeout as sleep } from 'node:timers/promises';

/** How long a provider waits for an answer, in milliseconds. */
export const PATIENCE = 5000;
/** How long it waits after that, until it sends the same again. */
export const PAUSE = 5000;
/** Then n8n does not answer any more. */
const LIMIT = 600_000;

/**
 * Sends all at the same moment and waits for every answer.
 * @param {import('./send.mjs').Sender[]} senders one for each process of n8n that takes deliveries; they take turns
 * @param {import('../sides/types.mjs').Request[]} deliveries
 * @returns {Promise<{ status: number, milliseconds: number }[]>} status 0 when there was no answer
 */
export function sendAtOnce(senders, deliveries) {
	return Promise.all(
		deliveries.map(async (delivery, index) => {
			const started = performance.now();
			const status = await statusOf(senders[index % senders.length], delivery, LIMIT);
			return { status, milliseconds: performance.now() - started };
		}),
	);
}

/**
 * Sends all at the same moment, hangs up where the answer is late, and sends that once more, to the next process.
 * @param {import('./send.mjs').Sender[]} senders
 * @param {import('../sides/types.mjs').Request[]} deliveries
 * @returns {Promise<{ status: number, isRepeated: boolean }[]>} with the last answer
 */
export function sendImpatiently(senders, deliveries) {
	return Promise.all(
		deliveries.map(async (delivery, index) => {
			const first = await statusOf(senders[index % senders.length], delivery, PATIENCE);
			if (first === 200) return { status: first, isRepeated: false };
			await sleep(PAUSE);
			const status = await statusOf(senders[(index + 1) % senders.length], delivery, LIMIT);
			return { status, isRepeated: true };
		}),
	);
}

/** @returns {Promise<number>} 0 when the answer does not come in time */
async function statusOf(sender, delivery, milliseconds) {
	try {
		const { status } = await sender.send(delivery, AbortSignal.timeout(milliseconds));
		return status;
	} catch {
		return 0;
	}
}
