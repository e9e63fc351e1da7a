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
import { humanosApi } from './api';
import { securityLevels } from './securityLevels';

export class Humanos implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Humanos',
		name: 'humanos',
		icon: { light: 'file:../../icons/humanos.svg', dark: 'file:../../icons/humanos.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle,
		description: 'Start credential requests at Humanos and look them up',
		defaults: { name: 'Humanos' },
		usableAsTool: true,
		builderHint,
		inputs: [MAIN],
		outputs: [MAIN],
		credentials: [{ name: 'humanosKycApi', required: true }],
		properties: actionParameters(
			humanosApi,
			{
				verification: 'a request',
				idExample: '507f1f77bcf86cd799439011',
				template: {
					label: 'Resource Group',
					idExample: '507f1f77bcf86cd799439012',
					description: 'What the person is asked for',
				},
				repetition:
					'With the same reference, group and fields it starts no second request as long as Humanos remembers the first.',
				notice:
					'The key needs its own signature secret, which is not that of the webhook. Email or Phone is required: Humanos sends the link and a one-time password itself, and gives the link here only to organizations that send it themselves. The one-time password is never put out. <a href="https://docs.humanos.id/essentials/authentication" target="_blank">Documentation</a>',
			},
			[
				{
					displayName: 'Security Level',
					name: 'securityLevel',
					type: 'options',
					displayOptions: { show: { resource: ['verification'], operation: ['create'] } },
					options: securityLevels,
					default: 'HUMANOS_KYC',
					description: 'How surely the person is identified. By default: Humanos KYC.',
				},
			],
		),
	};

	methods = {
		listSearch: {
			async searchTemplates(this: ILoadOptionsFunctions, filter?: string): Promise<INodeListSearchResult> {
				return await searchTemplates(this, humanosApi, filter);
			},
		},
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, humanosApi);
	}
}
