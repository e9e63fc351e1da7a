import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { type OutcomeName, outcomeNames, outcomes } from '../../recipe/outcomes';
import { CUSTOM } from '../../recipe/provider';
import { type Meaning, meaning } from '../../recipe/schema';
import { asObject, type JsonObject } from '../../webhook/json';

const shown = { show: { provider: [CUSTOM] } };

/** The places of an item's fields, by the names of the parameters. */
const places = {
	eventId: {
		label: 'Event ID Field',
		example: 'id',
		description:
			'What is the same when an event is sent again, and another for every other event. Without it the whole body counts.',
	},
	eventType: { label: 'Event Type Field', example: 'type', description: 'The name of the event' },
	externalId: { label: 'External ID Field', example: 'data.reference', description: 'Your own reference' },
	occurredAt: {
		label: 'Time Field',
		example: 'created_at',
		description: 'When it happened: ISO 8601, or Unix time in seconds or milliseconds',
	},
	providerStatus: {
		label: 'Status Field',
		example: 'data.status',
		description: "The provider's own word for the status",
	},
	email: { label: 'Subject Email Field', example: 'data.email', description: "The person's email address" },
	firstName: { label: 'Subject First Name Field', example: 'data.first_name', description: "The person's first name" },
	id: { label: 'Subject ID Field', example: 'data.person_id', description: "The provider's ID for the person" },
	lastName: { label: 'Subject Last Name Field', example: 'data.last_name', description: "The person's last name" },
	name: { label: 'Subject Name Field', example: 'data.name', description: "The person's full name" },
	phone: { label: 'Subject Phone Field', example: 'data.phone', description: "The person's phone number" },
	verificationId: {
		label: 'Verification ID Field',
		example: 'data.id',
		description: "The provider's ID for the verification",
	},
} as const;

type PlaceName = keyof typeof places;

const field = (name: string, displayName: string, example: string, description: string): INodeProperties => ({
	displayName,
	name,
	type: 'string',
	noDataExpression: true,
	default: '',
	placeholder: `e.g. ${example}`,
	description,
});

const several = (name: string, displayName: string, example: string, description: string): INodeProperties => ({
	...field(name, displayName, example, description),
	typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Value' },
	default: [],
});

/** "Rejected: Fraud", "Pending: In Review", "Approved". */
function labelOf(name: OutcomeName): string {
	const { status, reason } = outcomes[name];
	return [status, ...(reason === null ? [] : [reason])].map(titleCase).join(': ');
}

function titleCase(words: string): string {
	return words.replace(
		/(?:^|_)([a-z])/g,
		(match, letter: string) => `${match.startsWith('_') ? ' ' : ''}${letter.toUpperCase()}`,
	);
}

const meanings: Readonly<Partial<Record<OutcomeName, string>>> = {
	approved: 'The person as a whole. Name the event and the status in the conditions: else a single check may approve.',
	declined: 'Somebody, or the provider, decided against the person',
	partial: 'One check of several has an end; the person has no verdict yet',
	inReview: 'A person looks at it',
	resubmission: 'The person is asked to try again',
	started: 'The person has begun, or was invited',
	notification: 'Tells something that decides nothing',
	alert: 'Ongoing monitoring has found something about somebody, often approved before',
};

const outcomeOptions: INodePropertyOptions[] = outcomeNames
	.map((name) => ({ name: labelOf(name), value: name, description: meanings[name] }))
	.sort((one, other) => one.name.localeCompare(other.name, 'en'));

const conditionValues: INodeProperties[] = [
	{
		...field(
			'path',
			'Field',
			'data.status',
			'Path inside the payload, e.g. <code>data.checks[0].status</code>; do not begin with <code>payload.</code>',
		),
		required: true,
	},
	{
		displayName: 'Is',
		name: 'is',
		type: 'options',
		noDataExpression: true,
		options: [
			{ name: 'Absent', value: 'absent', description: 'Missing or null' },
			{ name: 'One Of', value: 'oneOf', description: 'Exactly one of the values, with capital letters as they are' },
			{ name: 'Present', value: 'present', description: 'There, whatever it is' },
		],
		default: 'oneOf',
		description: 'What the field has to be. By default: One Of.',
	},
	{
		...several('values', 'Values', 'approved', 'Text as the provider writes it; true and false for yes and no'),
		// A new condition opens with a place for its first value.
		default: [''],
		displayOptions: { show: { is: ['oneOf'] } },
	},
];

