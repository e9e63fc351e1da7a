import type { EventOption } from '../../trigger/events';

/** The events that can be chosen: https://docs.trustswiftly.com/webhooks. */
export const events: readonly EventOption[] = [
	{
		name: 'Verification Completed',
		value: 'verification.completed',
		decides: true,
		description: 'A single check was completed; with it, all of them may be: then the person is approved',
	},
	{
		name: 'Verification Rejected',
		value: 'verification.rejected',
		decides: true,
		description: 'A single check was rejected, so the person is rejected',
	},
	{
		name: 'User Status Changed',
		value: 'user.status.changed',
		decides: true,
		description: 'The person as a whole is verified, banned or in review',
	},
	{
		name: 'Verification In Process',
		value: 'verification.in-process',
		decides: true,
		description: 'A single check is under way: pending, but rejected if the person is banned',
	},
	{
		name: 'Verification Pending',
		value: 'verification.pending',
		decides: true,
		description: 'A single check has begun: pending, but rejected if the person is banned',
	},
];
