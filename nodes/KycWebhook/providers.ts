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

/** The provider that the user has chosen, or described. */
export function chosenProvider(context: IHookFunctions | IWebhookFunctions): Provider<CredentialField> {
	const known = providers.get(context.getNodeParameter('provider', CUSTOM) as string);
	if (known) return known;
	const isTest = context.getMode() === 'manual';
	const read = customMeaning((name) => context.getNodeParameter(name, undefined) as unknown, isTest);
	return read.ok ? customProvider(read.meaning) : { ...customProvider(nothing), problem: read.problem };
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
