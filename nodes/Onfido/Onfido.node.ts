import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { MAIN } from '../../action/connection';
import { actionParameters, builderHint, subtitle } from '../../action/description';
import { runOperation } from '../../action/execute';
import { onfidoApi } from './api';

export class Onfido implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Onfido',
		name: 'onfido',
		icon: { light: 'file:../../icons/onfido.svg', dark: 'file:../../icons/onfido.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle,
		description: 'Start workflow runs at Onfido (by Entrust), and look up workflow runs and classic checks',
		defaults: { name: 'Onfido' },
		usableAsTool: true,
		builderHint,
		inputs: [MAIN],
		outputs: [MAIN],
		credentials: [{ name: 'onfidoKycApi', required: true }],
		properties: actionParameters(
			onfidoApi,
			{
				verification: 'a workflow run',
				idExample: '5556d4c9-9a3c-4ab2-9c3b-8ad5d1ca01d2',
				template: {
					label: 'Workflow',
					idExample: 'e8c921eb-0495-44fe-b655-bcdcaffdafe5',
					description: 'What the person is asked for: the ID of an active workflow of Onfido Studio',
				},
				repetition:
					'Each Create makes another applicant and starts, and may bill, another workflow run. First and last name are required, unless the request body names the applicant.',
				notice:
					'The API token decides whether workflow runs are sandbox or live ones; they look alike in the answers of Onfido, only applicants and classic checks tell. Create is for Onfido Studio. A run is found by External ID if this node created it, or if it has the reference both as its customer_user_id and as a tag. Get Many lists what was completed last first. <a href="https://documentation.onfido.com/api/latest/#api-tokens" target="_blank">Documentation</a>',
			},
			[
				{
					displayName: 'Kind',
					name: 'kind',
					type: 'options',
					displayOptions: {
						show: { resource: ['verification'], operation: ['get'], lookUpBy: ['verificationId'] },
					},
					options: [
						{
							name: 'Check',
							value: 'check',
							description: 'A classic check, as in the event check.completed, which does not tell its result',
						},
						{ name: 'Workflow Run', value: 'workflowRun', description: 'A run of a workflow of Onfido Studio' },
					],
					default: 'workflowRun',
					description: 'What the verification ID is of. Both kinds of IDs look alike. By default: Workflow Run.',
				},
			],
		),
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, onfidoApi);
	}
}
