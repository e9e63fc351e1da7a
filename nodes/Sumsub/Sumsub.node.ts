import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { actionParameters } from '../../action/description';
import { runOperation } from '../../action/execute';
import { sumsubApi } from './api';
import { approvedWhen } from './approvedWhen';

export class Sumsub implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Sumsub',
		name: 'sumsub',
		icon: { light: 'file:../../icons/sumsub.svg', dark: 'file:../../icons/sumsub.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Give applicants a link for their verification at Sumsub and look them up',
		defaults: { name: 'Sumsub' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
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
					'The app token decides whether applicants are sandbox (sbx:) or production (prd:) ones. It needs the right to create applicants. Create answers the link alone: look the applicant up by External ID once the link was opened. A link works for 30 minutes unless Expires After says otherwise. <a href="https://docs.sumsub.com/reference/authentication" target="_blank">Documentation</a>',
			},
			[{ ...approvedWhen, displayOptions: { show: { resource: ['verification'], operation: ['get'] } } }],
		),
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, sumsubApi);
	}
}
