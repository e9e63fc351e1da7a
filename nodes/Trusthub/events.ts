import type { EventOption } from '../../trigger/events';

/** The events that can be chosen: https://dev.trustmatic.io/documentation. */
export const events: readonly EventOption[] = [
	{
		name: 'Auto Approved',
		value: 'auto_approved',
		decides: true,
		description: 'The person is approved, automatically',
	},
	{
		name: 'Manual Approved',
		value: 'manual_approved',
		decides: true,
		description: 'The person is approved, by a reviewer',
	},
	{
		name: 'Auto Rejected',
		value: 'auto_rejected',
		decides: true,
		description: 'The person is rejected, automatically',
	},
	{
		name: 'Manual Rejected',
		value: 'manual_rejected',
		decides: true,
		description: 'The person is rejected, by a reviewer',
	},
	{ name: 'Session Initialized', value: 'session_initialized' },
	{ name: 'Session Started', value: 'session_started' },
	{
		name: 'Waiting for Manual Approve',
		value: 'waiting_for_manual_approve',
		description: 'A reviewer has to look; nobody has decided yet',
	},
];
