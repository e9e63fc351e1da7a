import type { INodeProperties } from 'n8n-workflow';
import type { Api } from '../api/api';
import type { Wording } from './wording';

/** What Get and Cancel ask for. */
export function lookUpParameters({ cancel, find }: Api, { idExample, verification }: Wording): INodeProperties[] {
	const verificationId: INodeProperties = {
		displayName: 'Verification ID',
		name: 'verificationId',
		type: 'string',
		required: true,
		placeholder: idExample,
		default: '',
		description: `The provider's ID of ${verification}, as in the field verificationId of an item`,
	};
	const show = { resource: ['verification'] };
	if (!find) return [{ ...verificationId, displayOptions: { show: { ...show, operation: ['get', 'cancel'] } } }];
	const getting = { ...show, operation: ['get'] };
	return [
		{
			displayName: 'Look Up By',
			name: 'lookUpBy',
			type: 'options',
			noDataExpression: true,
			displayOptions: { show: getting },
			options: [
				{ name: 'External ID', value: 'externalId', description: 'Your own reference: the newest that has it' },
				{ name: 'Verification ID', value: 'verificationId' },
			],
			default: 'verificationId',
			description: 'What is known of the verification. By default: Verification ID.',
		},
		{ ...verificationId, displayOptions: { show: { ...getting, lookUpBy: ['verificationId'] } } },
		{
			displayName: 'External ID',
			name: 'externalId',
			type: 'string',
			required: true,
			displayOptions: { show: { ...getting, lookUpBy: ['externalId'] } },
			default: '',
			description: 'Your own reference for the person, as it was given when the verification was created',
		},
		...(cancel ? [{ ...verificationId, displayOptions: { show: { ...show, operation: ['cancel'] } } }] : []),
	];
}

/** What Get Many asks for. */
export function listParameters({ list, listEvents }: Api): INodeProperties[] {
	if (!list && !listEvents) return [];
	const listing = { operation: ['getAll'] };
	return [
		{
			displayName: 'Return All',
			name: 'returnAll',
			type: 'boolean',
			displayOptions: { show: listing },
			default: false,
			description: 'Whether to return all results or only up to a given limit',
		},
		{
			displayName: 'Limit',
			name: 'limit',
			type: 'number',
			typeOptions: { minValue: 1 },
			displayOptions: { show: { ...listing, returnAll: [false] } },
			default: 50,
			description: 'Max number of results to return',
		},
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add filter',
			displayOptions: { show: { ...listing, resource: ['verification'] } },
			default: {},
			options: [
				{
					displayName: 'External ID',
					name: 'externalId',
					type: 'string',
					default: '',
					description: 'Your own reference',
				},
				{
					displayName: 'Since',
					name: 'since',
					type: 'dateTime',
					default: '',
					description: 'Verifications that were created at this time or later',
				},
				{
					displayName: 'Statuses',
					name: 'statuses',
					type: 'multiOptions',
					options: [
						{ name: 'Approved', value: 'approved' },
						{ name: 'Other', value: 'other' },
						{ name: 'Pending', value: 'pending' },
						{ name: 'Rejected', value: 'rejected' },
					],
					default: [],
					description: 'Only verifications of these statuses. None, as by default, means all.',
				},
			],
		},
	];
}
