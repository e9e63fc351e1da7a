import type { INodeProperties } from 'n8n-workflow';
import type { Api, WishField } from '../api/api';
import { described, type Wording } from './wording';

const creating = { show: { resource: ['verification'], operation: ['create'] } };

/** What Create asks for. */
export function createParameters(api: Api, { template, hints = {} }: Wording): INodeProperties[] {
	const properties: INodeProperties[] = [];
	if (template) {
		const byId = {
			displayName: 'By ID',
			name: 'id',
			type: 'string' as const,
			placeholder: template.idExample,
		};
		const fromList = {
			displayName: 'From List',
			name: 'list',
			type: 'list' as const,
			typeOptions: { searchListMethod: 'searchTemplates', searchable: true },
		};
		properties.push({
			displayName: template.label,
			name: 'template',
			type: 'resourceLocator',
			required: true,
			displayOptions: creating,
			default: { mode: api.listTemplates ? 'list' : 'id', value: '' },
			modes: api.listTemplates ? [fromList, byId] : [byId],
			description: template.description,
		});
	}
	properties.push(
		{
			displayName: 'External ID',
			name: 'externalId',
			type: 'string',
			required: true,
			displayOptions: creating,
			default: '',
			description: 'Your own reference for the person, such as the ID in your CRM. It comes back in every item.',
		},
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add field',
			displayOptions: creating,
			default: {},
			options: [...api.wishes.map((wish) => wishParameter(wish, hints[wish])), requestBody].sort((one, other) =>
				one.displayName.localeCompare(other.displayName, 'en'),
			),
		},
	);
	return properties;
}

function wishParameter(wish: WishField, hint: string | undefined): INodeProperties {
	const parameter = wishParameters[wish];
	return { ...parameter, description: described(parameter.description, hint) };
}

const wishParameters: Record<WishField, INodeProperties> = {
	email: {
		displayName: 'Email',
		name: 'email',
		type: 'string',
		placeholder: 'name@email.com',
		default: '',
		description: 'Email address of the person',
	},
	phone: {
		displayName: 'Phone',
		name: 'phone',
		type: 'string',
		placeholder: '+15550000000',
		default: '',
		description: 'Phone number of the person, with the country code',
	},
	firstName: { displayName: 'First Name', name: 'firstName', type: 'string', default: '' },
	lastName: { displayName: 'Last Name', name: 'lastName', type: 'string', default: '' },
	redirectUrl: {
		displayName: 'Redirect URL',
		name: 'redirectUrl',
		type: 'string',
		placeholder: 'https://example.com/done',
		default: '',
		description: 'Where the person is sent afterwards. That they come back there does not mean that they are approved.',
	},
	expiresAfter: {
		displayName: 'Expires After',
		name: 'expiresAfter',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		description: 'How long the link works, in seconds. 0 by default, which leaves it to the provider.',
	},
	language: {
		displayName: 'Language',
		name: 'language',
		type: 'string',
		placeholder: 'en',
		default: '',
		description: 'Language in which the person is led, as the provider writes it',
	},
};

const requestBody: INodeProperties = {
	displayName: 'Request Body (JSON)',
	name: 'body',
	type: 'json',
	default: '{}',
	description:
		"Further fields of the provider's request, merged into what this node sends. They cannot change what the node sets.",
};
