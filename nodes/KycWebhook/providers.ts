import type {
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	IHookFunctions,
	INodeCredentialTestResult,
	IWebhookFunctions,
} from 'n8n-workflow';
import { CUSTOM, type CredentialField, customProvider, presetsOf, providerOf } from '../../recipe/provider';
import type { Meaning } from '../../recipe/schema';
import { testCredential } from '../../trigger/credential';
import type { Provider } from '../../webhook/provider';
import { allSamples } from '../KycSimulator/allSamples';
import { customMeaning } from './custom';
import { recipes } from '../../recipes';

const providers = new Map(recipes.map((recipe) => [recipe.id, providerOf(recipe)]));

/** Knows what to ask of a credential, and no event. */
const nothing: Meaning = {
	id: CUSTOM,
	name: 'the provider',
	fields: { eventId: [], subject: {} },
	rules: [],
	events: [],
};

/** What users have described, by what they have entered: a delivery must not read it anew. */
const described = new Map<string, Provider<CredentialField>>();

/** More than there are such triggers in an n8n. */
const MOST_DESCRIBED = 500;

const customNames = ['providerName', 'rules', 'fields', 'events'];

/** What items call providers that are known. */
const taken = new Set([...allSamples.map(({ provider }) => provider.id), ...providers.keys()]);

/** The provider that the user has chosen, or described. */
export function chosenProvider(context: IHookFunctions | IWebhookFunctions): Provider<CredentialField> {
	const id = context.getNodeParameter('provider', CUSTOM) as string;
	const known = providers.get(id);
	if (known) return known;
	if (id !== CUSTOM) {
		const problem = `This version of the package has no recipe ${JSON.stringify(id)}: update it, or choose another provider.`;
		return { ...customProvider(nothing), problem };
	}
	const isTest = context.getMode() === 'manual';
	const entered = Object.fromEntries(
		customNames.map((name) => [name, context.getNodeParameter(name, null) as unknown]),
	);
	const key = JSON.stringify([isTest, entered]);
	const present = described.get(key);
	if (present) return present;
	const provider = describedBy(entered, isTest);
	if (described.size >= MOST_DESCRIBED) described.clear();
	described.set(key, provider);
	return provider;
}

function describedBy(entered: Record<string, unknown>, isTest: boolean): Provider<CredentialField> {
	const read = customMeaning((name) => entered[name], isTest);
	if (!read.ok) return { ...customProvider(nothing), problem: read.problem };
	const { id } = read.meaning;
	const problem = taken.has(id) ? `Provider Name ${id} is that of a provider that is known: choose another one.` : null;
	return { ...customProvider(read.meaning), ...(problem && { problem }) };
}

/** The test button: what the credential needs depends on the provider that is chosen in it. */
export async function testChosenCredential(
	this: ICredentialTestFunctions,
	credential: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	const preset = String(credential.data?.provider ?? '');
	const recipe = recipes.find((one) => presetsOf(one).includes(preset));
	const provider = providers.get(recipe?.id ?? '') ?? customProvider(nothing);
	return await testCredential(provider).call(this, credential);
}
