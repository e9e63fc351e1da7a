import assert from 'node:assert/strict';
import { executions } from '../../host/executions.mjs';
import { post } from '../sender.mjs';
import { settled } from '../settled.mjs';
import { tally } from '../tally.mjs';
import { trigger } from '../triggers.mjs';

/**
 * All samples of all providers, through each webhook processor, and a forged one each.
 * @param {import('../inQueueMode.mjs').Context & { cluster: import('../cluster.mjs').Cluster }} context
 */
export function everyProvider({ cluster, providers, report }) {
	const triggers = providers.map((provider) => trigger(provider.samples.provider.id, provider));

	async function deliver({ id, samples, secrets }) {
		const { samples: all, provider } = samples;
		await report.check(
			`${provider.displayName}: each status comes out right, whichever processor took it`,
			async () => {
				let events = 0;
				for (const url of cluster.urls(id)) {
					for (const sample of all) {
						const { status, body } = await post(url, await samples.seal(sample.create({}), secrets, Date.now()));
						assert.deepEqual([status, body.result], [200, 'accepted'], sample.name);
						events += body.events;
					}
					const forged = await samples.seal(all[0].create({}), samples.newSecrets(), Date.now());
					assert.equal((await post(url, forged)).status, 401);
				}
				await settled(cluster.main, id);
				const { times, misplaced } = tally(await executions(cluster.main, id));
				assert.deepEqual([times.size, misplaced, Math.max(...times.values())], [events, 0, 1]);
			},
		);
	}

	return {
		triggers,
		async run() {
			for (const one of triggers) await deliver(one);
			const worked = cluster.workers.map(({ instance }) => instance.log().split('Worker started execution').length - 1);
			report.figures('Executions of all providers', [{ 'first worker': worked[0], 'second worker': worked[1] }]);
		},
	};
}
