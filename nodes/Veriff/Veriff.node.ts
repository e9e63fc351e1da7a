import type {
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	IExecuteFunctions,
	INodeCredentialTestResult,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { MAIN } from '../../action/connection';
import { actionParameters, builderHint, subtitle } from '../../action/description';
import { runOperation } from '../../action/execute';
import { veriffApi } from './api';
import { testKeys } from './credentialTest';

export class Veriff implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Veriff',
		name: 'veriff',
		icon: { light: 'file:../../icons/veriff.svg', dark: 'file:../../icons/veriff.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle,
		description: 'Start verification sessions at Veriff and look their decisions up',
		defaults: { name: 'Veriff' },
		usableAsTool: true,
		builderHint,
		inputs: [MAIN],
		outputs: [MAIN],
		credentials: [{ name: 'veriffKycApi', required: true, testedBy: 'veriffKycApiTest' }],
		properties: actionParameters(veriffApi, {
			verification: 'a session',
			idExample: '12df6045-3846-3e45-946a-14fa6136d78b',
			repetition: 'Each Create starts, and may bill, another session: Veriff has no way to tell a repetition.',
			lookUp: 'Until there is a decision, it is pending: whether the person has begun is not told.',
			notice:
				'Take base URL, API key and shared secret from one integration in Veriff. Test and live are two integrations; the answers do not tell which. <a href="https://devdocs.veriff.com/apidocs/v1sessions" target="_blank">Documentation</a>',
		}),
	};

	methods = {
		credentialTest: {
			async veriffKycApiTest(
				this: ICredentialTestFunctions,
				credential: ICredentialsDecrypted,
			): Promise<INodeCredentialTestResult> {
				return await testKeys(this, credential);
			},
		},
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, veriffApi);
	}
}
