import type { IExecuteFunctions } from 'n8n-workflow';
import type { Api, Parameters, Wish } from '../api/api';
import { InputError } from '../api/errors';
import type { Status } from '../webhook/event';
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
	const own = [...(api.parameters ?? [])].map((name) => [name, fields[name] ?? options[name] ?? value(name)]);
	const parameters = Object.fromEntries(own) as Parameters;
	const externalId = text('externalId');
	return {
		resource: text('resource'),
		operation: text('operation'),
		lookUpBy: text('lookUpBy'),
		verificationId: text('verificationId'),
		externalId: externalId || textOf(filters.externalId),
		get wish() {
			return {
				externalId,
				template: chosen(value('template')),
				email: textOf(fields.email),
				phone: textOf(fields.phone),
				firstName: textOf(fields.firstName),
				lastName: textOf(fields.lastName),
				redirectUrl: textOf(fields.redirectUrl),
				expiresAfter: Number(fields.expiresAfter ?? 0),
				language: textOf(fields.language),
				body: bodyOf(fields.body),
				parameters,
			};
		},
		statuses: (Array.isArray(filters.statuses) ? filters.statuses : []) as Status[],
		get since() {
			return timeOf(text('since') || textOf(filters.since));
		},
		limit: value('returnAll') === true ? null : Number(value('limit') || 50),
		includePayload: options.includePayload === true,
		testsAreLive: context.getMode() === 'manual' || options.testVerifications === 'live',
		parameters,
	};
}

/** A text without what was pasted around it; a number as its decimal text. */
function textOf(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
}

/** What a resource locator holds, or the expression in its place. */
function chosen(locator: unknown): string {
	return textOf(isJsonObject(locator) ? locator.value : locator);
}

function bodyOf(value: unknown): JsonObject {
	const object = isJsonObject(value) ? value : parseJsonObject(textOf(value) || '{}');
	if (object) return object;
	throw new InputError('Request Body (JSON) is not a JSON object', 'It must look like {"name": "value"}.');
}

function timeOf(text: string): number | null {
	if (text === '') return null;
	const time = Date.parse(text);
	if (Number.isFinite(time)) return time;
	throw new InputError('Since is not a time', 'It must look like 2026-11-28T10:00:00Z.');
}
