import type { ICredentialDataDecryptedObject, IHookFunctions, WorkflowActivateMode } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import type { Provider } from '../webhook/provider';
import { checkSecrets } from '../webhook/secrets';
import { quoted } from './log';
import { isAutomatic, register, type RegisteringApi } from './registration';
import { settingsProblem } from './settings';

/** The modes in which a person is there to read the error. */
const attended: readonly WorkflowActivateMode[] = ['activate', 'create', 'update', 'manual'];

/**
 * Stops the activation of a workflow whose trigger cannot work. When n8n itself restarts, the
 * webhook comes up all the same and answers 503, so that the provider keeps the events until the
 * trigger is mended.
 * @param api registers the webhook, where the user wants that
 * @throws NodeOperationError or NodeApiError with a sentence that says what to do
 */
export async function requireWorkingTrigger<Name extends string>(
	context: IHookFunctions,
	{ displayName, credential, problem: parameters }: Provider<Name>,
	api?: RegisteringApi,
): Promise<true> {
	const isAttended = attended.includes(context.getActivationMode());
	const node = context.getNode();
	const unsafe = settingsProblem(node) ?? parameters ?? null;
	if (isAttended && unsafe !== null) {
		throw new NodeOperationError(node, unsafe, { description: 'Then publish the workflow again.' });
	}
	if (api && isAutomatic(context)) {
		await register(context, api);
		return true;
	}
	if (!isAttended) return true;
	const stored = await context.getCredentials<ICredentialDataDecryptedObject>(credential.type);
	const { problem, warning } = checkSecrets(credential, stored);
	if (problem !== null) {
		throw new NodeOperationError(node, `The ${displayName} credential cannot work: ${problem}`, {
			description: 'Open the credential in n8n, correct it and publish the workflow again.',
		});
	}
	if (warning !== null) context.logger.warn(`The credential of the node ${quoted(node.name)}: ${warning}`);
	return true;
}
