import type { INodeProperties } from 'n8n-workflow';
import { eventsParameter } from '../../trigger/description';
import { htmlOf } from '../../recipe/markdown';
import { CUSTOM } from '../../recipe/provider';
import type { Recipe } from '../../recipe/schema';
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
	description: 'Whose webhook this is. The credential says how it is signed.',
};

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
		...eventsParameter(recipe.events.map(({ name, value, description }) => ({ name, value, description }))),
		displayName: EVENTS,
		displayOptions: shownFor(recipe),
	},
]);

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
		'Which events start the workflow: * for all, or the names exactly as the provider writes them. The others are answered and ignored. It needs the Event Type Field.',
};

export const customNotice: INodeProperties = {
	displayName:
		"Give the provider this node's Production URL. In the credential, describe how it signs; in <b>Rules</b>, what its events mean. Both stand in the provider's documentation of its webhooks. To look at an event first, click <b>Execute step</b> and have the provider send one to the Test URL.",
	name: 'setupNotice',
	type: 'notice',
	default: '',
	displayOptions: { show: { provider: [CUSTOM] } },
};
