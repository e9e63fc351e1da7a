import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { MAIN } from '../../action/connection';
import { actionParameters, builderHint, subtitle } from '../../action/description';
import { runOperation } from '../../action/execute';
import { shuftiProApi } from './api';

export class ShuftiPro implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Shufti Pro',
		name: 'shuftiPro',
		icon: { light: 'file:../../icons/shuftiPro.svg', dark: 'file:../../icons/shuftiPro.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle,
		description: 'Start identity verifications at Shufti Pro and look them up',
		defaults: { name: 'Shufti Pro' },
		usableAsTool: true,
		builderHint,
		inputs: [MAIN],
		outputs: [MAIN],
		credentials: [{ name: 'shuftiProKycApi', required: true }],
		properties: actionParameters(shuftiProApi, {
			verification: 'a verification request',
			idExample: 'customer-4711',
			repetition:
				'Shufti Pro takes each reference once: a second Create with the same External ID is refused and starts nothing.',
			notice:
				'Shufti Pro knows a request by your reference alone: External ID and Verification ID are the same. What is verified goes into <b>Request Body (JSON)</b>, at least one service, such as <code>{"document": {"supported_types": ["passport"]}, "face": {"proof": ""}}</code>, and so does <b>callback_url</b>, whose domain must be registered in the back office. A link works for 60 minutes unless you say otherwise. A trial account runs tests, a production account verifies people; Shufti Pro does not tell it in its answers. <a href="https://developers.shuftipro.com/docs/general_parameters" target="_blank">Documentation</a>',
		}),
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, shuftiProApi);
	}
}
