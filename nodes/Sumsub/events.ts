import type { EventOption } from '../../trigger/events';

/** The events that can be chosen: https://docs.sumsub.com/docs/webhook-manager. */
export const events: readonly EventOption[] = [
	{
		name: 'Applicant Reviewed',
		value: 'applicantReviewed',
		decides: true,
		description:
			'The decision on an applicant. A rejection may follow days after an approval. Not the last word where applicants pass several levels: see Approved When.',
	},
	{
		name: 'Applicant Workflow Completed',
		value: 'applicantWorkflowCompleted',
		decides: true,
		description: 'The decision of a workflow of several levels',
	},
	{
		name: 'Applicant Workflow Failed',
		value: 'applicantWorkflowFailed',
		decides: true,
		description: 'A workflow of several levels has ended without an approval: rejected, or to be tried again',
	},
	{
		name: 'Applicant Action Reviewed',
		value: 'applicantActionReviewed',
		decides: true,
		description: 'The decision on an action, such as a payment method check',
	},
	{ name: 'AML Case On Hold', value: 'amlCaseOnHold', description: 'Screening has possible hits: an alert' },
	{
		name: 'AML Case Rejected',
		value: 'amlCaseRejected',
		description: 'Screening has a hit that was confirmed: an alert',
	},
	{ name: 'Applicant Action Level Changed', value: 'applicantActionLevelChanged' },
	{
		name: 'Applicant Action On Hold',
		value: 'applicantActionOnHold',
		description: 'Somebody has to look at the action; nobody has decided yet',
	},
	{ name: 'Applicant Action Pending', value: 'applicantActionPending' },
	{
		name: 'Applicant Activated',
		value: 'applicantActivated',
		description: 'An applicant was switched on again; that decides nothing',
	},
	{
		name: 'Applicant Awaiting Service',
		value: 'applicantAwaitingService',
		description: 'Another service has to answer; nobody has decided yet',
	},
	{
		name: 'Applicant Awaiting User',
		value: 'applicantAwaitingUser',
		description: 'The applicant has to do something; nobody has decided yet',
	},
	{ name: 'Applicant Created', value: 'applicantCreated' },
	{
		name: 'Applicant Deactivated',
		value: 'applicantDeactivated',
		description: 'An applicant was switched off; that decides nothing',
	},
	{ name: 'Applicant Deleted', value: 'applicantDeleted' },
	{
		name: 'Applicant KYT On Hold',
		value: 'applicantKytOnHold',
		description: 'A transaction waits for a review: an alert',
	},
	{
		name: 'Applicant KYT Transaction Rejected',
		value: 'applicantKytTxnRejected',
		description: 'A transaction was rejected: an alert',
	},
	{ name: 'Applicant Level Changed', value: 'applicantLevelChanged' },
	{
		name: 'Applicant On Hold',
		value: 'applicantOnHold',
		description: 'Somebody has to look at the applicant; nobody has decided yet',
	},
	{ name: 'Applicant Pending', value: 'applicantPending' },
	{ name: 'Applicant Personal Data Deleted', value: 'applicantPersonalDataDeleted' },
	{
		name: 'Applicant Personal Info Changed',
		value: 'applicantPersonalInfoChanged',
		description: 'Repeats the last answer, but decides nothing',
	},
	{
		name: 'Applicant Prechecked',
		value: 'applicantPrechecked',
		description: 'The automatic checks are done; nobody has decided yet',
	},
	{
		name: 'Applicant Reset',
		value: 'applicantReset',
		description: 'The applicant has to begin anew; nobody has decided yet',
	},
	{
		name: 'Applicant Steps Reset',
		value: 'applicantStepsReset',
		description: 'The applicant has to repeat some steps; nobody has decided yet',
	},
	{ name: 'Applicant Tags Changed', value: 'applicantTagsChanged' },
	{
		name: 'Video Ident Composition Completed',
		value: 'videoIdentCompositionCompleted',
		description: 'The recording of a video call is ready; that decides nothing',
	},
	{
		name: 'Video Ident Status Changed',
		value: 'videoIdentStatusChanged',
		description: 'About a video call; that decides nothing',
	},
];
