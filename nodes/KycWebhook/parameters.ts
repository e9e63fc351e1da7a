import type { INodeProperties } from 'n8n-workflow';
import { chosenStatuses, eventsParameter, type EventOption } from '../../trigger/events';
import { htmlOf } from '../../recipe/markdown';
import { CUSTOM } from '../../recipe/provider';
import { outcomes } from '../../recipe/outcomes';
import type { Condition, Recipe } from '../../recipe/schema';
import { recipes } from '../../recipes';

/** Under the name Events, n8n's node panel would offer the events of the first recipe, as if there were no other. */
const EVENTS = 'Event Types';

const shownFor = ({ id }: Recipe) => ({ show: { provider: [id] } });

const byName = [...recipes].sort((one, other) => one.name.localeCompare(other.name, 'en'));

export const providerParameter: INodeProperties = {
	displayName: 'Provider',
	name: 'provider',
	type: 'options',
	noDataExpression: true,
	options: [
		{ name: 'Custom', value: CUSTOM, description: 'Any other provider: you say what its events mean' },
		...byName.map(({ id, name }) => ({ name, value: id })),
	],
	default: CUSTOM,
	description: 'Whose webhook this is. By default: Custom. The credential says how it is signed.',
};

const names = JSON.stringify(Object.fromEntries(byName.map(({ id, name }) => [id, name])));

/** What stands below the node on the canvas. */
export const subtitle: `={{${string}}}` = `={{ ((names, provider, events) => (names[provider] || $parameter["providerName"]) + ": " + (events.includes("*") ? "All Events" : events.length + (events.length === 1 ? " event" : " events")))(${names}, $parameter["provider"], $parameter["events"]) + ${chosenStatuses} }}`;

/** What to do at the provider, and its events. */
export const recipeParameters: INodeProperties[] = byName.flatMap((recipe) => [
	{
		displayName: `${htmlOf(recipe.setUp)} Choose ${htmlOf(recipe.name)} in the credential, too. <a href="${recipe.documentation[0]}" target="_blank">Documentation</a>`,
		name: 'setupNotice',
		type: 'notice',
		default: '',
		displayOptions: shownFor(recipe),
	},
	{
		...eventsParameter(eventsOf(recipe)),
		displayName: EVENTS,
		displayOptions: shownFor(recipe),
	},
]);

/** The events of a recipe, those that decide first. */
function eventsOf(recipe: Recipe): EventOption[] {
	const events = recipe.events.map((event): EventOption => ({
		name: event.name,
		value: event.value,
		description: event.description,
		...(decides(event, recipe) && { decides: true }),
	}));
	return [...events.filter((event) => event.decides), ...events.filter((event) => !event.decides)];
}

/** Whether a rule approves or rejects, and asks for nothing that the event is not. */
function decides({ value, conditions }: Recipe['events'][number], { fields, rules, events }: Recipe): boolean {
	const names = new Set(events.map((event) => event.value));
	const places = new Set(fields.eventType?.map(({ text }) => text));
	const isFor = (asked: Condition) => {
		if (conditions) return conditions.every((one) => goesWith(one, asked));
		return !asked.path.every(({ text }) => places.has(text)) || canBeNamed(asked);
	};
	/** A name may stand in any of its places: there, the rule may ask for something that is no name of an event. */
	const canBeNamed = ({ path, is }: Condition) => {
		if (is === 'absent') return path.length < places.size;
		return is === 'present' || is.includes(value) || !is.some((name) => name !== null && names.has(name));
	};
	return rules.some(
		(rule) => ['approved', 'rejected'].includes(outcomes[rule.outcome].status) && rule.conditions.every(isFor),
	);
}

function goesWith(one: Condition, other: Condition): boolean {
	if (JSON.stringify(one.path) !== JSON.stringify(other.path)) return true;
	if (Array.isArray(one.is)) {
		const values = one.is;
		return Array.isArray(other.is) ? other.is.some((value) => values.includes(value)) : other.is === 'present';
	}
	return one.is === 'present' ? other.is !== 'absent' : other.is === 'absent';
}

export const customEvents: INodeProperties = {
	displayName: EVENTS,
	name: 'events',
	type: 'string',
	noDataExpression: true,
	required: true,
	typeOptions: { multipleValues: true, multipleValueButtonText: 'Add Event' },
	default: ['*'],
	placeholder: 'e.g. verification.finished',
	displayOptions: { show: { provider: [CUSTOM] } },
	description:
		'Which events start the workflow: * for all, as by default, or the names exactly as the provider writes them. The others are answered and ignored. It needs the Event Type Field.',
};

export const customNotice: INodeProperties = {
	displayName:
		"Give the provider the trigger's Production URL. In the credential, describe how it signs; in <b>Rules</b>, what its events mean. Both stand in the provider's documentation of its webhooks. To look at an event first, click <b>Execute step</b> and have the provider send one to the Test URL.",
	name: 'setupNotice',
	type: 'notice',
	default: '',
	displayOptions: { show: { provider: [CUSTOM] } },
};
