import type {
	IExecuteFunctions,
	ILoadOptionsFunctions,
	INodeExecutionData,
	INodeListSearchResult,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { MAIN } from '../../action/connection';
import { actionParameters, builderHint, subtitle } from '../../action/description';
import { runOperation } from '../../action/execute';
import { searchTemplates } from '../../action/templates';
import { diditApi } from './api';

export class Didit implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Didit',
		name: 'didit',
		icon: { light: 'file:../../icons/didit.svg', dark: 'file:../../icons/didit.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle,
		description: 'Start verification sessions at Didit and look them up',
		defaults: { name: 'Didit' },
		usableAsTool: true,
		builderHint,
		inputs: [MAIN],
		outputs: [MAIN],
		credentials: [{ name: 'diditKycApi', required: true }],
		properties: actionParameters(
			diditApi,
			{
				verification: 'a verification session',
				idExample: '11111111-2222-3333-4444-555555555555',
				template: {
					label: 'Workflow',
					idExample: '11111111-2222-3333-4444-555555555555',
					description: 'What the person or company is asked for. It must be published.',
				},
				repetition:
					'An unfinished session with the same external ID, on the newest version of the workflow, is returned instead of a new one; after a finished one, another starts and may be billed.',
				notice:
					'The API key belongs to one application, which is live or a sandbox. First and last name are what the document is compared with. Get Many asks Didit once for each session, and finds only events of sessions. <a href="https://docs.didit.me/console/api-keys" target="_blank">Documentation</a>',
			},
			[
				{
					displayName: 'Look Back (Days)',
					name: 'lookBack',
					type: 'number',
					typeOptions: { minValue: 0 },
					displayOptions: { show: { resource: ['event'] } },
					default: 30,
					description:
						'Didit lists events for one session at a time, and sessions by their creation only. How many days before Since a session may have been created for its events to be found. 30 by default; more days take longer.',
				},
			],
		),
	};

	methods = {
		listSearch: {
			async searchTemplates(this: ILoadOptionsFunctions, filter?: string): Promise<INodeListSearchResult> {
				return await searchTemplates(this, diditApi, filter);
			},
		},
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, diditApi);
	}
}
