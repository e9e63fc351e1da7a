import type { INodeProperties, IWebhookDescription } from 'n8n-workflow';
import type { Provider } from '../webhook/provider';
import { response } from './responseMode';

/** The webhook of every trigger. */
export const webhook: IWebhookDescription = {
	name: 'default',
	httpMethod: 'POST',
	path: 'webhook',
	...response,
};

/**
 * The outputs, in the order of `statuses`. n8n evaluates it wherever it draws the node: it must
 * stand for itself.
 */
export const outputs =
	"={{ ((parameters) => [...(parameters.outputs === 'single' ? ['Events'] : ['Other', 'Approved', 'Rejected', 'Pending']), ...((parameters.options || {}).refusedOutput ? ['Refused'] : [])].map((displayName) => ({ type: 'main', displayName })))($parameter) }}" as const;

/**
 * What the editor tells while the user sets the trigger up: above all, which of n8n's two URLs the
 * provider needs; and what n8n's AI builder is told.
 */
export const guidance = {
	builderHint: {
		searchHint:
			'Starts a workflow when the provider decides: no polling is needed. Output 1 (Approved) alone means that the person as a whole has passed; output 2 is Rejected, 3 is Pending, and 0 is Other, which decides nothing and usually stays unwired. Items look the same for all providers: status, reason, externalId (your own reference), verificationId, and subject with email, phone and name, each of which may be null.',
	},
	eventTriggerDescription: 'Now have the provider, or the KYC Simulator, send an event to the Test URL',
	activationMessage:
		"Events that the provider sends to this node's Production URL now start the workflow. Events sent to the Test URL do not.",
	triggerPanel: {
		header: 'The provider sends an event, and this node starts the workflow',
		executionsHelp: {
			inactive:
				"<b>While you build</b>, click Execute step and have the provider, or the KYC Simulator, send an event to the <b>Test URL</b>. It is shown here. The Test URL works only while this node listens.<br /><br /><b>When you are done</b>, give the provider the <b>Production URL</b> and publish the workflow. Its runs are in the <a data-key='executions'>executions list</a>, not here.",
			active:
				"<b>The Production URL works</b>, since the workflow is published. Its runs are in the <a data-key='executions'>executions list</a>, not here.<br /><br /><b>To try something out</b>, click Execute step and have the provider, or the KYC Simulator, send an event to the <b>Test URL</b>. It is shown here. The Test URL works only while this node listens.",
		},
		activationHint: {
			inactive: 'When you are done, give the provider the Production URL and publish the workflow.',
			active: 'The workflow is published: events sent to the Production URL start it, and are not shown here.',
		},
	},
} as const;

/** @param html one or two lines: where the webhook URL goes in the provider's dashboard */
export function setupNotice(html: string): INodeProperties {
	return { displayName: html, name: 'setupNotice', type: 'notice', default: '' };
}

export const statusesParameter: INodeProperties = {
	displayName: 'Statuses',
	name: 'statuses',
	type: 'multiOptions',
	noDataExpression: true,
	required: true,
	options: [
		{ name: 'Approved', value: 'approved' },
		{ name: 'Other', value: 'other', description: 'Nothing that decides: also test deliveries and unknown words' },
		{ name: 'Pending', value: 'pending' },
		{ name: 'Rejected', value: 'rejected' },
	],
	default: ['approved', 'other', 'pending', 'rejected'],
	description:
		'Which statuses start the workflow: all four, unless you leave some out. An event with any other status is answered and ignored, and costs no execution.',
};

export const outputsParameter: INodeProperties = {
	displayName: 'Outputs',
	name: 'outputs',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'One per Status',
			value: 'perStatus',
			description:
				'Separate outputs for other, approved, rejected and pending. Their data cannot be pinned in the editor.',
		},
		{
			name: 'Single',
			value: 'single',
			description: 'One output for all events. Its data can be pinned in the editor.',
		},
	],
	default: 'perStatus',
	description: 'One output for each status, or a single one for all. By default: One per Status.',
};

/**
 * @param provider which options make sense for it
 * @param own options of this provider alone
 */
