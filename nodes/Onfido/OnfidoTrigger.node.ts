import type {
	IExecuteFunctions,
	IHookFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';
import { requireWorkingTrigger } from '../../trigger/activation';
import { testCredential } from '../../trigger/credential';
import {
	eventsParameter,
	guidance,
	optionsParameter,
	outputs,
	outputsParameter,
	setupNotice,
	statusesParameter,
	webhook,
} from '../../trigger/description';
import { putOut } from '../../trigger/outputs';
import { receiveDelivery } from '../../trigger/webhook';
import { onfido } from './onfido';

export class OnfidoTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Onfido Trigger',
		name: 'onfidoTrigger',
		icon: { light: 'file:../../icons/onfido.svg', dark: 'file:../../icons/onfido.dark.svg' },
		group: ['trigger'],
		version: 2,
		subtitle: '={{ $parameter["events"].includes("*") ? "all events" : $parameter["events"].join(", ") }}',
		description: 'Starts the workflow when Onfido (by Entrust) reports on a workflow run, a task, a check or a report',
		defaults: { name: 'Onfido Trigger' },
		inputs: [],
		outputs,
		credentials: [{ name: 'onfidoWebhookApi', required: true, testedBy: 'onfidoWebhookApiTest' }],
		webhooks: [webhook],
		...guidance,
		properties: [
			setupNotice(
				`In the Onfido dashboard, open <b>Developers → Webhooks</b>, create a webhook with this node's Production URL (https), set its environments to <b>live</b> only (by default it sends sandbox results too, which look the same) and copy its token into the credential. <a href="https://documentation.onfido.com/api/latest/#webhooks" target="_blank">Documentation</a>`,
			),
			eventsParameter([
				{ name: 'Audit Log Created', value: 'audit_log.created' },
				{
					name: 'Check Completed',
					value: 'check.completed',
					description: 'A classic check has ended. Its result must be fetched from Onfido.',
				},
				{ name: 'Check Form Completed', value: 'check.form_completed' },
				{ name: 'Check Reopened', value: 'check.reopened' },
				{ name: 'Check Started', value: 'check.started' },
				{ name: 'Check Withdrawn', value: 'check.withdrawn' },
				{ name: 'Report Awaiting Approval', value: 'report.awaiting_approval' },
				{ name: 'Report Cancelled', value: 'report.cancelled' },
				{ name: 'Report Completed', value: 'report.completed' },
				{ name: 'Report Resumed', value: 'report.resumed' },
				{ name: 'Report Withdrawn', value: 'report.withdrawn' },
				{ name: 'Watchlist Monitor Matches Updated', value: 'watchlist_monitor.matches_updated' },
				{
					name: 'Workflow Run Completed',
					value: 'workflow_run.completed',
					description: 'The whole of a Studio workflow: this decides',
				},
				{ name: 'Workflow Run Evidence Folder Created', value: 'workflow_run_evidence_folder.created' },
				{ name: 'Workflow Task Completed', value: 'workflow_task.completed' },
				{ name: 'Workflow Task Started', value: 'workflow_task.started' },
				{ name: 'Workflow Timeline File Created', value: 'workflow_timeline_file.created' },
			]),
			statusesParameter,
			outputsParameter,
			optionsParameter(onfido),
		],
	};

	methods = { credentialTest: { onfidoWebhookApiTest: testCredential(onfido) } };

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				return false;
			},
			async create(this: IHookFunctions): Promise<boolean> {
				return await requireWorkingTrigger(this, onfido);
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				return true;
			},
		},
	};

	async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		return await receiveDelivery(this, onfido);
	}

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await putOut(this);
	}
}
