import type { INodeProperties } from 'n8n-workflow';

/** The parameter that the trigger and the action node share. */
export const approvedWhen: INodeProperties = {
	displayName: 'Approved When',
	name: 'approvedWhen',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'All Checks Are Complete',
			value: 'allChecks',
			description: 'A completed check approves the person when no other check is open, rejected or in review',
		},
		{
			name: 'Each Check Is Complete',
			value: 'eachCheck',
			description: 'Every completed check approves the person, whatever the other checks are',
		},
	],
	default: 'allChecks',
	description:
		'When a completed check counts as Approved. By default: All Checks Are Complete. Trust Swiftly sends an event for each single check. A person who is banned or in review is never approved.',
};
