import { Cluster } from './cluster.mjs';
import { acrossProcesses } from './parts/acrossProcesses.mjs';
import { everyProvider } from './parts/everyProvider.mjs';
import { faults } from './parts/faults.mjs';
import { proofs } from './parts/proofs.mjs';
import { sameProvider } from './parts/sameProvider.mjs';
import { takenOver } from './parts/takenOver.mjs';
import { load } from './triggers.mjs';

const PARTS = [everyProvider, sameProvider, acrossProcesses, proofs, takenOver, faults];

/**
 * @typedef {object} Context
 * @property {import('../host/installSteps.mjs').Host} host
 * @property {string} packageDir
 * @property {import('../../scripts/lib/providers.mjs').ProviderNode[]} providers
 * @property {Set<{ remove(): Promise<void> }>} removables
 * @property {import('./report.mjs').Report} report
 * @property {number} events how many distinct ones a part sends, unless fewer are enough for it
 */

/**
 * @typedef {object} Part some checks with the workflows that they need
 * @property {import('./triggers.mjs').Trigger[]} triggers
 * @property {{ id: string, name: string, type: string, data: Record<string, unknown> }[]} [credentials] others than theirs
 * @property {() => Promise<void>} run called when they are published
 */

/** @param {Context} context */
export async function inQueueMode(context) {
	const { host, packageDir, report, removables } = context;
	const cluster = new Cluster();
	removables.add(cluster);
	const parts = await report.check('n8n runs in queue mode: a main, two webhook processors, two workers', async () => {
		await cluster.prepare(host, packageDir);
		/** @type {Part[]} */
		const made = await Promise.all(PARTS.map((part) => part({ ...context, cluster })));
		const triggers = made.flatMap((part) => part.triggers);
		const credentials = made.flatMap((part) => part.credentials ?? []);
		await load(cluster.main, triggers, credentials);
		await cluster.start();
		const urls = triggers.flatMap(({ id }) => cluster.urls(id));
		for (const url of urls) await cluster.main.waitForWebhook(url);
		return made;
	});
	for (const part of parts ?? []) await part.run();
}
