import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { subtitleOf } from '../../action/subtitle';
import { faultsOf } from '../../simulator/faults';
import { isTestDelivery, keyOf } from '../../simulator/simulate';
import type { Status } from '../../webhook/event';
import type { DetailName, Sample, Samples } from '../../webhook/samples';
import { allSamples } from './allSamples';
import { everything } from './everything';

/** Stands for a delivery without a fault. */
export const NO_FAULT = 'none';

const firstOf = (options: readonly INodePropertyOptions[]) => options[0]?.value ?? '';

/**
 * What n8n falls back to when somebody changes the provider or the event: never a decision, where there is anything
 * else. A node that is named after a rejection must not send an approval because of it.
 */
const harmless = ['other', 'pending', 'rejected', 'approved'] as const satisfies readonly Status[];

const mostHarmless = (samples: readonly Sample[]) =>
	harmless.flatMap((status) => samples.filter((sample) => sample.status === status))[0];

const defaultEvent = (samples: readonly Sample[]) => mostHarmless(samples)?.name ?? '';
const defaultStatus = (samples: readonly Sample[]) => mostHarmless(samples)?.status ?? '';

const providersOf = (all: readonly Samples[]): INodePropertyOptions[] =>
	all
		.map(({ provider }) => ({ name: provider.displayName, value: provider.id }))
		.sort((one, other) => one.name.localeCompare(other.name, 'en'));

export const providerParameter: INodeProperties = {
	displayName: 'Provider',
	name: 'provider',
	type: 'options',
	noDataExpression: true,
	options: providersOf(everything),
	// One with a trigger of its own.
	default: firstOf(providersOf(allSamples)),
	description: `Whose webhook to imitate. By default: ${providersOf(allSamples)[0]?.name}.`,
};

const titleCase = (word: string) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`;

/** What stands below the node on the canvas. */
export const subtitle = subtitleOf(
	{
		...Object.fromEntries(everything.map(({ provider }) => [provider.id, provider.displayName])),
		...Object.fromEntries(harmless.map((status) => [status, titleCase(status)])),
	},
	'provider',
	'status',
);

/** What the parameters of one provider have in common: they are there when it is chosen. */
const shownFor = ({ provider }: Samples, more: Record<string, string[]> = {}) => ({
	displayOptions: { show: { provider: [provider.id], ...more } },
});

const details: Readonly<Record<DetailName, INodeProperties>> = {
	externalId: {
		displayName: 'External ID',
		name: 'externalId',
		type: 'string',
		default: '',
		placeholder: 'e.g. customer-7',
		description: 'Your own reference, as you would have passed it to the provider',
	},
	id: {
		displayName: 'Subject ID',
		name: 'id',
		type: 'string',
		default: '',
		placeholder: 'e.g. 5f2b8c1e',
		description: "The provider's ID for the person",
	},
	email: {
		displayName: 'Email',
		name: 'email',
		type: 'string',
		default: '',
		placeholder: 'e.g. jane@example.com',
		description: "The person's email address",
	},
	phone: {
		displayName: 'Phone',
		name: 'phone',
		type: 'string',
		default: '',
		placeholder: 'e.g. +1 555 0100',
		description: "The person's phone number",
	},
	name: {
		displayName: 'Name',
		name: 'name',
		type: 'string',
		default: '',
		placeholder: 'e.g. Jane Miller',
		description: "The person's full name",
	},
};

/** The parameters whose choices are the provider's own. */
export const providersParameters: INodeProperties[] = everything.flatMap((samples) => {
	const names = [...new Set(samples.samples.map(({ name }) => name))];
	return [
		eventParameter(samples, names),
		...names.map((name) => statusParameter(samples, name)),
		...(samples.sealSeveral ? [furtherEventsParameter(samples)] : []),
		...(samples.details.length > 0 ? [detailsParameter(samples)] : []),
		faultParameter(samples),
	];
});

function eventParameter(samples: Samples, names: string[]): INodeProperties {
	const options = names.map((name) => ({ name, value: name }));
	return {
		displayName: 'Event',
		name: 'event',
		type: 'options',
		noDataExpression: true,
		options,
		default: defaultEvent(samples.samples),
		description:
			"The event to send, by the provider's own name. By default one that decides nothing, where there is one.",
		...shownFor(samples),
	};
}

function statusParameter(samples: Samples, event: string): INodeProperties {
	const those = samples.samples.filter(({ name }) => name === event);
	return {
		displayName: 'Status',
		name: 'status',
		type: 'options',
		options: those.map((sample) => statusOption(samples, sample)),
		default: defaultStatus(those),
		description:
			'The output on which the event comes out, unless the settings of the trigger change that. By default one that decides nothing, where there is one.',
		...shownFor(samples, { event: [event] }),
	};
}

function furtherEventsParameter(samples: Samples): INodeProperties {
	return {
		displayName: 'Further Events',
		name: 'furtherEvents',
		type: 'multiOptions',
		options: samples.samples.map((sample) => ({
			name: `${sample.name}, ${statusOption(samples, sample).name}`,
			value: keyOf(sample),
		})),
		default: [],
		description: 'More events to send in the same delivery, none by default',
		...shownFor(samples),
	};
}

function detailsParameter(samples: Samples): INodeProperties {
	return {
		displayName: 'Details',
		name: 'details',
		type: 'collection',
		placeholder: 'Add detail',
		default: {},
		options: samples.details.map((name) => details[name]),
		description: 'What the event tells of the person, where it has a place for it',
		...shownFor(samples),
	};
}

function faultParameter(samples: Samples): INodeProperties {
	return {
		displayName: 'Fault',
		name: 'fault',
		type: 'options',
		options: [
			{ name: 'None', value: NO_FAULT },
			...faultsOf(samples).map(({ name, label }) => ({ name: label, value: name })),
		],
		default: NO_FAULT,
		description: 'What to do wrong on purpose, to see the delivery refused. By default: None.',
		...shownFor(samples),
	};
}

function statusOption(samples: Samples, sample: Sample): INodePropertyOptions {
	const { status } = sample;
	const name = titleCase(status);
	return { name: isTestDelivery(samples, sample) ? `${name} (Test Delivery)` : name, value: status };
}
