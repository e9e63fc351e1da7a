import { setTimeout as sleep } from 'node:timers/promises';
import { CONCURRENCY } from '../cluster.mjs';
import { streamed } from '../deliveries.mjs';
import { survive } from '../fault.mjs';
import { trigger } from '../triggers.mjs';

const AWAY = 10_000;

/**
 * What fails in the middle of a stream.
 * @param {import('../cluster.mjs').Cluster} cluster
 * @returns {import('../fault.mjs').Fault[]}
 */
const faultsOf = (cluster) => [
	{
		name: 'a worker is killed',
		strike: () => cluster.workers[0].kill(),
		working: CONCURRENCY,
		// Where the events stood, n8n has written that the worker is gone.
		forGood: CONCURRENCY,
		// n8n looks for half a minute whether the worker comes back.
		quiet: 50_000,
	},
	{
		name: 'a webhook processor is killed',
		strike: () => cluster.webhooks[0].kill(),
		working: 0,
	},
	{
		name: 'Redis is away for 10 s',
		async strike() {
			await cluster.redis.stop('SIGTERM');
			await sleep(AWAY);
			await cluster.redis.start();
		},
		working: 2 * CONCURRENCY,
	},
	{
		name: 'PostgreSQL is away for 10 s',
		async strike() {
			await cluster.postgres.stop('SIGINT');
			await sleep(AWAY);
			await cluster.postgres.start();
		},
		// What was in the queue, too: the workers fail all that they take until they have found PostgreSQL again.
		working: 40,
		// What n8n could not even mark as failed stays queued or running for ever.
		forGood: 10,
	},
];

/** @param {import('../inQueueMode.mjs').Context & { cluster: import('../cluster.mjs').Cluster }} context */
export function faults({ cluster, providers, report, events }) {
	const cases = faultsOf(cluster).map((fault, index) => ({
		fault: { ...fault, recovered: () => cluster.ready() },
		atOnce: trigger(`fault-${index}-at-once`, streamed(providers), { responseMode: 'onReceived' }),
		finished: trigger(`fault-${index}-finished`, streamed(providers), { responseMode: 'lastNode' }),
	}));
	return {
		triggers: cases.flatMap(({ atOnce, finished }) => [atOnce, finished]),
		async run() {
			const rows = [];
			for (const { fault, ...triggers } of cases) {
				const restarts = cluster.restarts;
				const options = { ...triggers, rest: cluster.main, report, events, urlsOf: (id) => cluster.urls(id) };
				const found = await survive(fault, options);
				rows.push(...found.map((row) => ({ ...row, 'n8n restarted': cluster.restarts - restarts })));
			}
			report.figures('Streams of distinct deliveries in queue mode', rows);
		},
	};
}
