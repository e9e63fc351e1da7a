import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { MAIN } from '../../action/connection';
import { actionParameters, builderHint, subtitle } from '../../action/description';
import { runOperation } from '../../action/execute';
import { footprintApi } from './api';

export class Footprint implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Footprint',
		name: 'footprint',
		icon: { light: 'file:../../icons/footprint.svg', dark: 'file:../../icons/footprint.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle,
		description: 'Start onboardings at Footprint and look up the status of users and businesses',
		defaults: { name: 'Footprint' },
		usableAsTool: true,
		builderHint,
		inputs: [MAIN],
		outputs: [MAIN],
		credentials: [{ name: 'footprintKycApi', required: true }],
		properties: actionParameters(
			footprintApi,
			{
				verification: 'an onboarding',
				idExample: 'fp_id_ABC123',
				template: {
					label: 'Playbook Key',
					idExample: 'pb_live_ABC123',
					description: 'What the person goes through, as in the Footprint dashboard',
				},
				repetition:
					'Each Create makes another link, and with the same reference all of them lead to the same user of Footprint.',
				notice:
					'Needs a secret API key: one that begins with sk_test_ belongs to the sandbox. Footprint marks parts of this API as a preview: it may have to enable them for you. An onboarding (ob_…) cannot be looked up by its own ID: use <b>subject.id</b> of an item (fp_id_… or fp_bid_…), or your own reference. <a href="https://docs.onefootprint.com/articles/integrate/onboarding-sessions" target="_blank">Documentation</a>',
			},
			[
				{
					displayName: 'Playbook Key',
					name: 'playbook',
					type: 'string',
					displayOptions: { show: { resource: ['verification'], operation: ['get'] } },
					placeholder: 'pb_live_ABC123',
					default: '',
					description:
						'Where people go through several playbooks: approved or rejected only when the newest onboarding onto this one has the status of the user, else other. Empty means that the status of the user counts alone.',
				},
			],
		),
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, footprintApi);
	}
}
