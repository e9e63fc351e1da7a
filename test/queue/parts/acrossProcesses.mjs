import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { distinctDeliveries, streamed } from '../deliveries.mjs';
import { outcomeOf } from '../outcome.mjs';
import { sendAll, sendTogether } from '../sender.mjs';
import { settled } from '../settled.mjs';
import { trigger } from '../triggers.mjs';

const AT_ONCE = 8;

/**
 * Duplicates that the two processors and the two workers share.
 * @param {import('../inQueueMode.mjs').Context & { cluster: import('../cluster.mjs').Cluster }} context
 */
export function acrossProcesses({ cluster, providers, report, events }) {
	const [later, laterProcess, together, togetherProcess] = [
		trigger('later-database', streamed(providers), { rememberEventsIn: 'database' }),
		trigger('later-process', streamed(providers), { rememberEventsIn: 'process' }),
		trigger('together-database', streamed(providers), { rememberEventsIn: 'database' }),
		trigger('together-process', streamed(providers), { rememberEventsIn: 'process' }),
	];

	/** Delivers all, and a second after the last one all again, to the other processor. */
	async function sendTwice(entry) {
		const deliveries = await distinctDeliveries(entry, events);
		const urls = cluster.urls(entry.id);
		await sendAll(deliveries, { urls, atOnce: AT_ONCE });
		await settled(cluster.main, entry.id);
		await sleep(1000);
		await sendAll(deliveries, { urls: urls.reverse(), atOnce: AT_ONCE });
		return outcomeOf(cluster.main, entry.id, deliveries);
	}

	async function sendAtTheSameMoment(entry) {
		const deliveries = await distinctDeliveries(entry, events);
		await sendTogether(deliveries, { urls: cluster.urls(entry.id), atOnce: AT_ONCE / 2 });
		return outcomeOf(cluster.main, entry.id, deliveries);
	}

	return {
		triggers: [later, laterProcess, together, togetherProcess],
		async run() {
			const rows = [];
			const measure = async (sent, remembered, { cameOut, doubled }) => {
				rows.push({ 'delivered again': sent, 'remembered in': remembered, events, 'came out': cameOut, doubled });
				assert.equal(cameOut, events);
				return doubled;
			};
			await report.check('Delivered again a second later, events come out once: the database remembers', async () => {
				assert.equal(await measure('a second later', 'database', await sendTwice(later)), 0);
			});
			await report.check('Each processor by itself remembers what it has taken, not what the other has', async () => {
				assert.equal(await measure('a second later', 'process', await sendTwice(laterProcess)), events);
			});
			await report.check('Delivered to both at the same moment, no event is lost', async () => {
				await measure('at the same moment', 'database', await sendAtTheSameMoment(together));
				await measure('at the same moment', 'process', await sendAtTheSameMoment(togetherProcess));
			});
			report.figures('Duplicates across two webhook processors and two workers', rows);
		},
	};
}
