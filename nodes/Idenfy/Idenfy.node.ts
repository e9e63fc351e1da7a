import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { MAIN } from '../../action/connection';
import { actionParameters, builderHint, subtitle } from '../../action/description';
import { runOperation } from '../../action/execute';
import { idenfyApi } from './api';

const name =
	'iDenfy writes it in capitals and compares it with the document: any difference makes the verification SUSPECTED, which is pending here.';

export class Idenfy implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'iDenfy',
		name: 'idenfy',
		icon: { light: 'file:../../icons/idenfy.svg', dark: 'file:../../icons/idenfy.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle,
		description: 'Start identity verifications at iDenfy and look one up when a webhook was missed',
		defaults: { name: 'iDenfy' },
		usableAsTool: true,
		builderHint,
		inputs: [MAIN],
		outputs: [MAIN],
		credentials: [{ name: 'idenfyKycApi', required: true }],
		properties: actionParameters(idenfyApi, {
			verification: 'a verification',
			idExample: '328c6766-934e-11ed-bb9b-025ad99a18e7',
			repetition:
				'While the person has an open session, iDenfy may refuse another one with the same External ID; otherwise each Create starts, and may bill, another verification.',
			lookUp:
				'iDenfy forbids to ask regularly and may block the account: look up only what a webhook did not tell. Without the decision of a reviewer the status is pending.',
			hints: { firstName: name, lastName: name },
			notice:
				'The API key decides whether verifications are sandbox or production ones; iDenfy does not tell it in its answers. <b>Get is for exceptions</b>: iDenfy forbids to ask for a status regularly and may block the account, so wait for the iDenfy Trigger. The answer does not say whether an automatic result is final: here it is pending until a reviewer of iDenfy has decided. <a href="https://documentation.idenfy.com/kyc/data-retrieval" target="_blank">Documentation</a>',
		}),
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, idenfyApi);
	}
}
