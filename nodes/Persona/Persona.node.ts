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
import { personaApi } from './api';

export class Persona implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Persona',
		name: 'persona',
		icon: { light: 'file:../../icons/persona.svg', dark: 'file:../../icons/persona.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle,
		description: 'Start identity verifications at Persona and look them up',
		defaults: { name: 'Persona' },
		usableAsTool: true,
		builderHint,
		inputs: [MAIN],
		outputs: [MAIN],
		credentials: [{ name: 'personaKycApi', required: true }],
		properties: actionParameters(personaApi, {
			verification: 'an inquiry',
			idExample: 'inq_ABC123',
			template: {
				label: 'Inquiry Template',
				idExample: 'itmpl_ABC123',
				description: 'What the person is asked for. The list needs a key of the production environment.',
			},
			repetition:
				'With the same reference, template and fields it starts no second inquiry as long as Persona remembers the request. It repeats a refusal for a day, too: change something in the request after you have mended its cause.',
			notice:
				'The API key decides whether inquiries are sandbox or production ones; Persona does not tell it in its answers. <a href="https://docs.withpersona.com/api-keys" target="_blank">Documentation</a>',
		}),
	};

	methods = {
		listSearch: {
			async searchTemplates(this: ILoadOptionsFunctions, filter?: string): Promise<INodeListSearchResult> {
				return await searchTemplates(this, personaApi, filter);
			},
		},
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await runOperation(this, personaApi);
	}
}
