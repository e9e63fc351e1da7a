import type { INodeProperties, INodePropertyOptions, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { statuses } from '../../webhook/event';
import { evaluated } from '../support/expression';
import { load, nodeFiles, providerTriggers } from '../support/package';

const SIMULATOR = 'nodes/KycSimulator/KycSimulator.node.ts';
const ANY_PROVIDER = 'nodes/KycWebhook/KycWebhookTrigger.node.ts';
const actions = nodeFiles.filter((file) => !file.endsWith('Trigger.node.ts') && file !== SIMULATOR);

const descriptionOf = async (file: string) => (await load<INodeType>(file)).description;

/** What n8n shows below a node with these parameters. */
const shown = ({ subtitle = '' }: INodeTypeDescription, parameters: object) => evaluated<string>(subtitle, parameters);

/** What a parameter offers, where it is shown. */
function offered(
	{ properties }: INodeTypeDescription,
	wanted: string,
	isShown: (property: INodeProperties) => boolean = () => true,
): INodePropertyOptions[] {
	const those = properties.filter(({ name, type }) => name === wanted && type.toLowerCase().endsWith('options'));
	return those.filter(isShown).flatMap(({ options }) => options as INodePropertyOptions[]);
}

it.each(actions)('%s shows the names of operation and resource below it', async (file) => {
	const description = await descriptionOf(file);
	for (const resource of offered(description, 'resource')) {
		const isShown = ({ displayOptions }: INodeProperties) => !!displayOptions?.show?.resource?.includes(resource.value);
		for (const operation of offered(description, 'operation', isShown)) {
			const chosen = { resource: resource.value, operation: operation.value };
			expect(shown(description, chosen)).toBe(`${operation.name}: ${resource.name}`);
		}
	}
	expect(shown(description, { resource: 'verification', operation: 'renamed' })).toBe('renamed: Verification');
});

it('the Simulator shows the names of provider and status below it', async () => {
	const description = await descriptionOf(SIMULATOR);
	for (const provider of offered(description, 'provider')) {
		for (const status of statuses) {
			const name = offered(description, 'status').find(({ value }) => value === status)?.name;
			expect(shown(description, { provider: provider.value, status })).toBe(`${provider.name}: ${name}`);
		}
	}
	expect(shown(description, { provider: 'persona', status: 'gone' })).toBe('Persona: gone');
});

it.each(providerTriggers)('%s shows the names of its events below it, and of the statuses if not all', async (file) => {
	const description = await descriptionOf(file);
	for (const { name, value } of offered(description, 'events')) {
		const bare = name.replace(/ \(Decides\)$/, '');
		expect(shown(description, { events: [value], statuses })).toBe(bare);
		expect(shown(description, { events: [value], statuses: ['approved'] })).toBe(`${bare} (Approved)`);
	}
});

it('the trigger of any provider shows the name of the provider below it', async () => {
	const description = await descriptionOf(ANY_PROVIDER);
	for (const { name, value: provider } of offered(description, 'provider')) {
		const chosen = { provider, providerName: 'Custom', events: ['*'] };
		expect(shown(description, { ...chosen, statuses })).toBe(`${name}: All Events`);
		expect(shown(description, { ...chosen, events: ['a', 'b'], statuses: ['approved'] })).toBe(
			`${name}: 2 events (Approved)`,
		);
	}
});
