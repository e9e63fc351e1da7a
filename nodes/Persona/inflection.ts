import { isJsonObject, type JsonObject } from '../../webhook/json';

/**
 * The object under kebab-case keys. Each webhook has a key inflection of its own: `reference-id` by
 * default, else `referenceId` or `reference_id` (https://docs.withpersona.com/api-key-inflection).
 * What is in the values stays as it is.
 * @returns an empty object for anything but an object
 */
export function kebabKeys(object: unknown): JsonObject {
	if (!isJsonObject(object)) return {};
	return Object.fromEntries(Object.entries(object).map(([key, value]) => [kebab(key), value]));
}

function kebab(key: string): string {
	return key.replaceAll('_', '-').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
