import { bodies } from './growth/bodies.mjs';
import { remembered } from './growth/remembered.mjs';
import { seenEvents } from './growth/seenEvents.mjs';
import { workflows } from './growth/workflows.mjs';

/**
 * What becomes of it with longer bodies, more workflows and more remembered events.
 * @param {import('../lib/context.mjs').Context} context
 * @returns {Promise<import('../lib/text.mjs').Table[]>}
 */
export async function growth(context) {
	const tables = [];
	for (const part of [bodies, seenEvents, workflows, remembered]) tables.push(...(await part(context)));
	return tables;
}
