import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { MAIN } from '../../action/connection';
import { actionParameters, builderHint, subtitle } from '../../action/description';
import { runOperation } from '../../action/execute';
import { truoraApi } from './api';

export class Truora implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Truora',
		name: 'truora',
		icon: { light: 'file:../../icons/truora.svg', dark: 'file:../../icons/truora.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle,
		description: 'Start digital identity processes at Truora and look them up',
		defaults: { name: 'Truora' },
		usableAsTool: true,
		builderHint,
		inputs: [MAIN],
		outputs: [MAIN],
		credentials: [{ name: 'truoraKycApi', required: true }],
		properties: actionParameters(truoraApi, {
			verification: 'an identity process',
			idExample: 'IDP0123456789abcdef',
			template: {
				label: 'Flow ID',
				idExample: 'IPF0123456789abcdef',
				description: 'The web flow that the person goes through, as in the Truora dashboard',
			},
			repetition:
				'Each Create makes another link for another process, which may be billed, also with the same reference.',
			notice:
				'Needs an API key of version 1 and a web flow; Truora asks for a <b>Redirect URL</b>. The link works for two hours unless Truora says otherwise. The process gets its ID when the person begins: the trigger tells it, with your own reference. Truora does not tell test from live processes. <a href="https://dev.truora.com/guides/web_integration_token" target="_blank">Documentation</a>',
		}),
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, truoraApi);
	}
}
