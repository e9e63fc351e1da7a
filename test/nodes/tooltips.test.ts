import type {
	ICredentialType,
	INodeProperties,
	INodePropertyCollection,
	INodePropertyOptions,
	INodeType,
} from 'n8n-workflow';
import { credentialFiles, load, nodeFiles } from '../support/package';
import { allSamples } from '../support/providers';

/** What a node is to do, which n8n describes nowhere, and what its linter wants worded in its own way. */
const EXEMPT = new Set(['operation', 'resource', 'returnAll', 'limit']);

/** The parameters of a node or the fields of a credential, and those in their collections. */
async function propertiesOf(file: string): Promise<INodeProperties[]> {
	const loaded = await load<INodeType | ICredentialType>(file);
	return withInner('description' in loaded ? loaded.description.properties : loaded.properties);
}

function withInner(properties: readonly INodeProperties[]): INodeProperties[] {
	return properties.flatMap((property) => {
		const { type, options = [] } = property;
		if (type === 'collection') return [property, ...withInner(options as INodeProperties[])];
		if (type !== 'fixedCollection') return [property];
		return [property, ...withInner((options as INodePropertyCollection[]).flatMap(({ values }) => values))];
	});
}

/** How a tooltip may name the default; null where there is none. */
function wordsFor({ name, type, default: given, options = [] }: INodeProperties): string[] | null {
	if (type === 'boolean') return [given === true ? 'On by default' : 'Off by default'];
	if (type === 'number') return [`${Number(given)} by default`];
	if (type === 'multiOptions') return ['all of them, unless', 'all four, unless', 'as by default', 'none by default'];
	if (type === 'string') return typeof given === 'string' && given !== '' ? [`By default: ${given}.`] : null;
	if (type !== 'options') return null;
	const chosen = (options as INodePropertyOptions[]).find(({ value }) => value === given);
	// Of those in the Simulator, which another provider or event changes, the tooltip tells the rule.
	const isOfSimulator = name === 'event' || name === 'status';
	return [`By default: ${chosen?.name}.`, ...(isOfSimulator ? ['By default one that decides nothing'] : [])];
}

it.each([...nodeFiles, ...credentialFiles])('the tooltips of %s name the defaults', async (file) => {
	const properties = await propertiesOf(file);
	expect(properties.length).toBeGreaterThan(1);
	const silent = properties.filter((property) => {
		const words = EXEMPT.has(property.name) ? null : wordsFor(property);
		return words !== null && !words.some((one) => property.description?.includes(one));
	});
	expect(silent.map(({ displayName, description }) => [displayName, description])).toEqual([]);
});

/** "Onfido" and "iDenfy". */
const vowels = allSamples.map(({ provider }) => provider.displayName).filter((name) => /^[aeiou]/i.test(name));
const UNFIT = new RegExp(`\\ba (?:<b>)?(?:${vowels.join('|')})\\b`, 'i');

it.each([...nodeFiles, ...credentialFiles])('%s writes "an" before the provider that needs it', async (file) => {
	const { description = null, ...credential } = await load<INodeType & ICredentialType>(file);
	expect(JSON.stringify(description ?? credential)).not.toMatch(UNFIT);
});
