import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { MAIN } from '../../action/connection';
import { actionParameters, builderHint, subtitle } from '../../action/description';
import { runOperation } from '../../action/execute';
import { complyCubeApi } from './api';

export class ComplyCube implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'ComplyCube',
		name: 'complyCube',
		icon: { light: 'file:../../icons/complyCube.svg', dark: 'file:../../icons/complyCube.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle,
		description: 'Start workflow sessions at ComplyCube and look them up',
		defaults: { name: 'ComplyCube' },
		usableAsTool: true,
		builderHint,
		inputs: [MAIN],
		outputs: [MAIN],
		credentials: [{ name: 'complyCubeKycApi', required: true }],
		properties: actionParameters(complyCubeApi, {
			verification: 'a workflow session',
			idExample: '6890d6a9513d1b0002559aa4',
			template: {
				label: 'Workflow Template',
				idExample: '688f1e2837d2a9000202ad01',
				description: 'What the person is asked for: the ID of a workflow template with an active version',
			},
			repetition:
				'Each Create makes another client and another link. Email, first and last name and Redirect URL are required, unless the request body names the client and the addresses.',
			notice:
				'The API key decides whether sessions are live or test ones; ComplyCube does not tell it in its answers. A session, with its verification ID, exists from when the person opens the link: until then it is not found. By External ID it finds the session of the client that this node created last with that reference. The verification ID of an event about a check is that of the check, not of a session. <a href="https://docs.complycube.com/documentation/api-reference/authentication" target="_blank">Documentation</a>',
		}),
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, complyCubeApi);
	}
}
