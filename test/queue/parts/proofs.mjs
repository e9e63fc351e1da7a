import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { executions, itemsByOutput, waitForExecutions } from '../../host/executions.mjs';
import { OUTPUTS } from '../../host/workflow.mjs';
import { distinctDeliveries, streamed } from '../deliveries.mjs';
import { sendTogether } from '../sender.mjs';
import { DATABASE } from '../servers/postgres.mjs';
import { settled } from '../settled.mjs';
import { Stores } from '../stores.mjs';
import { trigger } from '../triggers.mjs';

const MOST = 500;
const AT_ONCE = 4;
const BY_HAND = 'Once, by Hand';

/**
 * The examples that let each event through once, as they stand but for their credentials, each with a real store.
 * @param {import('../inQueueMode.mjs').Context & { cluster: import('../cluster.mjs').Cluster }} context
 */
export async function proofs({ host, cluster, providers, report, events }) {
	/** Each is delivered to both processors at the same moment. */
	const count = Math.min(events, MOST);
	const { main, redis, postgres } = cluster;
	const inside = new Stores(host, cluster);
	const account = { host: '127.0.0.1', password: '' };
	const stores = [
		{
			type: 'postgres',
			data: { ...account, port: postgres.port, database: DATABASE, user: DATABASE, ssl: 'disable' },
			stored: async () => (await inside.rows('SELECT event_id FROM kyc_seen_events')).length,
		},
		{
			type: 'redis',
			data: { ...account, port: redis.port, database: 0, user: '', ssl: false },
			stored: async () => (await inside.keys('kyc:*')).length,
		},
	].map((store) => ({ ...store, id: `proof-${store.type}-store`, name: `My ${store.type}` }));

	const cases = [];
	for (const store of stores) {
		const entry = trigger(`proof-${store.type}`, streamed(providers));
		const file = new URL(`../../../examples/redelivery-proof-${store.type}.json`, import.meta.url);
		cases.push({
			store,
			entry: { ...entry, workflow: filledIn(JSON.parse(await readFile(file, 'utf8')), entry, store) },
		});
	}

	/** Runs what the example says is to be run by hand. */
	async function prepare({ id, workflow }) {
		if (!workflow.nodes.some(({ name }) => name === BY_HAND)) return 0;
		await main.execute(id, BY_HAND);
		await waitForExecutions(main, id, 1);
		return 1;
	}

	return {
		triggers: cases.map(({ entry }) => entry),
		credentials: stores.map(({ id, name, type, data }) => ({ id, name, type, data })),
		async run() {
			const rows = [];
			for (const { store, entry } of cases) {
				const name = `${2 * count} simultaneous duplicates come through once with the example for ${store.type}`;
				await report.check(name, async () => {
					const byHand = await prepare(entry);
					const deliveries = await distinctDeliveries(entry, count);
					const started = Date.now();
					await sendTogether(deliveries, { urls: cluster.urls(entry.id), atOnce: AT_ONCE });
					await settled(main, entry.id);
					const seconds = Math.round((Date.now() - started) / 1000);
					const records = await executions(main, entry.id);
					const through = throughOf(records);
					const stored = await store.stored();
					rows.push({
						store: store.type,
						events: count,
						deliveries: 2 * count,
						executions: records.length - byHand,
						stored,
						'came through': through.length,
						seconds,
					});
					assert.deepEqual(through.sort(), deliveries.map(({ eventId }) => eventId).sort());
					assert.deepEqual([stored, records.length - byHand], [count, 2 * count]);
				});
			}
			report.figures('Examples with a real store, across two webhook processors and two workers', rows);
		},
	};
}

/** Does what the notes in an example say: selects the credentials. */
function filledIn(example, { id, credential }, store) {
	const nodes = example.nodes.map((node) => {
		if (node.type.startsWith('n8n-nodes-kyc.')) return { ...node, webhookId: id, credentials: select(credential) };
		return node.type === `n8n-nodes-base.${store.type}` ? { ...node, credentials: select(store) } : node;
	});
	return { ...example, id, active: false, nodes };
}

const select = ({ id, name, type }) => ({ [type]: { id, name } });

/** @returns {string[]} the events that came to the end, on the branch of their status */
function throughOf(records) {
	const items = records.flatMap((execution) =>
		OUTPUTS.flatMap((output) =>
			itemsByOutput(execution, output)
				.flat()
				.filter(({ status }) => status === output.toLowerCase()),
		),
	);
	return items.map(({ eventId }) => eventId);
}
