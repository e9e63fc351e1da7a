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
import { trustSwiftlyApi } from './api';
import { approvedWhen } from './approvedWhen';

export class TrustSwiftly implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Trust Swiftly',
		name: 'trustSwiftly',
		icon: { light: 'file:../../icons/trustSwiftly.svg', dark: 'file:../../icons/trustSwiftly.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle,
		description: 'Start identity verifications at Trust Swiftly and look them up',
		defaults: { name: 'Trust Swiftly' },
		usableAsTool: true,
		builderHint,
		inputs: [MAIN],
		outputs: [MAIN],
		credentials: [{ name: 'trustSwiftlyKycApi', required: true }],
		properties: actionParameters(
			trustSwiftlyApi,
			{
				verification: 'a verification',
				idExample: '172',
				template: {
					label: 'Verification Template',
					idExample: 'tmpl_MQ',
					description: 'Which checks the person has to pass',
				},
				repetition:
					'It needs an email address that no other user has: a second Create with the same one is refused and starts nothing.',
				notice:
					'The API needs a paid plan and an API key of Trust Swiftly. What is verified is a user: <b>Email</b> is needed, and the Verification ID is the number of the user. An item of the trigger may hold a UUID instead: look such a person up by External ID. A link can be used once, and works for whole hours only. <a href="https://docs.trustswiftly.com/users" target="_blank">Documentation</a>',
			},
			[
				{
					...approvedWhen,
					displayOptions: { show: { operation: ['get', 'getAll'] } },
					description:
						'When completed checks count as Approved, as in the trigger. By default: All Checks Are Complete. A person who is banned or in review, or has a rejected check, is never approved.',
				},
			],
		),
	};

	methods = {
		listSearch: {
			async searchTemplates(this: ILoadOptionsFunctions, filter?: string): Promise<INodeListSearchResult> {
				return await searchTemplates(this, trustSwiftlyApi, filter);
			},
		},
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, trustSwiftlyApi);
	}
}
