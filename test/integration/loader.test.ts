import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { INodeTypeDescription } from 'n8n-workflow';
import { allSamples } from '../support/providers';
import { loadPackage, packageDir } from './host';

const isTrigger = ({ group }: INodeTypeDescription) => group.includes('trigger');
const iconFile = (url: string) => join(packageDir, url.replace(/^icons\/n8n-nodes-kyc\//, ''));

describe("n8n's package loader", () => {
	it('finds a trigger and a credential type for each provider, and an action node where it has an API', async () => {
		const loader = await loadPackage();
		const descriptions: INodeTypeDescription[] = loader.types.nodes.filter(isTrigger);
		const credentialTypes = [...allSamples.map(({ provider }) => provider.credential.type), 'kycWebhookApi'].sort();
		expect(descriptions.map(({ credentials }) => credentials?.[0]?.name).sort()).toEqual(credentialTypes);
		const apiTypes = loader.types.nodes
			.filter((one: INodeTypeDescription) => !isTrigger(one) && one.name !== 'kycSimulator')
			.map(({ name }: INodeTypeDescription) => `${name}KycApi`);
		expect(apiTypes.length).toBeGreaterThan(0);
		expect(Object.keys(loader.known.credentials).sort()).toEqual([...credentialTypes, ...apiTypes].sort());
	});

	it('finds light and dark icons and the codex of each node, and version 2 of each trigger', async () => {
		const loader = await loadPackage();
		for (const description of loader.types.nodes) {
			const { light, dark } = description.iconUrl;
			expect(existsSync(iconFile(light)) && existsSync(iconFile(dark)) && light !== dark).toBe(true);
			expect(description.codex.alias.length).toBeGreaterThan(0);
			expect(description.version).toBe(isTrigger(description) ? 2 : 1);
		}
	});

	it('finds icons of each credential type', async () => {
		const loader = await loadPackage();
		for (const { type } of Object.values<{ type: { iconUrl: { light: string; dark: string } } }>(
			loader.credentialTypes,
		)) {
			expect(existsSync(iconFile(type.iconUrl.light)) && existsSync(iconFile(type.iconUrl.dark))).toBe(true);
		}
	});
});
