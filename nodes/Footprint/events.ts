import type { EventOption } from '../../trigger/events';

/** The events that can be chosen: https://docs.onefootprint.com/articles/integrate/webhooks. */
export const events: readonly EventOption[] = [
	{
		name: 'Onboarding Completed',
		value: 'footprint.onboarding.completed',
		decides: true,
		description: 'An onboarding has ended: passed, failed or waiting for a review',
	},
	{
		name: 'Onboarding Status Changed',
		value: 'footprint.onboarding.status_changed',
		decides: true,
		description: 'The only event that tells how a manual review ended. Footprint calls it deprecated.',
	},
	{ name: 'User Bank Link Updated', value: 'footprint.user.bank_link_updated' },
	{
		name: 'User Info Requested',
		value: 'footprint.user.info_requested',
		description: 'The person has to hand in more; the onboarding decides',
	},
	{
		name: 'User Manual Review',
		value: 'footprint.user.manual_review',
		description: 'A reviewer has changed the status of a user; the event does not tell which it is',
	},
	{ name: 'Vault Updated', value: 'footprint.vault.updated' },
	{
		name: 'Watchlist Check Completed',
		value: 'footprint.watchlist_check.completed',
		description: 'A person was looked up in watchlists; the onboarding decides',
	},
];
