import type { INodePropertyOptions } from 'n8n-workflow';

/** The events that can be chosen: https://docs.didit.me/integration/webhooks. */
export const events: INodePropertyOptions[] = [
	{ name: 'Activity Created', value: 'activity.created' },
	{ name: 'Business Data Updated', value: 'business.data.updated' },
	{ name: 'Business Status Updated', value: 'business.status.updated' },
	{ name: 'Data Updated', value: 'data.updated', description: "A session's data was corrected" },
	{
		name: 'Status Updated',
		value: 'status.updated',
		description: 'The status of a session has changed: this decides',
	},
	{ name: 'Transaction Created', value: 'transaction.created' },
	{ name: 'Transaction Status Updated', value: 'transaction.status.updated' },
	{ name: 'Travel Rule Status Updated', value: 'travel_rule.status.updated' },
	{ name: 'User Data Updated', value: 'user.data.updated' },
	{ name: 'User Status Updated', value: 'user.status.updated' },
];