/** What a user tells of a provider that there is no recipe for. */
export const customParameters: INodeProperties[] = [
	{
		...field(
			'providerName',
			'Provider Name',
			'acme-kyc',
			`What the items call the provider: small letters, digits and hyphens. By default: ${CUSTOM}.`,
		),
		default: CUSTOM,
		required: true,
		displayOptions: shown,
	},
	{
		displayName: 'Rules',
		name: 'rules',
		type: 'fixedCollection',
		noDataExpression: true,
		typeOptions: { multipleValues: true, sortable: true, multipleValueButtonText: 'Add Rule' },
		placeholder: 'Add Rule',
		default: {},
		displayOptions: shown,
		description:
			'What the events mean. The first rule whose conditions all hold decides; an event that no rule knows comes out on Other. Name in the approving rule every field that must agree.',
		options: [
			{
				displayName: 'Rule',
				name: 'rule',
				values: [
					{
						displayName: 'Outcome',
						name: 'outcome',
						type: 'options',
						noDataExpression: true,
						options: outcomeOptions,
						default: 'notification',
						description: `What the event means for the person or company as a whole. By default: ${labelOf('notification')}.`,
					},
					{
						displayName: 'Conditions',
						name: 'conditions',
						type: 'fixedCollection',
						noDataExpression: true,
						typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Condition' },
						placeholder: 'Add Condition',
						default: {},
						options: [{ displayName: 'Condition', name: 'condition', values: conditionValues }],
					},
				],
			},
		],
	},
	{
		displayName: 'Fields',
		name: 'fields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		displayOptions: shown,
		description: 'Where the payload has what the item tells',
		options: [
			...Object.entries(places).map(([name, { label, example, description }]) =>
				field(name, label, example, description),
			),
			field('environment', 'Environment Field', 'environment', 'What tells test deliveries from live ones'),
			several('liveValues', 'Environment: Live Values', 'production', 'A value in neither list approves nobody'),
			several('testValues', 'Environment: Test Values', 'sandbox', 'What the environment field says of a test'),
		].sort((one, other) => one.displayName.localeCompare(other.displayName, 'en')),
	},
];

/**
 * What the user has entered, as data of the kind that recipes are.
 * @param parameter the value of a node parameter
 * @param isTest whether a person listens in the editor: they may look at an event before they write rules for it
 * @returns one sentence that says what to correct, and where, when it cannot work
 */
export function customMeaning(
	parameter: (name: string) => unknown,
	isTest: boolean,
): { ok: true; meaning: Meaning } | { ok: false; problem: string } {
	const name = parameter('providerName');
	const given = asObject(parameter('fields'));
	const problem = contradictionIn(given, parameter('events'));
	if (problem) return { ok: false, problem };
	const read = meaning.safeParse({
		id: name,
		name,
		fields: fieldsOf(given),
		rules: listIn(parameter('rules'), 'rule').map(ruleOf),
	});
	if (!read.success) {
		const [issue] = read.error.issues;
		return { ok: false, problem: problemOf(issue?.path ?? [], issue?.message ?? '') };
	}
	if (!isTest && !read.data.rules.some(({ outcome }) => outcome === 'approved')) {
		return { ok: false, problem: 'No rule approves anybody: add one with the outcome Approved.' };
	}
	return { ok: true, meaning: read.data };
}

/** What was entered for a field that was not named. */
function contradictionIn(given: JsonObject, events: unknown): string | null {
	const isEmpty = (name: string) => (given[name] ?? '') === '';
	const tells = [given.liveValues, given.testValues].some((values) => listOf(values).length > 0);
	if (tells && isEmpty('environment')) {
		return 'Environment Field is empty, so that tests would count as live: fill it in, or remove the values of live and test.';
	}
	if (isEmpty('eventType') && listOf(events).some((event) => event !== '*')) {
		return 'Event Type Field is empty, so that no event would be selected: add it under Fields, or enter * as the only event type.';
	}
	return null;
}

function problemOf([part, where]: (string | number)[], message: string): string {
	if (part === 'rules' && typeof where === 'number') return `Rule ${where + 1} ${message}.`;
	if (part === 'rules') return `${message}: leave some out.`;
	if (part === 'fields' && where === 'environment') return `Environment Field ${message}.`;
	if (part === 'fields') return `${places[where as PlaceName]?.label ?? 'Fields'} ${message}.`;
	return 'Provider Name must be 1 to 40 small letters, digits and hyphens, such as acme-kyc.';
}

function ruleOf(rule: JsonObject) {
	const conditions = listIn(rule.conditions, 'condition').map(({ path, is = 'oneOf', values = [] }) => ({
		path,
		is: is === 'oneOf' ? listOf(values) : is,
	}));
	return { outcome: rule.outcome, conditions };
}

function fieldsOf(given: JsonObject) {
	const entered = Object.entries(given).filter(([, value]) => value !== '');
	const { environment, liveValues = [], testValues = [], ...others } = Object.fromEntries(entered);
	const { id, email, phone, name, firstName, lastName, eventId, ...own } = others;
	return {
		...own,
		subject: { id, email, phone, name, firstName, lastName },
		eventId: eventId === undefined ? undefined : [eventId],
		environment: environment === undefined ? undefined : { path: environment, live: liveValues, test: testValues },
	};
}

/** A text in place of a list must not name a condition. */
function listOf(values: unknown): unknown[] {
	return Array.isArray(values) ? (values as unknown[]).map(String) : [];
}

/** The entries of a fixed collection of n8n. */
function listIn(collection: unknown, name: string): JsonObject[] {
	const entries = asObject(collection)[name];
	return Array.isArray(entries) ? entries.map(asObject) : [];
}
