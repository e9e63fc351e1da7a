import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { CONCURRENCY } from '../cluster.mjs';
import { distinctDeliveries, streamed } from '../deliveries.mjs';
import { outcomeOf } from '../outcome.mjs';
import { sendAll, sendTogether } from '../sender.mjs';
import { settled } from '../settled.mjs';
import { trigger } from '../triggers.mjs';

/** Several workers record at the same moment then. */
const FULL_LOAD = 8;

/**
 * Duplicates that the two processors and the two workers share.
 * @param {import('../inQueueMode.mjs').Context & { cluster: import('../cluster.mjs').Cluster }} context
 */
export function acrossProcesses({ cluster, providers, report, events }) {
	/** @type {import('../triggers.mjs').Trigger[]} */
	const triggers = [];
	const make = (id, rememberEventsIn) => {
		const made = trigger(`${id}-${rememberEventsIn}`, streamed(providers), { rememberEventsIn });
		triggers.push(made);
		return made;
	};

	/** Delivers all, and a second after the last one all again, to the other processor. */
	const sendTwice = (atOnce) => async (entry, deliveries) => {
		const urls = cluster.urls(entry.id);
		await sendAll(deliveries, { urls, atOnce });
		await settled(cluster.main, entry.id);
		await sleep(1000);
		await sendAll(deliveries, { urls: urls.reverse(), atOnce });
	};
	const sendAtTheSameMoment = (entry, deliveries) =>
		sendTogether(deliveries, { urls: cluster.urls(entry.id), atOnce: FULL_LOAD / 2 });

	const cases = [
		{
			check: 'Delivered again a second later, events come out once: the database remembers',
			sent: 'a second later, one after the other',
			send: sendTwice(1),
			entry: make('later', 'database'),
			most: 0,
		},
		{
			check: 'Under full load, the database forgets at most what the workers recorded last',
			sent: 'a second later, under full load',
			send: sendTwice(FULL_LOAD),
			entry: make('loaded', 'database'),
			most: 2 * CONCURRENCY,
		},
		{
			check: 'Each processor by itself remembers what it has taken, not what the other has',
			sent: 'a second later, under full load',
			send: sendTwice(FULL_LOAD),
			entry: make('loaded', 'process'),
			least: events,
			most: events,
		},
		...['database', 'process'].map((rememberEventsIn) => ({
			check: `Delivered to both at the same moment, no event is lost (${rememberEventsIn})`,
			sent: 'at the same moment',
			send: sendAtTheSameMoment,
			entry: make('together', rememberEventsIn),
			most: events,
		})),
	];

	return {
		triggers,
		async run() {
			const rows = [];
			for (const { check, sent, send, entry, least = 0, most } of cases) {
				await report.check(check, async () => {
					const deliveries = await distinctDeliveries(entry, events);
					await send(entry, deliveries);
					const { cameOut, doubled } = await outcomeOf(cluster.main, entry.id, deliveries);
					const remembered = entry.workflow.nodes[0].parameters.options.rememberEventsIn;
					rows.push({ 'delivered again': sent, 'remembered in': remembered, events, 'came out': cameOut, doubled });
					assert.equal(cameOut, events);
					assert.ok(doubled >= least && doubled <= most, `${doubled} came out twice`);
				});
			}
			report.figures('Duplicates across two webhook processors and two workers', rows);
		},
	};
}
