import assert from 'node:assert/strict';
import { distinctDeliveries, streamed } from '../deliveries.mjs';
import { survive } from '../fault.mjs';
import { outcomeOf } from '../outcome.mjs';
import { sendAll } from '../sender.mjs';
import { settled } from '../settled.mjs';
import { trigger } from '../triggers.mjs';

const AT_ONCE = 4;
/** More than ever run at the same time here. */
const WORKING = 20;

/**
 * n8n is killed in the middle of a stream, and what came before is delivered again after that.
 * @param {import('../inQueueMode.mjs').Context & { n8n: import('../supervised.mjs').Supervised }} context
 */
export function killed({ n8n, providers, report, events }) {
	const { instance } = n8n;
	const make = (id, options) => trigger(id, streamed(providers), options);
	const atOnce = make('killed-at-once', { responseMode: 'onReceived' });
	const finished = make('killed-finished', { responseMode: 'lastNode' });
	const before = ['process', 'database'].map((rememberEventsIn) => ({
		rememberEventsIn,
		entry: make(`before-${rememberEventsIn}`, { rememberEventsIn }),
		doubled: rememberEventsIn === 'process' ? events : 0,
	}));
	const urlsOf = (/** @type {string} */ id) => [instance.webhookUrl(id, 'webhook')];
	const send = async ({ id }, deliveries) => {
		await sendAll(deliveries, { urls: urlsOf(id), atOnce: AT_ONCE });
		await settled(instance, id);
	};

	return {
		triggers: [atOnce, finished, ...before.map(({ entry }) => entry)],
		async run() {
			const delivered = await Promise.all(before.map(({ entry }) => distinctDeliveries(entry, events)));
			for (const [index, { entry }] of before.entries()) await send(entry, delivered[index]);

			const fault = {
				name: 'n8n is killed',
				strike: () => n8n.kill(),
				recovered: () => n8n.ready(),
				working: WORKING,
				// n8n can leave one among the running executions for ever, which nobody can retry.
				forGood: AT_ONCE,
			};
			const rows = await survive(fault, { rest: instance, report, atOnce, finished, urlsOf, events });
			report.figures('Streams of distinct deliveries in regular mode', rows);

			const duplicates = [];
			for (const [index, { entry, rememberEventsIn, doubled }] of before.entries()) {
				const name = doubled ? 'are forgotten' : 'come out once';
				await report.check(`Delivered again after n8n was killed, events ${name} (${rememberEventsIn})`, async () => {
					await send(entry, delivered[index]);
					const outcome = await outcomeOf(instance, entry.id, delivered[index]);
					duplicates.push({
						'delivered again': 'after n8n was killed',
						'remembered in': rememberEventsIn,
						events,
						'came out': outcome.cameOut,
						doubled: outcome.doubled,
					});
					assert.deepEqual([outcome.cameOut, outcome.doubled], [events, doubled]);
				});
			}
			report.figures('Duplicates after a restart', duplicates);
		},
	};
}
