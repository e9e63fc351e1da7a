import type { IExecuteFunctions } from 'n8n-workflow';
import type { Api, Parameters, Wish } from '../api/api';
import { InputError } from '../api/errors';
import { parseTime } from '../api/time';
import { type Status, statuses } from '../webhook/event';
import { asObject, isJsonObject, type JsonObject, parseJsonObject } from '../webhook/json';

/** What the user gave to an operation. What the operation does not have is '', null or empty. */
export interface Given {
	readonly resource: string;
	readonly operation: string;
	readonly lookUpBy: string;
	readonly verificationId: string;
	readonly externalId: string;
	readonly wish: Wish;
	readonly statuses: readonly Status[];
	/** Milliseconds since 1970. */
	readonly since: number | null;
	/** Most items; null for all. */
	readonly limit: number | null;
	readonly includePayload: boolean;
	/** Whether a test approval counts as an approval. */
	readonly testsAreLive: boolean;
	readonly parameters: Parameters;
}

/** Reads the parameters of a node for one of its items. */
export function givenTo(context: IExecuteFunctions, api: Api, index: number): Given {
	const value = (name: string) => context.getNodeParameter(name, index, '') as unknown;
	const text = (name: string) => textOf(value(name));
	const fields = asObject(value('additionalFields'));
	const filters = asObject(value('filters'));
	const options = asObject(value('options'));
	const own = [...(api.parameters ?? [])].map((name) => [name, value(name)]);
	const parameters = Object.fromEntries(own) as Parameters;
	const externalId = text('externalId');
	return {
		resource: text('resource'),
		operation: text('operation'),
		lookUpBy: text('lookUpBy'),
		verificationId: text('verificationId'),
		externalId: externalId || filterOf(filters, 'externalId'),
		get wish() {
			return {
				externalId,
				template: chosen(value('template')),
				email: textOf(fields.email),
				phone: textOf(fields.phone),
				firstName: textOf(fields.firstName),
				lastName: textOf(fields.lastName),
				redirectUrl: textOf(fields.redirectUrl),
				expiresAfter: secondsOf(fields.expiresAfter),
				language: textOf(fields.language),
				body: bodyOf(fields.body),
				parameters,
			};
		},
		statuses: statusesOf(filters.statuses),
		get since() {
			return timeOf(value('since'), context.getTimezone()) ?? timeOf(filters.since, context.getTimezone());
		},
		limit: value('returnAll') === true ? null : limitOf(value('limit')),
		includePayload: options.includePayload === true,
		testsAreLive: context.getMode() === 'manual' || options.testVerifications === 'live',
		parameters,
	};
}

/**
 * A text without what was pasted around it; a number as its decimal text.
 * @throws InputError for a number that would name something else
 */
function textOf(value: unknown): string {
	if (typeof value === 'number' && !Number.isSafeInteger(value)) {
		throw new InputError(`${value} is no ID: the number cannot be told exactly`, 'Give it as text.');
	}
	return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

/** A filter that is there and holds nothing would let everybody through. */
function filterOf(filters: JsonObject, name: string): string {
	const text = textOf(filters[name]);
	if (text !== '' || !Object.hasOwn(filters, name)) return text;
	throw new InputError('The filter External ID is empty', 'Fill it in, check its expression, or remove the filter.');
}

function statusesOf(given: unknown = []): Status[] {
	const known = Array.isArray(given) && given.every((status) => (statuses as readonly unknown[]).includes(status));
	if (known) return given as Status[];
	throw new InputError('The filter Statuses holds something else than statuses', `Choose of ${statuses.join(', ')}.`);
}

function limitOf(given: unknown): number {
	const limit = given === '' ? 50 : given;
	if (typeof limit === 'number' && Number.isInteger(limit) && limit > 0) return limit;
	throw new InputError('Limit is not a whole number above 0', 'Correct it, or switch on Return All.');
}

/** What a resource locator holds, or the expression in its place. */
function chosen(locator: unknown): string {
	const value = textOf(isJsonObject(locator) ? locator.value : locator);
	if (value !== '' || !isJsonObject(locator)) return value;
	throw new InputError('Nothing is chosen to begin the verification with', 'Choose from the list, or check the ID.');
}

function secondsOf(given: unknown = 0): number {
	if (typeof given === 'number' && Number.isInteger(given) && given >= 0) return given;
	throw new InputError('Expires After is not a whole number of seconds', 'Correct it, or remove the field.');
}

function bodyOf(value: unknown): JsonObject {
	const object = isJsonObject(value) ? value : parseJsonObject(textOf(value) || '{}');
	if (object) return object;
	throw new InputError('Request Body (JSON) is not a JSON object', 'It must look like {"name": "value"}.');
}

/**
 * @param given a text, or what an expression of n8n gives: a Date, or a DateTime of Luxon
 * @param timeZone of the workflow: n8n's date picker gives a text without an offset
 */
function timeOf(given: unknown, timeZone: string): number | null {
	if (given === '' || given === null || given === undefined) return null;
	const time =
		typeof given === 'string'
			? parseTime(given.trim(), timeZone)
			: Number(given instanceof Date || isDateTime(given) ? given.valueOf() : Number.NaN);
	if (Number.isFinite(time)) return time;
	throw new InputError('Since is not a time', 'It must look like 2026-11-28T10:00:00Z.');
}

function isDateTime(given: unknown): given is { valueOf(): number } {
	return typeof given === 'object' && given !== null && 'toISO' in given;
}
