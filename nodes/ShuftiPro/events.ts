import type { EventOption } from '../../trigger/events';

/** The events that can be chosen: https://developers.shuftipro.com/docs/verification_endpoints/responses. */
export const events: readonly EventOption[] = [
	{
		name: 'Verification Accepted',
		value: 'verification.accepted',
		decides: true,
		description: 'The person is approved',
	},
	{
		name: 'Verification Declined',
		value: 'verification.declined',
		decides: true,
		description: 'The person is rejected',
	},
	{
		name: 'Request Data Changed',
		value: 'request.data.changed',
		description: 'Data was changed in the back office; the event decides nothing',
	},
	{ name: 'Request Deleted', value: 'request.deleted' },
	{
		name: 'Request Invalid',
		value: 'request.invalid',
		description: 'Shufti Pro cannot use the request; that says nothing about the person',
	},
	{
		name: 'Request Pending',
		value: 'request.pending',
		description: 'The person has a link, but has not finished the verification',
	},
	{ name: 'Request Received', value: 'request.received' },
	{
		name: 'Request Timeout',
		value: 'request.timeout',
		description: 'The person has not finished in time; nobody has decided',
	},
	{
		name: 'Request Unauthorized',
		value: 'request.unauthorized',
		description: 'Shufti Pro refuses the keys of the request; that says nothing about the person',
	},
	{
		name: 'Review Pending',
		value: 'review.pending',
		description: 'Somebody has to look at the verification; nobody has decided yet',
	},
	{
		name: 'Verification Cancelled',
		value: 'verification.cancelled',
		description: 'The person has broken off the verification; nobody has decided',
	},
	{
		name: 'Verification Status Changed',
		value: 'verification.status.changed',
		description: 'A decision was changed in the back office; the event does not tell to what',
	},
];
