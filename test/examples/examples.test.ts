import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { INode, IPinData } from 'n8n-workflow';
import { kycEvent, statuses } from '../../webhook/event';
import { allSamples } from '../support/providers';
import { root } from '../support/package';

interface Workflow {
	readonly nodes: readonly INode[];
	readonly pinData?: IPinData;
}

const folder = join(root, 'examples');
const examples = readdirSync(folder).map(
	(file) => [file, JSON.parse(readFileSync(join(folder, file), 'utf8')) as Workflow] as const,
);

describe.each(examples)('the example %s', (_, { nodes, pinData = {} }) => {
	const triggers = nodes.filter(({ type }) => /^n8n-nodes-kyc\..*Trigger$/.test(type));

	it('names each trigger after its provider, and refers to nodes that are there', () => {
		for (const { name, type } of triggers) {
			const provider = allSamples.find(({ provider: { credential } }) =>
				type.endsWith(`.${credential.type.replace('WebhookApi', 'Trigger')}`),
			);
			expect(name).toBe(`${provider?.provider.displayName} Trigger`);
		}
		const text = JSON.stringify(nodes.filter(({ type }) => !type.endsWith('.stickyNote')));
		for (const [, name] of text.matchAll(/\$\('([^']+)'\)/g)) expect(nodes.map((node) => node.name)).toContain(name);
	});

	it('pins items only where n8n puts them out right: on the one output of a trigger', () => {
		for (const [name, items] of Object.entries(pinData)) {
			const trigger = triggers.find((node) => node.name === name);
			expect(trigger?.parameters.outputs).toBe('single');
			for (const { json } of items) {
				const event = { ...json, payload: {} };
				expect(kycEvent.parse(event)).toStrictEqual(event);
				expect(trigger?.type).toBe(`n8n-nodes-kyc.${String(json.provider)}Trigger`);
			}
			expect(items.map(({ json }) => json.status).sort()).toEqual([...statuses].sort());
		}
	});
});

/** What its numbered sticky notes say, in their order. */
function stepsOf({ nodes }: Workflow): string[] {
	const notes = nodes.filter(({ type }) => type.endsWith('.stickyNote'));
	const texts = notes.map(({ parameters }) => String(parameters.content));
	return texts.filter((text) => /^### \d/.test(text)).sort();
}

it.each(examples.filter(([file]) => file !== 'one-button-per-status.json'))(
	'%s says to publish it, and not before all credentials are selected',
	(_, workflow) => {
		const steps = stepsOf(workflow);
		const told = steps.flatMap((step, index) => {
			if (!/\bpublish\b(?! a workflow)/i.test(step)) return [];
			return [Number(/after step (\d)/.exec(step)?.[1] ?? index + 1)];
		});
		const selecting = steps.findLastIndex((step) => /\bselect\b/i.test(step)) + 1;
		expect(told).toHaveLength(1);
		expect(told[0]).toBeGreaterThanOrEqual(selecting);
	},
);

it('some example has pinned items', () => {
	expect(examples.filter(([, { pinData }]) => pinData)).not.toEqual([]);
});
