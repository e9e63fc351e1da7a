import { dirname, join } from 'node:path';
import type { Facts } from '../../webhook/facts';
import type { Provider } from '../../webhook/provider';
import { nodeFiles, root } from './package';
import { allSamples } from './providers';

/** What users are told of each provider, by the provider's id. */
export const allFacts: ReadonlyMap<string, Facts> = new Map(
	allSamples.map(({ provider }) => {
		const { facts } = jest.requireActual<{ facts: Facts }>(join(folderOf(provider), 'facts'));
		return [provider.id, facts];
	}),
);

function folderOf({ credential }: Provider): string {
	const trigger = `${credential.type.replace(/WebhookApi$/, '')}Trigger.node.ts`.toLowerCase();
	return join(root, dirname(nodeFiles.find((file) => file.toLowerCase().endsWith(`/${trigger}`)) ?? ''));
}