export function optionsParameter(
	{ tolerance, tellsEnvironment, tellsTime }: Pick<Provider, 'tolerance' | 'tellsEnvironment' | 'tellsTime'>,
	own: readonly INodeProperties[] = [],
): INodeProperties {
	const options: INodeProperties[] = [
		...own,

		{
			displayName: 'Ignore Duplicates',
			name: 'ignoreDuplicates',
			type: 'boolean',
			noDataExpression: true,
			default: true,
			description:
				'Whether to drop an event that was already accepted. On by default: providers send events again when an answer is late.',
		},
		{
			displayName: 'Include Payload',
			name: 'includePayload',
			type: 'boolean',
			noDataExpression: true,
			default: true,
			description: "Whether the item carries the provider's own payload, with all personal data in it. On by default.",
		},
		{
			displayName: 'Refused Output',
			name: 'refusedOutput',
			type: 'boolean',
			noDataExpression: true,
			default: false,
			description:
				'Whether to add an output that reports refused deliveries, of each kind of refusal at most one a minute. Nothing of the delivery itself stands in it. Off by default.',
		},
		{
			displayName: 'Remember Events In',
			name: 'rememberEventsIn',
			type: 'options',
			noDataExpression: true,
			options: [
				{
					name: 'Database',
					value: 'database',
					description:
						'That of n8n: nothing is forgotten when n8n restarts, and all its processes share it. Each execution takes a little longer.',
				},
				{
					name: 'Memory',
					value: 'process',
					description: 'Fast, but forgotten when n8n restarts. Each process that receives webhooks has its own.',
				},
			],
			default: 'process',
			description: 'Where to remember accepted events, to tell duplicates by them. By default: Memory.',
			displayOptions: { hide: { responseMode: ['lastNode'] } },
		},
		{
			displayName: 'Respond',
			name: 'responseMode',
			type: 'options',
			noDataExpression: true,
			options: [
				{
					name: 'Immediately',
					value: 'onReceived',
					description: 'As soon as n8n has stored the event, before the workflow runs',
				},
				{
					name: 'When Last Node Finishes',
					value: 'lastNode',
					description:
						'The provider sends again what a failed or crashed execution did not finish. The workflow must be done before the provider stops waiting, often after 5 seconds.',
				},
			],
			default: 'onReceived',
			description: 'When to answer the provider. By default: Immediately.',
		},
	];
	if (tellsTime) options.push(lateEvents);
	if (tellsEnvironment) options.push(testDeliveries);
	if (tolerance !== undefined) options.push(toleranceOf(tolerance));
	return {
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options: options.sort((one, other) => one.displayName.localeCompare(other.displayName, 'en')),
	};
}

const lateEvents: INodeProperties = {
	displayName: 'Late Events',
	name: 'lateEvents',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Keep Their Status',
			value: 'keep',
			description: 'A late event may undo a later decision: only for workflows that look at the time themselves',
		},
		{ name: 'Put Out on Other', value: 'other', description: 'With the reason "outdated"' },
	],
	default: 'other',
	description:
		'What becomes of an event that is older than one already accepted for the same verification. By default: Put Out on Other.',
};

const testDeliveries: INodeProperties = {
	displayName: 'Test Deliveries',
	name: 'testDeliveries',
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: 'Put Out on Other', value: 'other', description: 'With the reason "test"' },
		{ name: 'Treat Like Live Ones', value: 'live', description: 'Test approvals then leave by Approved' },
	],
	default: 'other',
	description:
		'What becomes of test and sandbox deliveries on the Production URL. By default: Put Out on Other. On the Test URL they are treated like live ones.',
};

function toleranceOf(seconds: number): INodeProperties {
	return {
		displayName: 'Tolerance (Seconds)',
		name: 'tolerance',
		type: 'number',
		noDataExpression: true,
		typeOptions: { minValue: 0 },
		default: seconds,
		description: `How old a delivery may be by the time that the provider has signed, or how far ahead of n8n's clock: ${seconds} by default${seconds === 0 ? ', which' : '; 0'} turns the check off.`,
	};
}
