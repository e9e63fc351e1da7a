import type { ICredentialTestFunctions, ICredentialsDecrypted, INodeCredentialTestResult } from 'n8n-workflow';
import type { Provider } from '../webhook/provider';
import { checkSecrets } from '../webhook/secrets';

/** The test button of a provider's credential: an offline check, since no provider has an endpoint for it. */
export function testCredential<Name extends string>({ displayName, credential }: Provider<Name>) {
	return async function (
		this: ICredentialTestFunctions,
		{ data }: ICredentialsDecrypted,
	): Promise<INodeCredentialTestResult> {
		const { problem, warning } = checkSecrets(credential, data ?? {});
		if (problem !== null) return { status: 'Error', message: problem };
		const shape = `The secrets have the right shape. Whether they are ${displayName}'s shows with the first delivery.`;
		return { status: 'OK', message: warning === null ? shape : `${warning} ${shape}` };
	};
}
