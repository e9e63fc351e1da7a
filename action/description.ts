import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { Api, WishField } from '../api/api';

/** What the editor says of one provider's verifications. */
export interface Wording {
	/** What a verification is called there, after its article: "an inquiry". */
	readonly verification: string;
	/** What its ids look like. */
	readonly idExample: string;
	/** What it is begun from: the label and what its ids look like; absent where there is nothing to choose. */
	readonly template?: { readonly label: string; readonly idExample: string; readonly description: string };
	/** What follows when Create runs twice for the same person, one or two sentences. */
	readonly repetition: string;
	/** What there is to know before one is looked up, one or two sentences. */
	readonly lookUp?: string;
	/** What becomes of a field of Create at this provider, one or two sentences. */
	readonly hints?: Readonly<Partial<Record<WishField, string>>>;
	/** HTML: which key with which rights, and on which plan. */
	readonly notice: string;
}

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
			description: `List verifications of ${provider.displayName} with their present status, the newest first`,
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

const creating = { show: { resource: ['verification'], operation: ['create'] } };

function createParameters(api: Api, { template, hints = {} }: Wording): INodeProperties[] {
	const properties: INodeProperties[] = [];
	if (template) {
		const byId = {
			displayName: 'By ID',
			name: 'id',
			type: 'string' as const,
			placeholder: template.idExample,
		};
		const fromList = {
			displayName: 'From List',
			name: 'list',
			type: 'list' as const,
			typeOptions: { searchListMethod: 'searchTemplates', searchable: true },
		};
		properties.push({
			displayName: template.label,
			name: 'template',
			type: 'resourceLocator',
			required: true,
			displayOptions: creating,
			default: { mode: api.listTemplates ? 'list' : 'id', value: '' },
			modes: api.listTemplates ? [fromList, byId] : [byId],
			description: template.description,
		});
	}
	properties.push(
		{
			displayName: 'External ID',
			name: 'externalId',
			type: 'string',
			required: true,
			displayOptions: creating,
			default: '',
			description: 'Your own reference for the person, such as the ID in your CRM. It comes back in every item.',
		},
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add field',
			displayOptions: creating,
			default: {},
			options: [...api.wishes.map((wish) => wishParameter(wish, hints[wish])), requestBody].sort((one, other) =>
				one.displayName.localeCompare(other.displayName, 'en'),
			),
		},
	);
	return properties;
}

function wishParameter(wish: WishField, hint: string | undefined): INodeProperties {
	const parameter = wishParameters[wish];
	return { ...parameter, description: described(parameter.description, hint) };
}

/** A description with what the provider adds to it; one sentence alone has no full stop. */
function described(text: string | undefined, addition: string | undefined): string | undefined {
	if (text === undefined || addition === undefined) return text ?? addition;
	return `${text.replace(/\.$/, '')}. ${addition}`;
}

const wishParameters: Record<WishField, INodeProperties> = {
	email: {
		displayName: 'Email',
		name: 'email',
		type: 'string',
		placeholder: 'name@email.com',
		default: '',
		description: 'Email address of the person',
	},
	phone: {
		displayName: 'Phone',
		name: 'phone',
		type: 'string',
		placeholder: '+15550000000',
		default: '',
		description: 'Phone number of the person, with the country code',
	},
	firstName: { displayName: 'First Name', name: 'firstName', type: 'string', default: '' },
	lastName: { displayName: 'Last Name', name: 'lastName', type: 'string', default: '' },
	redirectUrl: {
		displayName: 'Redirect URL',
		name: 'redirectUrl',
		type: 'string',
		placeholder: 'https://example.com/done',
		default: '',
		description: 'Where the person is sent afterwards. That they come back there does not mean that they are approved.',
	},
	expiresAfter: {
		displayName: 'Expires After',
		name: 'expiresAfter',
		type: 'number',
		typeOptions: { minValue: 0 },
		default: 0,
		description: 'How long the link works, in seconds. 0 leaves it to the provider.',
	},
	language: {
		displayName: 'Language',
		name: 'language',
		type: 'string',
		placeholder: 'en',
		default: '',
		description: 'Language in which the person is led, as the provider writes it',
	},
};

const requestBody: INodeProperties = {
	displayName: 'Request Body (JSON)',
	name: 'body',
	type: 'json',
	default: '{}',
	description:
		"Further fields of the provider's request, merged into what this node sends. They cannot change what the node sets.",
};

function lookUpParameters({ cancel, find }: Api, { idExample, verification }: Wording): INodeProperties[] {
	const verificationId: INodeProperties = {
		displayName: 'Verification ID',
		name: 'verificationId',
		type: 'string',
		required: true,
		placeholder: idExample,
		default: '',
		description: `The provider's ID of ${verification}, as in the field verificationId of an item`,
	};
	const show = { resource: ['verification'] };
	if (!find) return [{ ...verificationId, displayOptions: { show: { ...show, operation: ['get', 'cancel'] } } }];
	const getting = { ...show, operation: ['get'] };
	return [
		{
			displayName: 'Look Up By',
			name: 'lookUpBy',
			type: 'options',
			noDataExpression: true,
			displayOptions: { show: getting },
			options: [
				{ name: 'External ID', value: 'externalId', description: 'Your own reference: the newest that has it' },
				{ name: 'Verification ID', value: 'verificationId' },
			],
			default: 'verificationId',
		},
		{ ...verificationId, displayOptions: { show: { ...getting, lookUpBy: ['verificationId'] } } },
		{
			displayName: 'External ID',
			name: 'externalId',
			type: 'string',
			required: true,
			displayOptions: { show: { ...getting, lookUpBy: ['externalId'] } },
			default: '',
			description: 'Your own reference for the person, as it was given when the verification was created',
		},
		...(cancel ? [{ ...verificationId, displayOptions: { show: { ...show, operation: ['cancel'] } } }] : []),
	];
}

function listParameters({ list, listEvents }: Api): INodeProperties[] {
	if (!list && !listEvents) return [];
	const listing = { operation: ['getAll'] };
	return [
		{
			displayName: 'Return All',
			name: 'returnAll',
			type: 'boolean',
			displayOptions: { show: listing },
			default: false,
			description: 'Whether to return all results or only up to a given limit',
		},
		{
			displayName: 'Limit',
			name: 'limit',
			type: 'number',
			typeOptions: { minValue: 1 },
			displayOptions: { show: { ...listing, returnAll: [false] } },
			default: 50,
			description: 'Max number of results to return',
		},
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add filter',
			displayOptions: { show: { ...listing, resource: ['verification'] } },
			default: {},
			options: [
				{
					displayName: 'External ID',
					name: 'externalId',
					type: 'string',
					default: '',
					description: 'Your own reference',
				},
				{
					displayName: 'Since',
					name: 'since',
					type: 'dateTime',
					default: '',
					description: 'Verifications that were created at this time or later',
				},
				{
					displayName: 'Statuses',
					name: 'statuses',
					type: 'multiOptions',
					options: [
						{ name: 'Approved', value: 'approved' },
						{ name: 'Other', value: 'other' },
						{ name: 'Pending', value: 'pending' },
						{ name: 'Rejected', value: 'rejected' },
					],
					default: [],
					description: 'Only verifications of these statuses. None means all.',
				},
			],
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
				"Whether the item carries the provider's own answer, with all personal data in it. Tokens and links that let their holder in are left out.",
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
				'What becomes of test and sandbox verifications when the published workflow runs. In the editor they are treated like live ones.',
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
