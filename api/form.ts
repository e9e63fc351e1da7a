import { isJsonObject, type JsonObject } from '../webhook/json';

/** Nested fields as `name[inner]`, lists as `name[0]`: how Stripe and others take forms. */
export function formOf(fields: JsonObject): string {
	return Object.entries(fields)
		.flatMap(([name, value]) => entries(name, value))
		.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
		.join('&');
}

function entries(name: string, value: unknown): [string, string][] {
	if (Array.isArray(value)) return value.flatMap((inner, index) => entries(`${name}[${index}]`, inner));
	if (isJsonObject(value)) return Object.entries(value).flatMap(([key, inner]) => entries(`${name}[${key}]`, inner));
	return value === null || value === undefined ? [] : [[name, String(value as string | number | boolean)]];
}
