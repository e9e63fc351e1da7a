import type { EventOption } from '../../trigger/events';

/** The events that can be chosen: `webhook_event_type` of https://github.com/onfido/onfido-openapi-spec. */
export const events: readonly EventOption[] = [
	{
		name: 'Workflow Run Completed',
		value: 'workflow_run.completed',
		decides: true,
		description: 'A Studio workflow has ended: approved, declined or in review',
	},
	{ name: 'Audit Log Created', value: 'audit_log.created' },
	{
		name: 'Check Completed',
		value: 'check.completed',
		description:
			'A classic check has ended; the event does not tell how. Fetch the result with the Onfido node: Get, Kind: Check.',
	},
	{
		name: 'Check Form Completed',
		value: 'check.form_completed',
		description: 'The person has filled in the form of a classic check; that decides nothing',
	},
	{ name: 'Check Reopened', value: 'check.reopened' },
	{ name: 'Check Started', value: 'check.started' },
	{
		name: 'Check Withdrawn',
		value: 'check.withdrawn',
		description: 'A classic check was withdrawn; that decides nothing',
	},
	{
		name: 'Report Awaiting Approval',
		value: 'report.awaiting_approval',
		description: 'A part of a check waits; it decides nothing',
	},
	{
		name: 'Report Cancelled',
		value: 'report.cancelled',
		description: 'A part of a check was cancelled; it decides nothing',
	},
	{
		name: 'Report Completed',
		value: 'report.completed',
		description: 'A part of a check has ended; it decides nothing',
	},
	{ name: 'Report Resumed', value: 'report.resumed' },
	{
		name: 'Report Withdrawn',
		value: 'report.withdrawn',
		description: 'A part of a check was withdrawn; it decides nothing',
	},
	{
		name: 'Watchlist Monitor Matches Updated',
		value: 'watchlist_monitor.matches_updated',
		description: 'Monitoring has found or dropped a match, often about somebody approved before',
	},
	{ name: 'Workflow Run Evidence Folder Created', value: 'workflow_run_evidence_folder.created' },
	{
		name: 'Workflow Task Completed',
		value: 'workflow_task.completed',
		description: 'A part of a Studio workflow has ended; the workflow run decides',
	},
	{ name: 'Workflow Task Started', value: 'workflow_task.started' },
	{ name: 'Workflow Timeline File Created', value: 'workflow_timeline_file.created' },
];
