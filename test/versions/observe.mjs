import { createRequire } from 'node:module';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { refusedActivation } from '../host/activation.mjs';
import { createInstance } from '../host/n8n.mjs';
import { workflow } from '../host/workflow.mjs';
import { wordsOf } from './editor.mjs';
import { tryExamples } from './examples.mjs';

/**
 * What an n8n does with this package, beside what the end-to-end tests check.
 * @param {import('../host/installSteps.mjs').Host} host
 * @param {string} packageDir an unpacked package
 * @param {import('../../scripts/lib/providers.mjs').ProviderNode} trigger any
 * @param {(type: string) => Record<string, unknown>} credentialData what a credential of this package holds
 */
export async function observe(host, packageDir, trigger, credentialData) {
	const n8n = await createInstance({ host, packageDir, editor: true });
	try {
		await n8n.start();
		await n8n.setupOwner();
		return {
			loads: await countLoaded(n8n, packageDir),
			examples: await tryExamples(n8n, credentialData),
			refusal: await refuseActivation(n8n, trigger, credentialData),
			words: await wordsOf(host),
			expressionEngine: expressionEngineOf(host),
		};
	} finally {
		await n8n.stop();
		await n8n.remove();
	}
}

/** How many nodes of the package n8n knows. It may make a tool for agents of a node, which is none of them. */
async function countLoaded(/** @type {import('../host/rest.mjs').Rest} */ n8n, /** @type {string} */ packageDir) {
	const manifest = JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8'));
	const types = await n8n.rest('GET', '/types/nodes.json');
	const own = types.filter(({ name }) => name.startsWith(`${manifest.name}.`) && !name.endsWith('Tool'));
	return { passed: own.length, total: manifest.n8n.nodes.length };
}

/** Activates a workflow that must not run: see `refusedActivation`. */
async function refuseActivation(n8n, { nodeType, samples }, credentialData) {
	const { type } = samples.provider.credential;
	const stored = { name: type, type, data: credentialData(type) };
	const { id: credentialId, name } = await n8n.rest('POST', '/rest/credentials', stored);
	const { id: _, ...definition } = workflow({
		id: 'unsafe',
		name: 'Unsafe',
		triggerType: nodeType,
		credential: { type, id: credentialId, name },
		webhookId: 'unsafe',
		settings: { executeOnce: true },
	});
	const { id } = await n8n.rest('POST', '/rest/workflows', definition);
	return refusedActivation(n8n, id);
}

/**
 * How an n8n computes expressions unless it is told otherwise, by its own settings.
 * @returns {{ engine: string, canBeLazy: boolean }}
 */
function expressionEngineOf(/** @type {import('../host/installSteps.mjs').Host} */ { dir }) {
	const path = join(dir, 'node_modules/@n8n/config/dist/configs/expression-engine.config.js');
	if (!existsSync(path)) return { engine: 'legacy', canBeLazy: false };
	const { ExpressionEngineConfig } = createRequire(path)(path);
	const { engine, lazyAcquire } = new ExpressionEngineConfig();
	return { engine, canBeLazy: lazyAcquire !== undefined };
}
