import type { INodeProperties } from 'n8n-workflow';

/** What counts as approval of the applicant: of trigger and action node. */
export const approvedWhen: INodeProperties = {
	displayName: 'Approved When',
	name: 'approvedWhen',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Each Level Is Reviewed',
			value: 'eachLevel',
			description: 'Right where applicants pass one level: its approval is that of the applicant',
		},
		{
			name: 'Workflow Is Completed',
			value: 'workflow',
			description: 'Right where applicants pass several levels: an approved level is pending until all are done',
		},
	],
	default: 'eachLevel',
	description:
		'When an approval counts as Approved. Sumsub sends one for each level of a workflow. By default: Each Level Is Reviewed.',
};
