import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

/** One of a provider's events, as the user can pick it. */
export interface EventOption {
	/** In Title Case. */
	readonly name: string;
	readonly value: string;
	readonly description?: string;
	/** Whether it can come out on Approved or Rejected: who picks all that decide misses no decision. */
	readonly decides?: true;
}

/** @param known the provider's events, those that decide first */
export function eventsParameter(known: readonly EventOption[]): INodeProperties {
	return {
		displayName: 'Events',
		name: 'events',
		type: 'multiOptions',
		noDataExpression: true,
		required: true,
		options: [
			{ name: 'All Events', value: '*', description: 'Also those that this node does not know' },
			...known.map(optionOf),
		],
		default: ['*'],
		description:
			'Which events start the workflow: all of them, unless you choose some. The others are answered and ignored. Only those marked "Decides" can come out on Approved or Rejected.',
	};
}

/** Without `action`, n8n's node panel would split the name at every capital letter: "On whats app". */
function optionOf({ name: bare, value, description, decides }: EventOption): INodePropertyOptions {
	const name = decides ? `${bare} (Decides)` : bare;
	return { name, value, action: `On ${name}`, ...(description !== undefined && { description }) };
}

/** Part of a subtitle, an expression: which statuses start the workflow, unless all four do: " (Approved, Rejected)". */
export const chosenStatuses =
	'((names) => names.length % 4 ? " (" + names.join(", ") + ")" : "")(($parameter["statuses"] || []).map((status) => status.charAt(0).toUpperCase() + status.slice(1)))';

/** What stands below the node on the canvas: the names of the events that start the workflow. */
export function subtitle(known: readonly EventOption[]): `={{${string}}}` {
	const names = JSON.stringify(Object.fromEntries(known.map(({ name, value }) => [value, name])));
	return `={{ ((names, events) => events.includes("*") ? "All Events" : events.map((event) => names[event] || event).join(", "))(${names}, $parameter["events"]) + ${chosenStatuses} }}`;
}
