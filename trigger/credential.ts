import type {
	ICredentialDataDecryptedObject,
	ICredentialTestFunctions,
	ICredentialsDecrypted,
	IHookFunctions,
	INodeCredentialTestResult,
	WorkflowActivateMode,
} from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import type { Provider } from '../webhook/provider';
import { readSecrets } from '../webhook/secrets';

/** The test button of a provider's credential: an offline check, since no provider has an endpoint for it. */
export function testCredential<Name extends string>({ displayName, credential }: Provider<Name>) {
	return async function (
		this: ICredentialTestFunctions,
		{ data }: ICredentialsDecrypted,
	): Promise<INodeCredentialTestResult> {
		const checked = readSecrets(credential.fields, data ?? {});
		return checked.ok
			? {
					status: 'OK',
					message: `The secrets have the right shape. Whether they are ${displayName}'s shows with the first delivery.`,
				}
			: { status: 'Error', message: checked.problem };
	};
}

/** The modes in which a person is there to read the error. */
const attended: readonly WorkflowActivateMode[] = ['activate', 'create', 'update', 'manual'];

/**
 * Stops the activation of a workflow whose credential cannot work. When n8n itself restarts, the
 * webhook comes up all the same and answers 503, so that the provider keeps the events until the
 * credential is mended.
 * @throws NodeOperationError with a sentence that says what to do
 */
export async function requireWorkingCredential<Name extends string>(
	context: IHookFunctions,
	{ displayName, credential }: Provider<Name>,
): Promise<true> {
	if (!attended.includes(context.getActivationMode())) return true;
	const stored = await context.getCredentials<ICredentialDataDecryptedObject>(credential.type);
	const checked = readSecrets(credential.fields, stored);
	if (checked.ok) return true;
	throw new NodeOperationError(context.getNode(), `The ${displayName} credential cannot work: ${checked.problem}`, {
		description: 'Open the credential in n8n, correct it and publish the workflow again.',
	});
}
