import type { EventOption } from '../../trigger/events';

const REPEATS = 'Repeats the last status of the inquiry, but decides nothing';

/** Each kind of report has an event for a match, and one for its end. */
const reports = [
	['Adverse Media', 'adverse-media'],
	['Business Adverse Media', 'business-adverse-media'],
	['Business Watchlist', 'business-watchlist'],
	['Crypto Address Watchlist', 'crypto-address-watchlist'],
	['Politically Exposed Person', 'politically-exposed-person'],
	['Screening', 'screening'],
	['Watchlist', 'watchlist'],
].flatMap(([name, kind]): EventOption[] => [
	{
		name: `Report ${name} Matched`,
		value: `report/${kind}.matched`,
		description: 'The report has a match: an alert',
	},
	{
		name: `Report ${name} Ready`,
		value: `report/${kind}.ready`,
		description: 'The report is done: an alert if it has a match; else it decides nothing',
	},
]);

/** The events that can be chosen, under Persona's names: https://docs.withpersona.com/events. */
export const events: readonly EventOption[] = [
	{ name: 'Inquiry Approved', value: 'inquiry.approved', decides: true, description: 'The person is approved' },
	{ name: 'Inquiry Declined', value: 'inquiry.declined', decides: true, description: 'The person is rejected' },
	{
		name: 'Inquiry Failed',
		value: 'inquiry.failed',
		decides: true,
		description: 'The person has failed the verification too often: rejected',
	},
	{ name: 'Case Assigned', value: 'case.assigned' },
	{ name: 'Case Created', value: 'case.created' },
	{ name: 'Case Reopened', value: 'case.reopened' },
	{ name: 'Case Resolved', value: 'case.resolved', description: 'A case was closed; the inquiry decides' },
	{ name: 'Case Updated', value: 'case.updated' },
	{
		name: 'Inquiry Completed',
		value: 'inquiry.completed',
		description: 'The person has reached the end; nobody has decided yet',
	},
	{ name: 'Inquiry Created', value: 'inquiry.created' },
	{
		name: 'Inquiry Expired',
		value: 'inquiry.expired',
		description: 'The person has not finished in time; nobody has decided',
	},
	{
		name: 'Inquiry Marked for Review',
		value: 'inquiry.marked-for-review',
		description: 'Somebody has to look at the inquiry; nobody has decided yet',
	},
	{
		name: 'Inquiry Redacted',
		value: 'inquiry.redacted',
		description: REPEATS,
	},
	{
		name: 'Inquiry Reusable Persona Created',
		value: 'inquiry.reusable-persona-created',
		description: REPEATS,
	},
	{
		name: 'Inquiry Reusable Persona Used',
		value: 'inquiry.reusable-persona-used',
		description: 'The person was verified before; the event decides nothing',
	},
	{ name: 'Inquiry Started', value: 'inquiry.started' },
	{
		name: 'Inquiry Transitioned',
		value: 'inquiry.transitioned',
		description: 'A step of the inquiry; it decides nothing',
	},
	{
		name: 'Inquiry Updated Tags',
		value: 'inquiry.updated-tags',
		description: REPEATS,
	},
	...reports,
	{
		name: 'Verification Canceled',
		value: 'verification.canceled',
		description: 'A single check was canceled; the inquiry decides',
	},
	{ name: 'Verification Created', value: 'verification.created' },
	{
		name: 'Verification Failed',
		value: 'verification.failed',
		description: 'A single check has failed; the inquiry decides',
	},
	{
		name: 'Verification Passed',
		value: 'verification.passed',
		description: 'A single check was passed; the inquiry decides',
	},
	{
		name: 'Verification Requires Retry',
		value: 'verification.requires-retry',
		description: 'The person has to repeat a single check; the inquiry decides',
	},
	{ name: 'Verification Submitted', value: 'verification.submitted' },
];
