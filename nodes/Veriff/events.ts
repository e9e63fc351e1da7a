import type { EventOption } from '../../trigger/events';

/** The events that can be chosen: https://devdocs.veriff.com/docs/webhooks-guide. */
export const events: readonly EventOption[] = [
	{ name: 'Decision: Approved', value: 'decision.approved', decides: true, description: 'The person is approved' },
	{ name: 'Decision: Declined', value: 'decision.declined', decides: true, description: 'The person is rejected' },
	{
		name: 'Decision: Abandoned',
		value: 'decision.abandoned',
		description: 'The person has not finished; nobody has decided',
	},
	{ name: 'Decision: Expired', value: 'decision.expired', description: 'The person came too late; nobody has decided' },
	{
		name: 'Decision: Resubmission Requested',
		value: 'decision.resubmission_requested',
		description: 'The person has to try again; nobody has decided yet',
	},
	{
		name: 'Decision: Review',
		value: 'decision.review',
		description: 'Somebody has to look at the session; nobody has decided yet',
	},
	{ name: 'Event: Started', value: 'event.started', description: 'The person has opened the verification' },
	{ name: 'Event: Submitted', value: 'event.submitted', description: 'The person has handed in everything' },
	{
		name: 'Full Auto Result',
		value: 'fullauto',
		description: 'The only webhook of the Essential plan. Passed on as it is, never as Approved or Rejected.',
	},
	{
		name: 'User-Defined Status Created',
		value: 'user-status.created',
		description: 'A status that you have defined yourself; it decides nothing',
	},
	{
		name: 'Watchlist: Initial Result',
		value: 'watchlist.initial_result',
		description:
			'The person was looked up in watchlists; the session decides. A hit that a reviewer has confirmed is an alert.',
	},
	{
		name: 'Watchlist: Updated Result',
		value: 'watchlist.updated_result',
		description: 'Ongoing monitoring has found a change: with a match, the reason is "alert"',
	},
];
