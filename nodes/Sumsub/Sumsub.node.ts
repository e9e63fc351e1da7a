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
import { sumsubApi } from './api';
import { approvedWhen } from './approvedWhen';

export class Sumsub implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Sumsub',
		name: 'sumsub',
		icon: { light: 'file:../../icons/sumsub.svg', dark: 'file:../../icons/sumsub.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle,
		description: 'Give applicants a link for their verification at Sumsub and look them up',
		defaults: { name: 'Sumsub' },
		usableAsTool: true,
		builderHint,
		inputs: [MAIN],
		outputs: [MAIN],
		credentials: [{ name: 'sumsubKycApi', required: true }],
		properties: actionParameters(
			sumsubApi,
			{
				verification: 'an applicant',
				idExample: '5b594ade0a975a36c9349e66',
				template: {
					label: 'Level',
					idExample: 'basic-kyc-level',
					description: 'The name of a verification level, in the case in which Sumsub writes it',
				},
				repetition: 'With the same reference it gives another link for the same applicant, not a second applicant.',
				notice:
					'The app token decides whether applicants are sandbox (sbx:) or production (prd:) ones. It needs the rights to create and to view applicants. Create returns only the link: look the applicant up by External ID once the link was opened. A link works for 30 minutes unless Expires After says otherwise. <a href="https://docs.sumsub.com/reference/authentication" target="_blank">Documentation</a>',
			},
			[
				{
					...approvedWhen,
					displayOptions: { show: { resource: ['verification'], operation: ['get'] } },
					description:
						'When an approval counts as Approved. By default: Each Level Is Reviewed. Sumsub does not say in an answer whether a workflow is completed: an approved level then stays pending here, and only the trigger approves.',
				},
			],
		),
	};

	methods = {
		listSearch: {
			async searchTemplates(this: ILoadOptionsFunctions, filter?: string): Promise<INodeListSearchResult> {
				return await searchTemplates(this, sumsubApi, filter);
			},
		},
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, sumsubApi);
	}
}
