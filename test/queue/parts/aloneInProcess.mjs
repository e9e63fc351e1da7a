import assert from 'node:assert/strict';
import { distinctDeliveries, streamed } from '../deliveries.mjs';
import { outcomeOf } from '../outcome.mjs';
import { sendTogether } from '../sender.mjs';
import { trigger } from '../triggers.mjs';

const AT_ONCE = 4;

/**
 * Duplicates that one process gets at the same moment.
 * @param {import('../inQueueMode.mjs').Context & { n8n: import('../supervised.mjs').Supervised }} context
 */
export function aloneInProcess({ n8n: { instance }, providers, report, events }) {
	const cases = ['process', 'database'].map((rememberEventsIn) => ({
		rememberEventsIn,
		entry: trigger(`together-${rememberEventsIn}`, streamed(providers), { rememberEventsIn }),
	}));
	return {
		triggers: cases.map(({ entry }) => entry),
		async run() {
			const rows = [];
			for (const { rememberEventsIn, entry } of cases) {
				await report.check(
					`Delivered at the same moment to one process, events come out once (${rememberEventsIn})`,
					async () => {
						const deliveries = await distinctDeliveries(entry, events);
						const url = instance.webhookUrl(entry.id, 'webhook');
						await sendTogether(deliveries, { urls: [url, url], atOnce: AT_ONCE });
						const { cameOut, doubled } = await outcomeOf(instance, entry.id, deliveries);
						rows.push({
							'delivered again': 'at the same moment',
							'remembered in': rememberEventsIn,
							events,
							'came out': cameOut,
							doubled,
						});
						assert.deepEqual([cameOut, doubled], [events, 0]);
					},
				);
			}
			report.figures('Duplicates in one process', rows);
		},
	};
}
