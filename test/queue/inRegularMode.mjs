import { createInstance } from '../host/n8n.mjs';
import { aloneInProcess } from './parts/aloneInProcess.mjs';
import { killed } from './parts/killed.mjs';
import { Supervised } from './supervised.mjs';
import { load } from './triggers.mjs';

const PARTS = [aloneInProcess, killed];

/**
 * One n8n process with SQLite, as most people run it.
 * @param {import('./inQueueMode.mjs').Context} context
 */
export async function inRegularMode(context) {
	const { host, packageDir, report, removables } = context;
	const env = { N8N_EXPRESSION_ENGINE_LAZY_ACQUIRE: 'true' };
	const n8n = new Supervised(await createInstance({ host, packageDir, env }));
	removables.add(n8n);
	const parts = await report.check('n8n runs in regular mode', async () => {
		const made = PARTS.map((part) => part({ ...context, n8n }));
		const triggers = made.flatMap((part) => part.triggers);
		await load(n8n.instance, triggers);
		await n8n.start();
		await n8n.instance.setupOwner();
		await n8n.instance.createApiKey();
		for (const { id } of triggers) await n8n.instance.waitForWebhook(n8n.instance.webhookUrl(id, 'webhook'));
		return made;
	});
	for (const part of parts ?? []) await part.run();
}
