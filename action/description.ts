import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { Api } from '../api/api';
import { createParameters } from './createParameters';
import { listParameters, lookUpParameters } from './lookUpParameters';
import { subtitleOf } from './subtitle';
import { described, type Wording } from './wording';

/** What n8n's AI builder is told of every action node. */
export const builderHint = {
	searchHint:
		'Create starts a verification and puts out url, the link for the person; Get looks one up. Neither waits for the decision: begin a workflow with the trigger of the same provider for that. One output: look at status, which is approved, rejected, pending or other.',
} as const;

/** What stands below every action node on the canvas. */
export const subtitle = subtitleOf(
	{
		cancel: 'Cancel',
		create: 'Create',
		get: 'Get',
		getAll: 'Get Many',
		event: 'Event',
		verification: 'Verification',
	},
	'operation',
	'resource',
);

/**
 * All parameters of an action node.
 * @param own parameters of this provider alone
 */
export function actionParameters(api: Api, wording: Wording, own: readonly INodeProperties[] = []): INodeProperties[] {
	return [
		{ displayName: wording.notice, name: 'setupNotice', type: 'notice', default: '' },
		resourceParameter(api),
		operationParameter(api, wording),
		...eventOperation(api),
		...createParameters(api, wording),
		...lookUpParameters(api, wording),
		...listParameters(api),
		...own,
		optionsParameter(api),
	];
}

function resourceParameter({ listEvents }: Api): INodeProperties {
	return {
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		options: [
			...(listEvents ? [{ name: 'Event', value: 'event' }] : []),
			{ name: 'Verification', value: 'verification' },
		],
		default: 'verification',
	};
}

/** Not offered to AI agents: what they begin may cost money, and what they cancel is gone. */
const notForAgents = { displayOptions: { hide: { '@tool': [true] } } };

function operationParameter({ provider, cancel, list }: Api, wording: Wording): INodeProperties {
	const { verification, repetition, lookUp } = wording;
	const bare = verification.replace(/^an? /, '');
	const options: INodePropertyOptions[] = [
		{
			name: 'Create',
			value: 'create',
			action: `Start ${verification}`,
			description: `Start ${verification} at ${provider.displayName} and get the link for the person. ${repetition}`,
			...notForAgents,
		},
		{
			name: 'Get',
			value: 'get',
			action: `Get ${verification}`,
			description: described(`Look up ${verification} and its present status at ${provider.displayName}`, lookUp),
		},
	];
	if (cancel) {
		options.push({
			name: 'Cancel',
			value: 'cancel',
			action: `Cancel ${verification}`,
			description: `Cancel ${verification}, so that the person cannot go on with it`,
			...notForAgents,
		});
	}
	if (list) {
		options.push({
			name: 'Get Many',
			value: 'getAll',
			action: `Get many ${bare.replace(/y$/, 'ie')}s`,
			description: `List verifications of ${provider.displayName} with their present status, the latest first`,
		});
	}
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['verification'] } },
		options: options.sort((one, other) => one.name.localeCompare(other.name, 'en')),
		default: 'get',
	};
}

function eventOperation({ provider, listEvents }: Api): INodeProperties[] {
	if (!listEvents) return [];
	return [
		{
			displayName: 'Operation',
			name: 'operation',
			type: 'options',
			noDataExpression: true,
			displayOptions: { show: { resource: ['event'] } },
			options: [
				{
					name: 'Get Many',
					value: 'getAll',
					action: 'Get many events',
					description: `List what the webhooks of ${provider.displayName} told, with the same event IDs, to catch up after an outage`,
				},
			],
			default: 'getAll',
		},
		{
			displayName: 'Since',
			name: 'since',
			type: 'dateTime',
			required: true,
			displayOptions: { show: { resource: ['event'] } },
			default: '',
			description: 'Events from this time on',
		},
	];
}

function optionsParameter({ provider }: Api): INodeProperties {
	const options: INodeProperties[] = [
		{
			displayName: 'Include Payload',
			name: 'includePayload',
			type: 'boolean',
			default: false,
			description:
				"Whether the item carries the provider's own answer, with all personal data in it. Off by default. Tokens and links that let their holder in are left out.",
		},
	];
	if (provider.tellsEnvironment) {
		options.push({
			displayName: 'Test Verifications',
			name: 'testVerifications',
			type: 'options',
			noDataExpression: true,
			options: [
				{ name: 'Put Out as Other', value: 'other', description: 'With the reason "test"' },
				{ name: 'Treat Like Live Ones', value: 'live', description: 'A test approval then counts as approved' },
			],
			default: 'other',
			description:
				'What becomes of test and sandbox verifications when the published workflow runs. By default: Put Out as Other. In the editor they are treated like live ones.',
		});
	}
	return {
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add option',
		default: {},
		options,
	};
}
