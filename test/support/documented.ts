import { basename, dirname } from 'node:path';
import type { ICredentialType, INodeType } from 'n8n-workflow';
import { sampleItems } from '../../scripts/lib/sampleItems.mjs';
import { itemOf } from '../../webhook/item';
import type { Facts } from '../../webhook/facts';
import type { Samples } from '../../webhook/samples';
import { allFacts } from './facts';
import { load, nodeFiles, providerTriggers } from './package';
import { allSamples } from './providers';

export const samplesOf = (id: string) => allSamples.find(({ provider }) => provider.id === id) as Samples;

/**
 * All that the page of a provider is made of.
 * @param id of the provider
 * @param folder in nodes/
 */
export async function documentedOf(id: string, folder: string, notes = '', hasAction = true) {
	const { description: trigger } = await load<INodeType>(`nodes/${folder}/${folder}Trigger.node.ts`);
	const samples = samplesOf(id);
	return {
		folder: `nodes/${folder}`,
		provider: samples.provider,
		facts: allFacts.get(id) as Facts,
		samples,
		items: await sampleItems(samples, itemOf),
		trigger,
		credential: await load<ICredentialType>(`credentials/${folder}WebhookApi.credentials.ts`),
		action:
			hasAction && nodeFiles.includes(`nodes/${folder}/${folder}.node.ts`)
				? {
						node: (await load<INodeType>(`nodes/${folder}/${folder}.node.ts`)).description,
						credential: await load<ICredentialType>(`credentials/${folder}KycApi.credentials.ts`),
					}
				: null,
		notes,
	};
}

/** The providers, each with its folder in nodes/. */
export const documentedFolders = providerTriggers.map((file) => {
	const folder = basename(dirname(file));
	const { provider } = allSamples.find(
		({ provider: { credential } }) => credential.type.toLowerCase() === `${folder}WebhookApi`.toLowerCase(),
	) as Samples;
	return { id: provider.id, folder, name: provider.displayName };
});

/** What stands under a heading of a page. */
export const section = (page: string, title: string) => page.split(`\n## ${title}\n`)[1]?.split('\n## ')[0] ?? '';
