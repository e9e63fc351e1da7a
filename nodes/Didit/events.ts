import type { EventOption } from '../../trigger/events';

/** The events that can be chosen: https://docs.didit.me/integration/webhooks. */
export const events: readonly EventOption[] = [
	{
		name: 'Status Updated',
		value: 'status.updated',
		decides: true,
		description: 'The status of a session has changed, also to Approved or Declined',
	},
	{ name: 'Activity Created', value: 'activity.created' },
	{ name: 'Business Data Updated', value: 'business.data.updated' },
	{
		name: 'Business Status Updated',
		value: 'business.status.updated',
		description: 'The status of a business record has changed; the session decides',
	},
	{ name: 'Data Updated', value: 'data.updated', description: "A session's data was corrected" },
	{ name: 'Transaction Created', value: 'transaction.created' },
	{
		name: 'Transaction Status Updated',
		value: 'transaction.status.updated',
		description: 'About a transaction, not about who a person is',
	},
	{
		name: 'Travel Rule Status Updated',
		value: 'travel_rule.status.updated',
		description: 'About a transaction, not about who a person is',
	},
	{ name: 'User Data Updated', value: 'user.data.updated' },
	{
		name: 'User Status Updated',
		value: 'user.status.updated',
		description: 'The status of a user record has changed; the session decides',
	},
];
