import type { INodePropertyOptions } from 'n8n-workflow';

/** The events that can be chosen: https://docs.complycube.com/documentation/api-reference/other-resources/webhooks. */
export const events: INodePropertyOptions[] = [
	{ name: 'Address Created', value: 'address.created' },
	{ name: 'Address Deleted', value: 'address.deleted' },
	{ name: 'Address Updated', value: 'address.updated' },
	{
		name: 'Check Completed',
		value: 'check.completed',
		description: 'A single check has an outcome, whichever it is',
	},
	{ name: 'Check Completed: Attention', value: 'check.completed.attention' },
	{ name: 'Check Completed: Clear', value: 'check.completed.clear' },
	{ name: 'Check Completed: Match Confirmed', value: 'check.completed.match_confirmed' },
	{ name: 'Check Completed: Rejected', value: 'check.completed.rejected' },
	{ name: 'Check Failed', value: 'check.failed' },
	{
		name: 'Check Monitoring: Attention',
		value: 'check.monitoring.attention',
		description: 'The monitoring of a client found something new',
	},
	{ name: 'Check Pending', value: 'check.pending' },
	{ name: 'Check Updated', value: 'check.updated' },
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
		description: 'The client left the session and did not come back',
	},
	{ name: 'Workflow Session Cancelled', value: 'workflow.session.cancelled' },
	{
		name: 'Workflow Session Completed',
		value: 'workflow.session.completed',
		description: 'The client as a whole has an outcome, whichever it is',
	},
	{ name: 'Workflow Session Processing', value: 'workflow.session.processing' },
	{ name: 'Workflow Session Started', value: 'workflow.session.started' },
	{
		name: 'Workflow Session Updated',
		value: 'workflow.session.updated',
		description: 'The outcome of the client was changed later',
	},
];
