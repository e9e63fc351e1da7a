import type { EventOption } from '../../trigger/events';

/** The events that can be chosen: https://web.archive.org/web/2023/https://docs.passbase.com/server/webhook. */
export const events: readonly EventOption[] = [
	{
		name: 'Verification Completed',
		value: 'VERIFICATION_COMPLETED',
		decides: true,
		description: 'A verification was processed: approved, declined or waiting for a review',
	},
	{
		name: 'Verification Reviewed',
		value: 'VERIFICATION_REVIEWED',
		decides: true,
		description: 'A person has reviewed a verification: approved or declined',
	},
	{
		name: 'Datapoint Updated',
		value: 'DATAPOINT_UPDATED',
		description: 'Data of a person were changed after the verification',
	},
	{
		name: 'Identity Authenticated',
		value: 'IDENTITY_AUTHENTICATED',
		description: 'A person who was verified before was recognised by their face',
	},
	{
		name: 'Watchlist Monitoring',
		value: 'WATCHLIST_MONITORING',
		description: 'A person was found on a watchlist or in the news, often after an approval',
	},
];
