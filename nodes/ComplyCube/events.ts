import type { EventOption } from '../../trigger/events';

/** The events that can be chosen: https://docs.complycube.com/documentation/api-reference/other-resources/webhooks. */
export const events: readonly EventOption[] = [
	{
		name: 'Workflow Session Completed',
		value: 'workflow.session.completed',
		decides: true,
		description: 'The client as a whole is approved, rejected or in review',
	},
	{
		name: 'Workflow Session Updated',
		value: 'workflow.session.updated',
		decides: true,
		description: 'The outcome of the client was changed later',
	},
	{ name: 'Address Created', value: 'address.created' },
	{ name: 'Address Deleted', value: 'address.deleted' },
	{ name: 'Address Updated', value: 'address.updated' },
	{
		name: 'Check Completed',
		value: 'check.completed',
		description: 'A single check has an outcome, whichever it is. It decides nothing, unless Approved When says so.',
	},
	{
		name: 'Check Completed: Attention',
		value: 'check.completed.attention',
		description: 'Somebody has to look at a single check; nobody has decided',
	},
	{
		name: 'Check Completed: Clear',
		value: 'check.completed.clear',
		description: 'A single check is clear: the workflow session decides, unless Approved When says otherwise',
	},
	{
		name: 'Check Completed: Match Confirmed',
		value: 'check.completed.match_confirmed',
		description: 'A hit of a screening was confirmed; somebody has to look, and nobody has decided',
	},
	{
		name: 'Check Completed: Rejected',
		value: 'check.completed.rejected',
		description: 'A single check is rejected: the workflow session decides, unless Approved When says otherwise',
	},
	{
		name: 'Check Failed',
		value: 'check.failed',
		description: 'A check could not be carried out; that says nothing about the client',
	},
	{
		name: 'Check Monitoring: Attention',
		value: 'check.monitoring.attention',
		description: 'The monitoring of a client found something new: an alert',
	},
	{ name: 'Check Pending', value: 'check.pending' },
	{
		name: 'Check Updated',
		value: 'check.updated',
		description: 'The outcome of a single check was changed later. It decides nothing, unless Approved When says so.',
	},
	{ name: 'Client Created', value: 'client.created' },
	{ name: 'Client Deleted', value: 'client.deleted' },
	{ name: 'Client Updated', value: 'client.updated' },
	{ name: 'Document Created', value: 'document.created' },
	{ name: 'Document Deleted', value: 'document.deleted' },
	{ name: 'Document Updated', value: 'document.updated' },
	{ name: 'Document Updated: Image Deleted', value: 'document.updated.image_deleted' },
	{ name: 'Document Updated: Image Uploaded', value: 'document.updated.image_uploaded' },
	{
		name: 'Workflow Session Abandoned',
		value: 'workflow.session.abandoned',
		description: 'The client left the session and did not come back; nobody has decided',
	},
	{
		name: 'Workflow Session Cancelled',
		value: 'workflow.session.cancelled',
		description: 'The session was canceled; nobody has decided',
	},
	{ name: 'Workflow Session Processing', value: 'workflow.session.processing' },
	{ name: 'Workflow Session Started', value: 'workflow.session.started' },
];
