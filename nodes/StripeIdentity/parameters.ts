import type { INodeProperties } from 'n8n-workflow';
import { DEFAULT_METADATA_KEY, METADATA_KEY } from './resource';

const creating = { resource: ['verification'], operation: ['create'] };

/** The parameters of the action node that no other provider has. */
export const ownParameters: INodeProperties[] = [
	{
		displayName: 'Verification Type',
		name: 'verificationType',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: creating },
		options: [
			{
				name: 'Document',
				value: 'document',
				description: 'An identity document, with a selfie where the request body asks for it',
			},
			{ name: 'ID Number', value: 'id_number', description: 'Name, date of birth and national ID number' },
			{
				name: 'Verification Flow',
				value: 'verification_flow',
				description: 'What a flow of the Stripe dashboard asks for',
			},
		],
		default: 'document',
		description: 'What the person is asked for. By default: Document.',
	},
	{
		displayName: 'Verification Flow',
		name: 'verificationFlow',
		type: 'string',
		required: true,
		placeholder: 'vf_1PgaABLkdIwHu7ix4wn3lXYZ',
		displayOptions: { show: { ...creating, verificationType: ['verification_flow'] } },
		default: '',
		description: 'ID of the flow, from its page in the Stripe dashboard',
	},
	{
		displayName: 'Metadata Key of Your Reference',
		name: METADATA_KEY,
		type: 'string',
		noDataExpression: true,
		displayOptions: { show: { operation: ['get', 'getAll', 'cancel'] } },
		default: DEFAULT_METADATA_KEY,
		description: `Where your own reference stands in the session's metadata, for sessions that were created without a client_reference_id. By default: ${DEFAULT_METADATA_KEY}. Stripe looks up by client_reference_id only.`,
	},
];
