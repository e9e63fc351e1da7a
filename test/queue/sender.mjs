import { setTimeout as sleep } from 'node:timers/promises';
import { isReady } from '../host/probe.mjs';
import { limit } from './limit.mjs';

/** How long a provider waits for an answer, in milliseconds. */
const PATIENCE = 10_000;
/** Pauses before the next attempt, in milliseconds; the last one holds for all that follow. */
const PAUSES = [500, 1000, 2000, 4000];
/** A provider tries for hours or days; here it must be over in time. */
const ATTEMPTS = 40;

/**
 * Sends once.
 * @param {string} url
 * @param {import('../../webhook/samples').Sealed} sealed
 * @returns {Promise<{ status: number, body: { result?: string, events?: number } }>} status 0 when there was no answer
 */
export async function post(url, { contentType, headers, body }) {
	try {
		const response = await fetch(url, {
			method: 'POST',
			headers: { 'content-type': contentType, ...headers },
			body,
			signal: AbortSignal.timeout(PATIENCE),
		});
		const text = await response.text();
		return { status: response.status, body: text.startsWith('{') ? JSON.parse(text) : {} };
	} catch {
		return { status: 0, body: {} };
	}
}

/**
 * Sends as a provider does, through a load balancer: to one processor after the other, several at a time, and
 * each delivery again, a little later every time, until it is answered 200. As a load balancer should, it asks a
 * processor whether it is ready: n8n answers everything with 200 while it starts.
 * @param {import('./deliveries.mjs').Delivery[]} deliveries
 * @param {object} options
 * @param {string[]} options.urls
 * @param {number} options.atOnce how many are under way at most
 * @param {(answered: number) => void} [options.onAnswer] called after each 200
 * @returns {Promise<{ attempts: number, answered: number }>} `answered` with 200, in the end
 */
export async function sendAll(deliveries, { urls, atOnce, onAnswer = () => {} }) {
	const limited = limit(atOnce);
	let turn = 0;
	let attempts = 0;
	let answered = 0;
	const attempt = async (sealed) => {
		attempts++;
		const url = urls[turn++ % urls.length];
		return (await isReady(new URL(url).origin)) ? post(url, sealed) : { status: 0 };
	};
	const sendOne = async ({ sealed }) => {
		for (let tries = 1; tries <= ATTEMPTS; tries++) {
			const { status } = await limited(() => attempt(sealed));
			if (status === 200) return onAnswer(++answered);
			await sleep(PAUSES[Math.min(tries, PAUSES.length) - 1]);
		}
	};
	await Promise.all(deliveries.map(sendOne));
	return { attempts, answered };
}

/**
 * Sends each delivery to all processors at the same moment.
 * @param {import('./deliveries.mjs').Delivery[]} deliveries
 * @param {{ urls: string[], atOnce: number }} options
 * @returns {Promise<number>} how many were answered 200
 */
export async function sendTogether(deliveries, { urls, atOnce }) {
	const limited = limit(atOnce);
	const answers = deliveries.map(({ sealed }) => limited(() => Promise.all(urls.map((url) => post(url, sealed)))));
	return (await Promise.all(answers)).flat().filter(({ status }) => status === 200).length;
}
